"""Which keys DTS lets in, in both signatures, and with what words it turns others away."""

from unittest import mock

from alibabacloud_tea_openapi.exceptions import ClientException
from alibabacloud_tea_openapi.utils import Utils

import dts
from simulation import ADDRESSES, DTS_KEY, DTS_REGION, SECURITY_TOKEN, Case, fault

SIGNATURES = {"v3": dts.V3, "v1": dts.V1}


class DTSDoors(Case):
    def refused(self, status, code, client, request=None):
        """The SDK raises that error, with an id of the request."""
        with self.assertRaises(ClientException) as raised:
            client.describe_dts_jobs(request or dts.listing("SYNC"))
        error = raised.exception
        self.assertEqual((error.status_code, error.code), (status, code))
        self.assertRegex(error.request_id, r"^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$")
        self.assertEqual(
            set(error.data) - {"Recommend", "statusCode"},  # The last is the SDK's own.
            {"RequestId", "HostId", "Code", "Message"})

    def test_every_signature_opens_every_call(self):
        for name, client in dts.every_door().items():
            with self.subTest(name):
                (job, *_) = dts.jobs(client, "SYNC")
                for answer in (
                        client.list_job_step(dts.steps(job.dts_job_id)),
                        client.describe_dts_job_detail(dts.detail(job.dts_job_id)),
                        client.describe_pre_check_status(dts.checks(job.dts_job_id))):
                    self.assertTrue(answer.body.success)

    def test_a_parameter_of_odd_letters_is_signed_as_it_is_sent(self):
        for name, client in dts.every_door().items():
            with self.subTest(name):
                odd = dts.listing("SYNC", type="name", params="测试 a*b~c/d+e=1&2 %20")
                self.assertEqual(client.describe_dts_jobs(odd).body.total_record_count, 0)
                (job, *_) = dts.jobs(client, "SYNC")
                named = dts.listing("SYNC", type="name", params=job.dts_job_name)
                found = client.describe_dts_jobs(named).body.dts_job_list
                self.assertIn(job.dts_job_id, [item.dts_job_id for item in found])

    def test_a_wrong_secret(self):
        for name, signature in SIGNATURES.items():
            with self.subTest(name):
                wrong = dts.client(key=(DTS_KEY[0], "wrong"), signature=signature)
                self.refused(400, "SignatureDoesNotMatch", wrong)

    def test_an_unknown_key(self):
        for name, signature in SIGNATURES.items():
            with self.subTest(name):
                unknown = dts.client(key=("nobody", DTS_KEY[1]), signature=signature)
                self.refused(404, "InvalidAccessKeyId.NotFound", unknown)

    def test_a_wrong_token(self):
        for name, signature in SIGNATURES.items():
            with self.subTest(name):
                wrong = dts.client(token="wrong", signature=signature)
                self.refused(400, "InvalidSecurityToken.Malformed", wrong)

    def test_an_expired_token(self):
        for name, signature in SIGNATURES.items():
            with self.subTest(name), fault(ADDRESSES["dts"], "expire"):
                client = dts.client(token=SECURITY_TOKEN, signature=signature)
                self.refused(403, "InvalidSecurityToken.Expired", client)

    def test_a_date_of_another_hour(self):
        for name, signature in SIGNATURES.items():
            for milliseconds in (3_600_000, -3_600_000):
                with self.subTest(name, milliseconds=milliseconds), fault(
                        ADDRESSES["dts"], "clockSkew", milliseconds=milliseconds):
                    self.refused(400, "InvalidTimeStamp.Expired", dts.client(signature=signature))

    def test_a_nonce_is_good_once(self):
        for name, signature in SIGNATURES.items():
            with self.subTest(name), mock.patch.object(
                    Utils, "get_nonce", return_value=f"the same {name}"):
                client = dts.client(signature=signature)
                client.describe_dts_jobs(dts.listing("SYNC"))
                self.refused(400, "SignatureNonceUsed", client)

    def test_another_region_has_no_jobs(self):
        elsewhere = dts.client().describe_dts_jobs(dts.listing("SYNC", region="cn-shanghai")).body
        self.assertEqual((elsewhere.total_record_count, elsewhere.dts_job_list), (0, []))

    def test_a_region_is_mandatory(self):
        request = dts.listing("SYNC")
        request.region = None
        self.assertEqual(request.region_id, DTS_REGION)
        self.refused(400, "MissingRegion", dts.client(), request)

"""Errors of DTS as the SDK raises them, and those that it does not raise."""

from alibabacloud_tea_openapi.exceptions import (
    ClientException, ServerException, ThrottlingException)
from alibabacloud_tea_openapi.utils_models import OpenApiRequest, Params
from darabonba.exceptions import UnretryableException
from darabonba.runtime import ExtendsParameters, RuntimeOptions

import dts
from simulation import ADDRESSES, Case, fault

DTS = ADDRESSES["dts"]
SIGNATURES = {"v3": dts.V3, "v1": dts.V1}


class DTSErrors(Case):
    def error(self, kind, call, *arguments):
        """The error that the SDK raises for a call, which is of that class and of no other."""
        with self.assertRaises(kind) as raised:
            call(*arguments)
        self.assertIs(type(raised.exception), kind)
        return raised.exception

    def test_throttling_without_a_time(self):
        for name, signature in SIGNATURES.items():
            with self.subTest(name), fault(DTS, "throttle"):
                client = dts.client(signature=signature)
                error = self.error(ClientException, client.list_job_step, dts.steps("x"))
                self.assertEqual((error.status_code, error.code), (400, "Throttling.User"))
                self.assertIn("Request was denied due to user flow control.", error.message)

    def test_throttling_with_a_time_to_wait(self):
        for name, signature in SIGNATURES.items():
            with self.subTest(name), fault(DTS, "throttle", milliseconds=1_500):
                client = dts.client(signature=signature)
                error = self.error(ThrottlingException, client.list_job_step, dts.steps("x"))
                self.assertEqual((error.code, error.retry_after), ("Throttling.User", 1_500))

    def test_throttling_meets_the_call_that_is_named(self):
        client = dts.client()
        with fault(DTS, "throttle", match="ListJobStep", count=1):
            self.assertTrue(client.describe_dts_jobs(dts.listing("SYNC")).body.success)
            self.error(ClientException, client.list_job_step, dts.steps(dts.UNKNOWN))
            self.assertFalse(client.list_job_step(dts.steps(dts.UNKNOWN)).body.success)

    def test_a_broken_server(self):
        with fault(DTS, "serverError"):
            client = dts.client()
            error = self.error(ServerException, client.describe_dts_jobs, dts.listing("SYNC"))
            self.assertEqual((error.status_code, error.code), (500, "ServiceUnavailable"))

    def test_an_answer_that_is_no_json(self):
        for kind in ("html", "truncate"):
            with self.subTest(kind), fault(DTS, kind):
                client = dts.client()
                with self.assertRaises(UnretryableException):
                    client.describe_dts_jobs(dts.listing("SYNC"))

    def test_a_job_that_is_not_there_is_told_in_a_success(self):
        client = dts.client()
        detail = client.describe_dts_job_detail(dts.detail(dts.UNKNOWN))
        self.assertEqual((detail.status_code, detail.body.success), (200, False))
        self.assertTrue(detail.body.err_code)
        self.assertTrue(detail.body.err_message)
        steps = client.list_job_step(dts.steps(dts.UNKNOWN))
        self.assertEqual((steps.status_code, steps.body.success), (200, False))
        self.assertEqual(steps.body.job_steps, [])
        checks = client.describe_pre_check_status(dts.checks(dts.UNKNOWN))
        self.assertEqual((checks.status_code, checks.body.success), (200, False))

    def test_what_a_call_must_have(self):
        client = dts.client()
        for call, request, code in (
                (client.list_job_step, dts.steps(None), "MissingDtsJobId"),
                (client.describe_dts_job_detail, dts.detail(None), "MissingDtsJobId"),
                (client.describe_pre_check_status, dts.checks(None), "MissingDtsJobId"),
                (client.describe_pre_check_status, dts.checks("x", None), "MissingJobCode")):
            with self.subTest(code, call=call.__name__):
                error = self.error(ClientException, call, request)
                self.assertEqual((error.status_code, error.code), (400, code))

    def test_a_call_that_does_not_exist(self):
        for action, version, status, code in (
                ("DescribeWeather", "2020-01-01", 404, "InvalidAction.NotFound"),
                ("DescribeDtsJobs", "2019-01-01", 400, "InvalidParameter")):
            with self.subTest(action, version=version):
                parameters = Params(
                    action=action, version=version, protocol="HTTP", pathname="/", method="POST",
                    auth_type="AK", style="RPC", req_body_type="formData", body_type="json")
                error = self.error(
                    ClientException, dts.client().call_api, parameters, OpenApiRequest(),
                    RuntimeOptions())
                self.assertEqual((error.status_code, error.code), (status, code))

    def test_an_error_in_xml_is_read_by_the_sdk_too(self):
        options = RuntimeOptions(
            extends_parameters=ExtendsParameters(headers={"accept": "application/xml"}))
        client = dts.client(key=("nobody", "x"))
        with self.assertRaises(ClientException) as raised:
            client.describe_dts_jobs_with_options(dts.listing("SYNC"), options)
        self.assertEqual(raised.exception.code, "InvalidAccessKeyId.NotFound")
        self.assertRegex(raised.exception.request_id, "^[0-9A-F-]{36}$")

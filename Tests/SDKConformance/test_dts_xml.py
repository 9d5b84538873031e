"""The XML answers of DTS have the values of the JSON ones, in both signatures.

The SDK reads JSON only, so its own signer signs here, and the types that its models declare turn
the texts of the XML into values.
"""

import json
import time
import urllib.parse
import xml.etree.ElementTree

from alibabacloud_dts20200101 import models
from alibabacloud_tea_openapi.utils import Utils
from darabonba.request import DaraRequest

import declared
import dts
from simulation import ADDRESSES, DTS_KEY, DTS_REGION, Case, another, exchange

MODELS = {
    "DescribeDtsJobs": models.DescribeDtsJobsResponseBody,
    "ListJobStep": models.ListJobStepResponseBody,
    "DescribeDtsJobDetail": models.DescribeDtsJobDetailResponseBody,
    "DescribePreCheckStatus": models.DescribePreCheckStatusResponseBody,
}


def rpc(address, action, parameters, form, secret=DTS_KEY[1]):
    """The answer to a call with the older signature."""
    query = {
        "Action": action, "Format": form, "Version": "2020-01-01", "AccessKeyId": DTS_KEY[0],
        "Timestamp": Utils.get_timestamp(), "SignatureNonce": Utils.get_nonce(),
        "SignatureMethod": "HMAC-SHA1", "SignatureVersion": "1.0", **parameters}
    query["Signature"] = Utils.get_rpcsignature(query, "POST", secret)
    return exchange(f"{address}/?{urllib.parse.urlencode(query)}", method="POST")


def acs3(address, action, parameters, form, secret=DTS_KEY[1]):
    """The answer to a call with the newer signature."""
    request = DaraRequest()
    request.method, request.pathname, request.query = "POST", "/", parameters
    payload = Utils.hash(b"", "ACS3-HMAC-SHA256").hex()
    request.headers = {
        "host": address.removeprefix("http://"), "accept": f"application/{form.lower()}",
        "x-acs-action": action, "x-acs-version": "2020-01-01",
        "x-acs-date": Utils.get_timestamp(), "x-acs-signature-nonce": Utils.get_nonce(),
        "x-acs-content-sha256": payload}
    request.headers["Authorization"] = Utils.get_authorization(
        request, "ACS3-HMAC-SHA256", payload, DTS_KEY[0], secret)
    query = urllib.parse.urlencode(parameters)
    return exchange(f"{address}/?{query}", headers=request.headers, method="POST")


def patiently(send, *arguments):
    """Waits as long as the service says if a call comes too often."""
    while True:
        answer = send(*arguments)
        if answer[1]["x-acs-retry-after"] is None:
            return answer
        time.sleep(int(answer[1]["x-acs-retry-after"]) / 1_000)


SIGNED = {"v1": rpc, "v3": acs3}


def decoded(element, schema):
    """The value of an element: a list is its elements, one after the other without a wrapper."""
    if isinstance(schema, declared.Model):
        value = {}
        for child in element:
            kind = schema.fields.get(child.tag)
            if kind is None:
                continue  # Another test tells of fields that are not declared.
            if isinstance(kind, list):
                value.setdefault(child.tag, []).append(decoded(child, kind[0]))
            elif child.tag in value:
                raise AssertionError(f"{schema.name}.{child.tag} is there twice")
            else:
                value[child.tag] = decoded(child, kind)
        return value
    text = element.text or ""
    return {"true": True, "false": False}[text] if schema is bool else schema(text)


def leaves(value, schema, path=""):
    """Each declared value with its place; an empty list is none, as XML has no place for it."""
    if isinstance(value, dict):
        for name in value.keys() & schema.fields.keys():
            yield from leaves(value[name], schema.fields[name], f"{path}.{name}")
    elif isinstance(value, list):
        for number, member in enumerate(value):
            yield from leaves(member, schema[0], f"{path}[{number}]")
    elif value is not None and not path.endswith(".RequestId"):
        yield path, value


class DTSXML(Case):
    def calls(self, client):
        for kind in dts.KINDS:
            yield "DescribeDtsJobs", {
                "JobType": kind, "PageSize": "30", "Region": DTS_REGION, "WithoutDbList": "true"}
            for job in dts.jobs(client, kind)[:12]:
                parameters = {"DtsJobId": job.dts_job_id, "RegionId": DTS_REGION}
                yield "ListJobStep", parameters
                yield "DescribeDtsJobDetail", parameters
                yield "DescribePreCheckStatus", {**parameters, "JobCode": "01"}
        for action in ("ListJobStep", "DescribeDtsJobDetail"):
            yield action, {"DtsJobId": dts.UNKNOWN}

    def test_xml_has_the_values_of_json(self):
        # So slow that nothing but the clock goes on between two answers.
        with another("--jobs", "100", "--speed", "0.001") as addresses:
            address = addresses["dts"]
            for name, send in SIGNED.items():
                for action, parameters in self.calls(dts.client(address)):
                    with self.subTest(name, action=action, **parameters):
                        self.compare(send, address, action, parameters)

    def compare(self, send, *call):
        action = call[1]
        before, between, after = (
            patiently(send, *call, form) for form in ("JSON", "XML", "JSON"))
        self.assertEqual([before[0], between[0], after[0]], [200, 200, 200])
        self.assertTrue(between[1]["content-type"].startswith("application/xml"))
        root = xml.etree.ElementTree.fromstring(between[2])
        self.assertEqual(root.tag, f"{action}Response")
        schema = declared.dts(MODELS[action])
        told = dict(leaves(decoded(root, schema), schema))
        first, last = (dict(leaves(json.loads(answer[2]), schema)) for answer in (before, after))
        # What stands still in JSON must be the same in XML.
        still = {place: value for place, value in first.items() if last.get(place) == value}
        self.assertGreater(len(still), len(first) // 2)
        self.assertEqual({place: told.get(place) for place in still}, still)
        self.assertLessEqual(set(told), set(first) | set(last))

    def test_the_older_signature_answers_in_xml_by_itself(self):
        query = {"DtsJobId": dts.UNKNOWN}
        _, headers, body = acs3(ADDRESSES["dts"], "ListJobStep", query, "JSON")
        self.assertTrue(headers["content-type"].startswith("application/json"), body)
        parameters = {
            "Action": "ListJobStep", "Version": "2020-01-01", "AccessKeyId": DTS_KEY[0],
            "Timestamp": Utils.get_timestamp(), "SignatureNonce": Utils.get_nonce(),
            "SignatureMethod": "HMAC-SHA1", "SignatureVersion": "1.0", **query}
        parameters["Signature"] = Utils.get_rpcsignature(parameters, "GET", DTS_KEY[1])
        _, headers, body = exchange(f"{ADDRESSES['dts']}/?{urllib.parse.urlencode(parameters)}")
        self.assertTrue(headers["content-type"].startswith("application/xml"), body)

    def test_an_error_has_its_own_root_and_media_type(self):
        for name, send in SIGNED.items():
            with self.subTest(name):
                status, headers, body = send(ADDRESSES["dts"], "ListJobStep", {}, "XML", "wrong")
                self.assertEqual(status, 400)
                # The SDK reads XML under exactly this name.
                self.assertEqual(headers["content-type"], "text/xml;charset=utf-8")
                root = xml.etree.ElementTree.fromstring(body)
                self.assertEqual(root.tag, "Error")
                self.assertEqual(root.findtext("Code"), "SignatureDoesNotMatch")
                self.assertTrue(root.findtext("RequestId"))

    def test_another_format_is_refused(self):
        status, _, body = rpc(ADDRESSES["dts"], "ListJobStep", {"DtsJobId": "x"}, "YAML")
        self.assertEqual((status, json.loads(body)["Code"]), (400, "InvalidParameter.Format"))

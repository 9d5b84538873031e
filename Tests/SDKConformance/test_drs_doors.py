"""Whom DRS lets in, with keys or with a token, and how the SDK raises its refusals."""

import json

from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException

import drs
from simulation import (
    ADDRESSES, DRS_KEY, DRS_PROJECT, SECURITY_TOKEN, Case, another, exchange, fault)

IAM = ADDRESSES["iam"]
LIST = json.dumps({"db_use_type": "migration", "cur_page": 1, "per_page": 10})


def demand(password="demo-password", scope=None):
    """The body with which a token is asked for."""
    user = {"name": "demo-user", "password": password, "domain": {"name": "demo-domain"}}
    return json.dumps({
        "auth": {
            "identity": {"methods": ["password"], "password": {"user": user}},
            "scope": {"project": scope or {"id": DRS_PROJECT}}}})


def ask(body):
    """Asks IAM, which the DRS part of the SDK does not do for a password."""
    headers = {"content-type": "application/json"}
    return exchange(f"{IAM}/v3/auth/tokens?nocatalog=true", body, headers)


def with_token(token, project=DRS_PROJECT):
    headers = {"content-type": "application/json", "x-auth-token": token}
    return exchange(f"{ADDRESSES['drs']}/v3/{project}/jobs", LIST, headers)


class DRSDoors(Case):
    def refused(self, status, code, text, client):
        """The SDK raises that error, with an id of the request."""
        with self.assertRaises(ClientRequestException) as raised:
            drs.page_of(client, "migration")
        error = raised.exception
        self.assertEqual((error.status_code, error.error_code), (status, code))
        self.assertIn(text, error.error_msg)
        self.assertRegex(error.request_id, "^[0-9a-f]{32}$")

    def test_keys_open_every_call(self):
        for name, client in {
                "keys": drs.client(), "with token": drs.client(token=SECURITY_TOKEN)}.items():
            with self.subTest(name):
                ids = [job.id for job in drs.jobs(client, "migration")[:10]]
                for call in drs.BATCHES.values():
                    self.assertEqual(len(call(client, ids).results), 10)

    def test_a_wrong_secret(self):
        wrong = drs.client(key=(DRS_KEY[0], "wrong"))
        self.refused(401, "APIGW.0301", "verify aksk signature fail", wrong)
        # A right key between two wrong ones: the key is not locked.
        self.assertTrue(drs.jobs(drs.client(), "migration"))

    def test_an_unknown_key(self):
        unknown = drs.client(key=("NOBODYACCESSKEY00001", DRS_KEY[1]))
        self.refused(401, "APIGW.0301", "ak not exist", unknown)

    def test_a_wrong_security_token(self):
        self.refused(401, "APIGW.0301", "decrypt token fail", drs.client(token="wrong"))

    def test_an_expired_security_token(self):
        with fault(ADDRESSES["drs"], "expire"):
            client = drs.client(token=SECURITY_TOKEN)
            self.refused(401, "APIGW.0301", "token expires, expires_at: 20", client)

    def test_a_date_of_another_hour(self):
        for milliseconds in (3_600_000, -3_600_000):
            with self.subTest(milliseconds=milliseconds), fault(
                    ADDRESSES["drs"], "clockSkew", milliseconds=milliseconds):
                self.refused(401, "APIGW.0301", "signature expired", drs.client())

    def test_another_project(self):
        elsewhere = drs.client(project="f" * 32)
        self.refused(403, "DRS.M00261", "Invalid project ID.", elsewhere)

    def test_five_wrong_signatures_lock_the_key(self):
        with another("--jobs", "23") as addresses:
            wrong = drs.client(addresses["drs"], key=(DRS_KEY[0], "wrong"))
            for _ in range(5):
                self.refused(401, "APIGW.0301", "verify aksk signature fail", wrong)
            right = drs.client(addresses["drs"])
            self.refused(401, "APIGW.0301", "AK access failed to reach the limit", right)


class DRSTokens(Case):
    def test_a_password_buys_a_token_that_opens_the_list(self):
        for scope in ({"id": DRS_PROJECT}, {"name": "cn-north-4"}):
            with self.subTest(scope=scope):
                status, headers, body = ask(demand(scope=scope))
                self.assertEqual(status, 201)
                self.assertTrue(headers["X-Subject-Token"].startswith("MII"))
                told = json.loads(body)["token"]
                for name in ("issued_at", "expires_at"):
                    self.assertRegex(told[name], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$")
                self.assertEqual(told["project"]["id"], DRS_PROJECT)
                status, _, listed = with_token(headers["X-Subject-Token"])
                self.assertEqual(status, 200)
                page = drs.page_of(drs.client(), "migration", size=10)
                self.assertEqual(
                    [job["id"] for job in json.loads(listed)["jobs"]],
                    [job.id for job in page.jobs])

    def test_a_token_is_good_for_its_project_only(self):
        _, headers, _ = ask(demand())
        status, _, body = with_token(headers["X-Subject-Token"], project="f" * 32)
        self.assertEqual((status, json.loads(body)["error_code"]), (403, "DRS.M00261"))

    def test_a_made_up_token(self):
        status, headers, body = with_token("MIIwrong")
        error = json.loads(body)
        self.assertEqual((status, error["error_code"]), (401, "APIGW.0301"))
        self.assertIn("decrypt token fail", error["error_msg"])
        self.assertEqual(headers["X-Request-Id"], error["request_id"])

    def test_iam_refuses_in_its_own_words(self):
        for name, body, status in (
                ("password", demand(password="wrong"), 401),
                ("project", demand(scope={"name": "cn-north-1"}), 401),
                ("body", "{}", 400)):
            with self.subTest(name):
                answered, headers, text = ask(body)
                error = json.loads(text)["error"]
                self.assertEqual((answered, error["code"]), (status, status))
                self.assertEqual(set(error), {"code", "message", "title"})
                self.assertIsNone(headers["X-Subject-Token"])

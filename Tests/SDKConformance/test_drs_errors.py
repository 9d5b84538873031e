"""Errors of DRS as the SDK raises them."""

import json

import requests
from huaweicloudsdkcore.exceptions.exceptions import (
    ClientRequestException, ServerResponseException)

import drs
from simulation import ADDRESSES, DRS_PROJECT, Case, exchange, fault

DRS = ADDRESSES["drs"]


class DRSErrors(Case):
    def error(self, kind):
        with self.assertRaises(kind) as raised:
            drs.page_of(drs.client(), "migration")
        return raised.exception

    def test_throttling(self):
        with fault(DRS, "throttle"):
            error = self.error(ClientRequestException)
        self.assertEqual((error.status_code, error.error_code), (429, "APIGW.0308"))
        self.assertIn("throttling threshold has been reached", error.error_msg)
        self.assertRegex(error.request_id, "^[0-9a-f]{32}$")

    def test_throttling_tells_when_to_come_back_if_asked_to(self):
        with fault(DRS, "throttle", milliseconds=2_500):
            status, headers, body = exchange(
                f"{DRS}/v3/{DRS_PROJECT}/jobs", "{}", {"content-type": "application/json"})
        self.assertEqual((status, headers["Retry-After"]), (429, "3"))
        self.assertEqual(json.loads(body)["error_code"], "APIGW.0308")

    def test_throttling_meets_the_call_that_is_named(self):
        client = drs.client()
        (job, *_) = drs.jobs(client, "migration")
        with fault(DRS, "throttle", match="batch-status", count=1):
            self.assertEqual(len(drs.progress(client, [job.id]).results), 1)
            with self.assertRaises(ClientRequestException) as raised:
                drs.status(client, [job.id])
            self.assertEqual(raised.exception.status_code, 429)
            self.assertEqual(len(drs.status(client, [job.id]).results), 1)

    def test_refused_keys(self):
        with fault(DRS, "unauthorized"):
            error = self.error(ClientRequestException)
        self.assertEqual((error.status_code, error.error_code), (401, "APIGW.0301"))

    def test_a_broken_server(self):
        with fault(DRS, "serverError"):
            error = self.error(ServerResponseException)
        self.assertEqual((error.status_code, error.error_code), (500, "DRS.M00004"))

    def test_a_call_that_does_not_exist(self):
        status, _, body = exchange(
            f"{DRS}/v3/{DRS_PROJECT}/jobs/batch-weather", "{}",
            {"content-type": "application/json"})
        error = json.loads(body)
        self.assertEqual((status, error["error_code"]), (404, "APIGW.0101"))
        self.assertEqual(set(error), {"error_code", "error_msg", "request_id"})

    def test_an_answer_that_ends_too_early(self):
        with fault(DRS, "truncate"), self.assertRaises(requests.exceptions.RequestException):
            drs.page_of(drs.client(), "migration")

    def test_a_web_page_is_an_empty_answer_to_the_sdk(self):
        with fault(DRS, "html"):
            answer = drs.page_of(drs.client(), "migration")
        self.assertIn(b"<html", answer.raw_content.lower())
        self.assertIsNone(answer.jobs)

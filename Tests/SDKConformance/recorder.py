"""Records what the SDKs send, as `sdk-requests.json` has it.

Run by itself it writes that file anew. What differs in every run stands as a word in braces.
"""

import http.server
import json
import pathlib
import re
import threading
import urllib.parse

import drs
import dts
from simulation import DRS_KEY, DRS_PROJECT, DTS_KEY, SECURITY_TOKEN

FILE = pathlib.Path(__file__).parent / "sdk-requests.json"

# What the requests ask about.
DTS_JOBS = ["k2gm967v16f0001", "i03e3zty16i0002"]
DRS_JOBS = ["9a470239-2308-4bb5-a6bc-1040402fjb21", "dc67695a-ee3e-49b8-a022-a099bd81jb21"]


class Recorder(http.server.ThreadingHTTPServer):
    """Answers everything with an empty object, and keeps it."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.received = []

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        target = urllib.parse.urlsplit(self.path)
        self.server.received.append({
            "method": self.command, "path": target.path,
            "query": dict(urllib.parse.parse_qsl(target.query, keep_blank_values=True)),
            "headers": {name.lower(): value for name, value in self.headers.items()},
            "body": json.loads(body) if body else None})
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    do_GET = do_POST

    def log_message(self, *_):
        """Says nothing."""


def dts_calls(client):
    for kind in dts.KINDS:
        yield f"DescribeDtsJobs {kind}", lambda kind=kind: client.describe_dts_jobs(
            dts.listing(kind))
    yield "DescribeDtsJobs of ids", lambda: client.describe_dts_jobs(
        dts.listing("SYNC", dts_job_id=",".join(DTS_JOBS)))
    yield "ListJobStep", lambda: client.list_job_step(dts.steps(DTS_JOBS[0]))
    yield "DescribePreCheckStatus", lambda: client.describe_pre_check_status(
        dts.checks(DTS_JOBS[0], page="1", size="20"))
    yield "DescribeDtsJobDetail", lambda: client.describe_dts_job_detail(dts.detail(DTS_JOBS[1]))
    reverse = dts.detail(DTS_JOBS[1])
    reverse.synchronization_direction = "Reverse"
    yield "DescribeDtsJobDetail reverse", lambda: client.describe_dts_job_detail(reverse)


def drs_calls(client):
    for use in drs.USES:
        yield f"list {use}", lambda use=use: drs.page_of(client, use)
        yield f"list {use} of ids", lambda use=use: drs.page_of(
            client, use, name=",".join(DRS_JOBS))
    for call in ("batch-status", "batch-progress", "batch-detail"):
        yield call, lambda call=call: drs.BATCHES[call](client, DRS_JOBS)
    yield "batch-precheck-result", lambda: drs.checks(client, DRS_JOBS[:1])
    yield "batch-rpo-and-rto", lambda: drs.guarding(client, DRS_JOBS[1:])


def record():
    """Every call of every kind of client, by its name."""
    with Recorder() as server:
        address = server.address
        clients = {
            "dts v3": dts_calls(dts.client(address)),
            "dts v3 with STS": dts_calls(dts.client(address, token=SECURITY_TOKEN)),
            "dts v1": dts_calls(dts.client(address, signature=dts.V1)),
            "dts v1 with STS": dts_calls(
                dts.client(address, token=SECURITY_TOKEN, signature=dts.V1)),
            "drs keys": drs_calls(drs.client(address)),
            "drs keys with token": drs_calls(drs.client(address, token=SECURITY_TOKEN))}
        recorded = {}
        for kind, calls in clients.items():
            for name, call in calls:
                server.received.clear()
                call()
                (request,) = server.received
                recorded[f"{kind}: {name}"] = _steady(request, address)
        return recorded


_DATES = ["x-acs-date", "x-sdk-date", "Timestamp"]
_WORDS = {
    "host": "{host}", "user-agent": "{user agent}", "accept-encoding": "{transport}",
    "connection": "{transport}", "content-length": "{transport}",
    "x-acs-signature-nonce": "{nonce}", "SignatureNonce": "{nonce}", "Signature": "{signature}"}


def _steady(request, address):
    """The request without what is new in each; of dates the form stays."""
    for name in ("query", "headers"):
        part = request[name] = dict(sorted(request[name].items()))
        for key in part:
            if key in _DATES:
                part[key] = re.sub("[0-9]", "0", part[key])
            elif key == "authorization":
                part[key] = re.sub("Signature=[0-9a-f]{64}$", "Signature={signature}", part[key])
            else:
                part[key] = _WORDS.get(key, part[key])
    if address.removeprefix("http://") in json.dumps(request):
        raise AssertionError(f"the recorder's own address is in {request}")
    return request


def written(recorded):
    return json.dumps(
        {
            "about": "What the vendors' SDKs send, written by recorder.py. Words in braces, and "
                     "zeros in dates, stand for what is new in every request.",
            "keys": {
                "dts": DTS_KEY, "drs": DRS_KEY, "project": DRS_PROJECT, "token": SECURITY_TOKEN},
            "jobs": {"dts": DTS_JOBS, "drs": DRS_JOBS},
            "requests": recorded},
        indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(record()), encoding="utf-8")

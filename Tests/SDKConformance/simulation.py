"""The simulator that `run` started, its keys, and others for tests that would spoil that one."""

import contextlib
import json
import os
import subprocess
import unittest
import urllib.error
import urllib.parse
import urllib.request

ADDRESSES = json.loads(os.environ.get("SIMULATION", "{}"))
JOBS = int(os.environ.get("SIMULATION_JOBS", "0"))
PROGRAM = os.environ.get("SIMULATION_PROGRAM", "migtop")

DTS_KEY = ("demo-access-key-id", "demo-access-key-secret")
DTS_REGION = "cn-hangzhou"
DRS_KEY = ("DEMOACCESSKEY0000001", "demo-secret-access-key")
DRS_PROJECT = "0123456789abcdef0123456789abcdef"
SECURITY_TOKEN = "demo-security-token"


def exchange(url, body=None, headers=None, method=None):
    """Sends one request without an SDK; an error status is an answer too."""
    data = body.encode() if isinstance(body, str) else body
    request = urllib.request.Request(url, data=data, headers=headers or {}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def read(url):
    """The JSON document at that address."""
    status, headers, body = exchange(url)
    if status != 200 or not headers["content-type"].startswith("application/json"):
        raise AssertionError(f"{url} answered {status} {headers['content-type']}")
    return json.loads(body)


@contextlib.contextmanager
def fault(address, kind, **details):
    """One kind of trouble at that service, while the block runs."""
    desk = f"{address}/_simulator/faults"
    status, _, body = exchange(desk, json.dumps({"kind": kind, **details}))
    if status != 200:
        raise AssertionError(f"the simulator refused the fault {kind}: {body.decode()}")
    try:
        yield
    finally:
        exchange(desk, method="DELETE")


@contextlib.contextmanager
def another(*options):
    """The addresses of a simulator of the block's own."""
    ports = [text for name in ("rm", "dts", "drs") for text in (f"--{name}-port", "0")]
    command = [PROGRAM, "simulate", *ports, *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.terminate()


class Case(unittest.TestCase):
    """A test that shows all of a difference."""

    maxDiff = None

    def assertNone(self, differences, headline):
        """Fails with the list, if there is one; the same difference is told once."""
        told = sorted(set(differences))
        self.assertFalse(told, "\n  ".join([f"{headline} ({len(told)}):", *told[:40]]))

"""Alibaba Cloud's SDK, pointed at a simulator."""

import time

from alibabacloud_dts20200101 import models
from alibabacloud_dts20200101.client import Client as Vendor
from alibabacloud_tea_openapi.exceptions import ThrottlingException
from alibabacloud_tea_openapi.utils_models import Config

from simulation import ADDRESSES, DTS_KEY, DTS_REGION, SECURITY_TOKEN

V3, V1 = None, "v2"  # What the SDK calls v2 is the service's SignatureVersion 1.0.
KINDS = ["MIGRATION", "SYNC", "SUBSCRIBE"]
UNKNOWN = "nosuchjob0000000"


class Client(Vendor):
    """Keeps the body of the last answer, before the SDK made a model of it."""

    raw = None

    def call_api(self, params, request, runtime):
        answer = super().call_api(params, request, runtime)
        self.raw = answer["body"]
        return answer


def client(address=None, key=DTS_KEY, token=None, signature=V3):
    address = address or ADDRESSES["dts"]
    return Client(
        Config(
            access_key_id=key[0], access_key_secret=key[1], security_token=token,
            region_id=DTS_REGION, endpoint=address.removeprefix("http://"), protocol="http",
            signature_algorithm=signature))


def patiently(call, request):
    """The answer to a call, which waits as long as the service says if it comes too often."""
    while True:
        try:
            return call(request)
        except ThrottlingException as busy:
            time.sleep(busy.retry_after / 1_000)


def every_door():
    """A client for each way to sign, with its name."""
    return {
        "v3": client(), "v3 with STS": client(token=SECURITY_TOKEN),
        "v1": client(signature=V1), "v1 with STS": client(signature=V1, token=SECURITY_TOKEN)}


def listing(kind, page=1, size=30, region=DTS_REGION, **filters):
    return models.DescribeDtsJobsRequest(
        job_type=kind, page_number=page, page_size=size, region=region, region_id=region,
        order_column="CreateTime", order_direction="DESC", without_db_list=True, **filters)


def steps(job):
    return models.ListJobStepRequest(dts_job_id=job, region_id=DTS_REGION)


def detail(job):
    return models.DescribeDtsJobDetailRequest(dts_job_id=job, region_id=DTS_REGION)


def checks(job, code="01", page=None, size=None):
    return models.DescribePreCheckStatusRequest(
        dts_job_id=job, job_code=code, page_no=page, page_size=size, region_id=DTS_REGION)


def pages(client, kind, size=30):
    """Each page of one kind of job, as far as its own total says."""
    page = 1
    while True:
        body = client.describe_dts_jobs(listing(kind, page, size)).body
        yield body
        if page * size >= body.total_record_count:
            return
        page += 1


def jobs(client, kind):
    return [job for body in pages(client, kind) for job in body.dts_job_list]

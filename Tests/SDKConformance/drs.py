"""Huawei Cloud's SDK, pointed at a simulator."""

import warnings

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.http.http_config import HttpConfig
from huaweicloudsdkdrs import v3

from simulation import ADDRESSES, DRS_KEY, DRS_PROJECT

# The SDK says at each call that the third version is old; it is the one that the clients use.
warnings.filterwarnings("ignore", category=DeprecationWarning)

USES = ["migration", "sync", "cloudDataGuard"]
UNKNOWN = "00000000-0000-0000-0000-000000000000"


def client(address=None, key=DRS_KEY, token=None, project=DRS_PROJECT):
    credentials = BasicCredentials(key[0], key[1], project)
    if token:
        credentials = credentials.with_security_token(token)
    builder = v3.DrsClient.new_builder().with_http_config(HttpConfig(timeout=(10, 30)))
    return builder.with_credentials(credentials).with_endpoint(
        address or ADDRESSES["drs"]).build()


def page_of(client, use, page=1, size=100, **filters):
    return client.show_job_list(
        v3.ShowJobListRequest(
            x_language="en-us",
            body=v3.QueryJobsReq(db_use_type=use, cur_page=page, per_page=size, **filters)))


def jobs(client, use):
    return page_of(client, use, page=0, size=0).jobs


def status(client, ids, page=1, size=0):
    return client.batch_list_job_status(
        v3.BatchListJobStatusRequest(x_language="en-us", body=_paged(ids, page, size)))


def details(client, ids, page=1, size=0):
    return client.batch_list_job_details(
        v3.BatchListJobDetailsRequest(x_language="en-us", body=_paged(ids, page, size)))


def progress(client, ids):
    return client.batch_list_progresses(
        v3.BatchListProgressesRequest(x_language="en-us", body=v3.BatchQueryProgressReq(jobs=ids)))


def guarding(client, ids):
    return client.batch_list_rpos_and_rtos(
        v3.BatchListRposAndRtosRequest(
            x_language="en-us", body=v3.BatchQueryRpoAndRtoReq(jobs=ids)))


def checks(client, ids):
    return client.batch_check_results(
        v3.BatchCheckResultsRequest(
            x_language="en-us", body=v3.BatchQueryPrecheckResultReq(jobs=ids)))


BATCHES = {
    "batch-status": status, "batch-detail": details, "batch-progress": progress,
    "batch-rpo-and-rto": guarding, "batch-precheck-result": checks}


def _paged(ids, page, size):
    """Without a page, if that is None."""
    request = v3.PageReq(cur_page=page, per_page=size) if page is not None else None
    return v3.BatchQueryJobReqPage(jobs=ids, page_req=request)

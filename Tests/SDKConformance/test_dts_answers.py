"""Every answer of DTS is what the models of Alibaba Cloud's SDK declare, at any time of a job."""

import re

from alibabacloud_dts20200101 import models

import declared
import deviations
import dts
from simulation import Case, another

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
CHECK_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00")
# Of each kind so many jobs are looked at more closely: the first ones have a story of their own.
CAST = 25
# By which code the items of a step are asked for: there are four, one for either incremental step.
CODES = {"01": "01", "02": "02", "03": "03", "04": "04", "07": "04"}

HEAD = ["Success", "RequestId", "HttpStatusCode"]
JOB = [
    "DtsJobId", "DtsInstanceID", "DtsJobName", "DtsJobClass", "JobType", "Status", "CreateTime",
    "Delay", "MigrationMode", "SourceEndpoint", "DestinationEndpoint"]
DETAIL = [name for name in JOB if name != "JobType"] + ["Code"]
STEP = [
    "JobStepId", "JobStepName", "Code", "Serial", "Progress", "State", "IncLatencyMilliseconds"]
CHECK = ["Item", "State", "OrderNum"]

COMMON = set(
    "NotStarted Prechecking PrecheckFailed PreCheckPass NotConfigured Retrying Upgrade Locked "
    "Downgrade".split())
STATUSES = {
    "MIGRATION": COMMON | {"Migrating", "Suspending", "MigrationFailed", "Finished"},
    "SYNC": COMMON | set(
        "Initializing InitializeFailed Synchronizing Failed Suspending Modifying ModifyFailed "
        "Finished".split()),
    "SUBSCRIBE": COMMON | {"Starting", "Normal", "Abnormal"},
}


class DTSAnswers(Case):
    """Reads fleets through the SDK: one in real time, one in which a second is twenty minutes."""

    @classmethod
    def setUpClass(cls):
        cls.differences = {}
        cls.missing, cls.words, cls.times = set(), set(), set()
        cls.codes, cls.kinds = set(), set()
        cls.survey(dts.client())
        with another("--jobs", "60", "--speed", "1200", "--seed", "2") as addresses:
            for _ in range(3):
                cls.survey(dts.client(addresses["dts"]))

    @classmethod
    def survey(cls, client):
        for kind in dts.KINDS:
            for body in dts.pages(client, kind):
                cls.compare(client, body, kind)
                cls.missing.update(declared.missing(client.raw, HEAD, kind))
                for job in client.raw["DtsJobList"]:
                    cls.look_at_job(client, kind, job)
            for job in dts.jobs(client, kind)[:CAST]:
                cls.look_closer(client, f"{kind} {job.status}", job.dts_job_id)
        cls.look_at_unknown_job(client)

    @classmethod
    def look_at_unknown_job(cls, client):
        """A failure inside an answer has the fields of that answer, and no others."""
        for call, request in (
                (client.describe_dts_job_detail, dts.detail(dts.UNKNOWN)),
                (client.list_job_step, dts.steps(dts.UNKNOWN)),
                (client.describe_pre_check_status, dts.checks(dts.UNKNOWN))):
            cls.compare(client, dts.patiently(call, request).body, "unknown job")

    @classmethod
    def compare(cls, client, body, path):
        schema = declared.dts(type(body))
        cls.differences.update(declared.differences(client.raw, schema, path))

    @classmethod
    def look_at_job(cls, client, kind, job):
        path = f"{kind} {job['Status']}"
        cls.kinds.add(kind)
        cls.missing.update(declared.missing(job, JOB, path))
        if job["Status"] not in STATUSES[kind]:
            cls.words.add(f"{kind}: {job['Status']}")
        cls.look_at_phases(job, path)
        cls.look_at_times(job, path, TIME)

    @classmethod
    def look_closer(cls, client, path, job):
        answer = dts.patiently(client.describe_dts_job_detail, dts.detail(job))
        cls.compare(client, answer.body, path)
        cls.missing.update(declared.missing(client.raw, HEAD + DETAIL, f"{path} detail"))
        cls.look_at_times(client.raw, f"{path} detail", TIME)
        cls.compare(client, client.list_job_step(dts.steps(job)).body, path)
        cls.missing.update(declared.missing(client.raw, HEAD + ["Code"], f"{path} steps"))
        for step in client.raw["JobSteps"]:
            cls.look_at_step(step, path)
        for code in {step["Code"] for step in client.raw["JobSteps"]} & CODES.keys():
            cls.look_at_checks(client, job, CODES[code], path)

    @classmethod
    def look_at_phases(cls, job, path):
        """A phase that the job has must have a status, with texts for its figures."""
        for phase in ("StructureInitialization", "DataInitialization", "DataSynchronization"):
            name = f"{phase}Status"
            # Once a sync runs, the service need not tell of its initial phases any more.
            is_over = job["Status"] == "Synchronizing" and phase != "DataSynchronization"
            if job["MigrationMode"][phase] and not (is_over and name not in job):
                cls.missing.update(declared.missing(job, [name], path))
                status = job.get(name) or {}
                cls.missing.update(declared.missing(status, ["Status", "Percent"], path))

    @classmethod
    def look_at_step(cls, step, path):
        cls.codes.add(step["Code"])
        cls.missing.update(declared.missing(step, STEP + ["SubJobSteps"], f"{path} step"))
        cls.look_at_times(step, f"{path} step", TIME)
        for part in step["SubJobSteps"]:
            cls.missing.update(declared.missing(part, STEP, f"{path} part"))
            cls.look_at_times(part, f"{path} part", TIME)

    @classmethod
    def look_at_checks(cls, client, job, code, path):
        body = client.describe_pre_check_status(dts.checks(job, code)).body
        cls.compare(client, body, f"{path} checks")
        cls.missing.update(declared.missing(client.raw, HEAD, f"{path} checks"))
        if not client.raw["Success"]:
            cls.missing.add(f"{path}: no checks of step {code}, which the job has")
        for item in client.raw.get("JobProgress") or []:
            cls.missing.update(declared.missing(item, CHECK, f"{path} check"))
            cls.look_at_times(item, f"{path} check", CHECK_TIME)

    @classmethod
    def look_at_times(cls, document, path, form):
        for name, value in document.items():
            told = name.endswith("Time") and value is not None
            if told and not form.fullmatch(str(value)):
                cls.times.add(f"{path}.{name}: {value}")

    def test_no_field_has_another_name_or_type_than_declared(self):
        told = deviations.unexplained(self.differences, deviations.DTS)
        self.assertNone(told, "other than the SDK's models declare")

    def test_known_deviations_are_still_there(self):
        gone = deviations.DTS.keys() - self.differences.keys()
        self.assertNone(gone, "deviations that are gone")

    def test_no_structure_is_missing(self):
        self.assertNone(self.missing, "missing")

    def test_states_are_words_of_the_document(self):
        self.assertNone(self.words, "words that the document does not have")

    def test_times_have_the_form_of_the_document(self):
        self.assertNone(self.times, "times of another form")

    def test_the_fleets_have_every_kind_and_phase(self):
        self.assertEqual(self.kinds, set(dts.KINDS))
        self.assertLessEqual(CODES.keys(), self.codes)


class DTSModels(Case):
    """What the SDK makes of an answer is the answer."""

    def test_the_sdk_loses_nothing(self):
        client = dts.client()
        body = client.describe_dts_jobs(dts.listing("SYNC", size=10)).body
        self.assertEqual(
            [job.dts_job_id for job in body.dts_job_list],
            [job["DtsJobId"] for job in client.raw["DtsJobList"]])
        steps = client.list_job_step(dts.steps(body.dts_job_list[0].dts_job_id)).body
        self.assertIsInstance(steps, models.ListJobStepResponseBody)
        self.assertEqual(_without_nothing(steps.to_map()), _without_nothing(client.raw))


def _without_nothing(value):
    """The SDK writes an absent list as an empty one."""
    if isinstance(value, list):
        return [_without_nothing(item) for item in value]
    if isinstance(value, dict):
        return {k: _without_nothing(v) for k, v in value.items() if v not in (None, [])}
    return value

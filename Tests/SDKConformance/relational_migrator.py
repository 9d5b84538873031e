"""The documents of Relational Migrator as its published field tables describe them.

There is no SDK. A schema is a type, a set of words, a form of text, a list of one schema, a `Named`
object of free keys, or a table of fields: every field may be absent or null unless it is required.
"""

import re
import typing

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z")
IDENTITY = re.compile(r"[A-Za-z0-9-]+")


class Fields(typing.NamedTuple):
    required: dict
    optional: dict


class Named(typing.NamedTuple):
    value: object


class AtLeast(typing.NamedTuple):
    """A whole number."""

    least: int


STATUSES = {
    "NOT_STARTED", "RUNNING", "CANCELLING", "CANCELLED", "CLEANING_UP", "COMPLETED", "FAILED",
    "PAUSED"}
CDC_STATUSES = {
    "NOT_STARTED", "RUNNING", "COMPLETING", "COMPLETED", "FAILED", "CANCELLED", "PAUSED"}
VERIFICATIONS = {"VERIFYING", "VERIFIED", "FAILED", "ABORTED", "CANCELLING", "CANCELLED"}

OPTIONS = Fields(
    {"mode": {"SNAPSHOT", "CDC", "INCREMENTAL"}},
    {
        "dropCollections": bool, "truncationReportMode": {"FAIL", "WARN"},
        "errorHandling": {"FAIL", "WARN", "SKIP"}, "errorTolerance": AtLeast(0),
        "signalingTable": str, "incrementalSnapshotOptions": Named(object)})

STATISTICS = Fields({}, {
    "startedAt": TIME, "elapsedSeconds": AtLeast(0), "totalTableCount": AtLeast(0),
    "remainingTableCount": AtLeast(0), "processingTables": [str], "totalEvents": AtLeast(0),
    "totalEventSize": AtLeast(0), "totalEventsSeen": AtLeast(0), "snapshotCompleted": bool,
    "migratedTables": [str]})

CDC_STATISTICS = Fields({}, {
    "startedAt": TIME, "lastEventTime": TIME, "lastEventSourceDatabaseTime": TIME,
    "eventsInLastHour": AtLeast(0), "eventsInLastMinute": AtLeast(0),
    "totalEventsSeen": AtLeast(0),
    # -1 is: no batch yet.
    "latestBatchMaxSourceDbLagMs": AtLeast(-1)})

# The document publishes one word of connectivity; the other is what an error comes with.
CONNECTIVITY = Fields(
    {"status": {"AVAILABLE", "UNAVAILABLE"}},
    {"lastSuccessfulScrapeAt": TIME, "errorMessage": str})

FAILURE = Fields(
    {"errorType": str, "message": str, "failureAt": TIME, "setupError": bool},
    {"failedLocation": object, "failedLocationType": {"TABLE", "COLLECTION"}})

METADATA = Fields({}, {
    "telemetryUserId": str,
    "verification": Fields(
        {}, {"samplePercentage": AtLeast(0), "isEmbeddedMode": bool, "status": VERIFICATIONS})})

JOB = Fields(
    {
        "id": IDENTITY, "projectId": IDENTITY, "status": STATUSES, "submittedAt": TIME,
        "options": OPTIONS},
    {
        "cdcStatus": CDC_STATUSES, "verificationJobId": IDENTITY, "jdbcConnectionString": str,
        "mongoDbConnectionString": str, "statistics": STATISTICS, "cdcStatistics": CDC_STATISTICS,
        "jmxConnectivity": CONNECTIVITY, "failureError": FAILURE, "metadata": METADATA,
        "relationalTableFilters": Named(Named(
            Fields({}, {"whereClause": str, "rowCount": AtLeast(0)}))),
        "collectionFilters": Fields({}, {"include": [str], "exclude": [str]}),
        "connectorStatus": str})

LOG = Fields(
    {"eventType": {"ERROR", "WARNING", "INFO"}, "message": str, "timestamp": TIME},
    {
        "details": str, "stackTrace": [str], "locationType": {"TABLE", "COLLECTION"},
        "locationName": str, "fieldName": str, "key": Named(str), "errorType": str})

ERROR = Fields(
    {"errorType": str, "message": str, "timestamp": TIME, "issues": [
        Fields({"type": str, "message": str}, {"pointer": str})]},
    {})

PROJECT = Fields(
    {"id": IDENTITY, "name": str}, {"jdbcId": str, "mongodbId": str, "type": str,
                                    "lastModified": TIME})

# Fields that came, or went, with version 1.18.
CAME = {
    "options": ["incrementalSnapshotOptions"], "statistics": ["migratedTables"],
    "failureError": ["failedLocation", "failedLocationType"], "": ["connectorStatus"]}
WENT = {"options": ["signalingTable"]}


def differences(value, schema, path):
    """Yields a sentence for each difference."""
    if isinstance(schema, Fields):
        yield from _fields(value, schema, path)
    elif isinstance(schema, Named):
        if not isinstance(value, dict):
            yield f"{path} is no object"
            return
        for name, member in value.items():
            yield from differences(member, schema.value, f"{path}.{name}")
    elif isinstance(schema, list):
        if not isinstance(value, list):
            yield f"{path} is no list"
            return
        for item in value:
            yield from differences(item, schema[0], f"{path}[]")
    elif not _is(value, schema):
        yield f"{path} is {value!r}"


def _fields(value, schema, path):
    if not isinstance(value, dict):
        yield f"{path} is no object"
        return
    every = schema.required | schema.optional
    for name in schema.required:
        if value.get(name) is None:
            yield f"{path}.{name} is missing"
    for name, member in value.items():
        if name not in every:
            yield f"{path}.{name} is no field"
        elif member is not None:
            yield from differences(member, every[name], f"{path}.{name}")


def _is(value, schema):
    if schema is object:
        return True
    if isinstance(schema, set):
        return value in schema
    if isinstance(schema, re.Pattern):
        return isinstance(value, str) and bool(schema.fullmatch(value))
    if isinstance(schema, AtLeast):
        return type(value) is int and value >= schema.least
    return type(value) is schema


def of_another_version(job, version):
    """Yields the fields that a job of that version cannot have."""
    is_new = tuple(int(part) for part in version.split(".")[:2]) >= (1, 18)
    for parent, names in (WENT if is_new else CAME).items():
        holder = job if parent == "" else job.get(parent) or {}
        yield from (f"{parent}.{name} in {version}" for name in names if name in holder)

"""Every answer of DRS is what the models of Huawei Cloud's SDK declare, at any time of a task.

The SDK turns a number into a text and the other way round without a word: so it is the document
that is compared, not what the SDK made of it.
"""

import re

from huaweicloudsdkdrs import v3

import declared
import deviations
import drs
from simulation import Case, another

MILLISECONDS = re.compile(r"\d{13}|0")
LOCAL = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
IDENTITY = re.compile(r"[0-9a-z]{8}-([0-9a-z]{4}-){3}[0-9a-z]{12}")

ROW = [
    "id", "name", "status", "create_time", "engine_type", "net_type", "db_use_type", "task_type",
    "job_direction", "job_action"]
ITEM = {
    "batch-status": ["id", "status"],
    "batch-detail": [
        "id", "name", "status", "create_time", "task_type", "db_use_type", "source_endpoint",
        "target_endpoint", "inst_info", "update_time", "job_direction"],
    "batch-progress": [
        "job_id", "progress", "incre_trans_delay", "task_mode", "transfer_status", "process_time",
        "apply_rows_rate", "apply_bytes_rate"],
    "batch-rpo-and-rto": ["job_id", "rpo_info", "rto_info"],
    "batch-precheck-result": [
        "precheck_id", "result", "process", "total_passed_rate", "precheck_result"],
}
ERROR = {
    "batch-status": ["id", "error_code", "error_message"],
    "batch-detail": ["id", "error_code", "error_message"],
    "batch-progress": ["job_id", "error_code", "error_msg"],
    "batch-rpo-and-rto": ["job_id", "error_code", "error_msg"],
    "batch-precheck-result": ["precheck_id", "error_code", "error_msg"],
}


class DRSAnswers(Case):
    """Reads fleets through the SDK: one in real time, one in which a second is twenty minutes."""

    @classmethod
    def setUpClass(cls):
        cls.differences = {}
        cls.missing, cls.odd, cls.answered = set(), set(), set()
        # The SDK has no type for a status: its comment on the field lists the words.
        cls.states = set(re.findall(r"- ([A-Z_]+)：", v3.QueryJobResp.status.__doc__))
        cls.seen = set()
        cls.survey(drs.client())
        with another("--jobs", "60", "--speed", "1200", "--seed", "2") as addresses:
            for _ in range(6):
                cls.survey(drs.client(addresses["drs"]))

    @classmethod
    def survey(cls, client):
        for use in drs.USES:
            answer = drs.page_of(client, use, page=0, size=0)
            document = cls.compare(answer, f"{use} list")
            for row in document["jobs"]:
                cls.look_at_row(row, use)
            ids = [row["id"] for row in document["jobs"]]
            ids += [child["id"] for row in document["jobs"] for child in row["children"]]
            for name, call in drs.BATCHES.items():
                document = cls.compare(call(client, ids + [drs.UNKNOWN]), f"{use} {name}")
                if document["count"] != len(document["results"]):
                    cls.odd.add(f"{name}: count is {document['count']}")
                for item in document["results"]:
                    cls.look_at_item(item, name, f"{use} {name}")

    @classmethod
    def compare(cls, answer, path):
        document = answer.to_json_object()
        schema = declared.drs(type(answer).__name__)
        cls.differences.update(declared.differences(document, schema, path))
        return document

    @classmethod
    def look_at_row(cls, row, use):
        cls.answered.add(f"list {use}")
        cls.missing.update(declared.missing(row, ROW, f"{use} row"))
        for each in [row, *row["children"]]:
            cls.hold(LOCAL, each["create_time"], f"{use} create_time")
            cls.hold(IDENTITY, each["id"], f"{use} id")
            cls.look_at_state(each["status"])

    @classmethod
    def look_at_item(cls, item, name, path):
        if "error_code" in item and item.get("status") is None and "transfer_status" not in item:
            cls.missing.update(declared.missing(item, ERROR[name], f"{path} error"))
            return
        cls.answered.add(name)
        cls.missing.update(declared.missing(item, ITEM[name], path))
        cls.look_at_state(item.get("status") or item.get("transfer_status"))
        for field in ("create_time", "actual_start_time", "full_transfer_complete_time",
                      "update_time", "process_time"):
            cls.hold(MILLISECONDS, item.get(field), f"{path}.{field}")
        for field in ("rpo_info", "rto_info"):
            cls.hold(LOCAL, item.get(field, {}).get("time"), f"{path}.{field}.time")
        for bar in (item.get("progress_map") or {}).values():
            cls.answered.add("bars")
            cls.hold(re.compile(r"\d{1,3}%"), bar["completed"], f"{path}.progress_map")
        cls.hold(re.compile(r"\d{1,3}"), item.get("progress"), f"{path}.progress")
        cls.hold(re.compile(r"-1|\d+"), item.get("incre_trans_delay"), f"{path}.incre_trans_delay")

    @classmethod
    def look_at_state(cls, word):
        if word is not None:
            cls.seen.add(word)

    @classmethod
    def hold(cls, form, value, path):
        if value is not None and not form.fullmatch(str(value)):
            cls.odd.add(f"{path} is {value!r}")

    def test_no_field_has_another_name_or_type_than_declared(self):
        told = deviations.unexplained(self.differences, deviations.DRS, deviations.DRS_AT_TIMES)
        self.assertNone(told, "other than the SDK's models declare")

    def test_known_deviations_are_still_there(self):
        gone = deviations.DRS.keys() - self.differences.keys()
        self.assertNone(gone, "deviations that are gone")

    def test_no_structure_is_missing(self):
        self.assertNone(self.missing, "missing")

    def test_values_have_the_form_of_the_document(self):
        self.assertNone(self.odd, "other than the document says")

    def test_states_are_words_of_the_document(self):
        self.assertEqual(len(self.states), 29)
        self.assertEqual(self.seen - self.states, set(deviations.DRS_STATUSES))

    def test_the_fleets_have_every_use_and_answer(self):
        every = {f"list {use}" for use in drs.USES} | set(ITEM) | {"bars"}
        self.assertEqual(self.answered, every)


class DRSModels(Case):
    def test_the_sdk_reads_what_was_sent(self):
        client = drs.client()
        ids = [job.id for job in drs.jobs(client, "migration")[:10]]
        answer = drs.details(client, ids)
        sent = answer.to_json_object()["results"]
        self.assertEqual([item.id for item in answer.results], ids)
        self.assertEqual([item.node_num for item in answer.results], [1] * len(ids))
        self.assertEqual(
            [item.source_endpoint.ip for item in answer.results],
            [item["source_endpoint"]["ip"] for item in sent])


"""The documents of Relational Migrator are what its field tables say, all through a job's life."""

import json

import relational_migrator as tables
from simulation import ADDRESSES, Case, another, exchange, fault, read

API = f"{ADDRESSES['rm']}/api/v1"
LONGEST_WATCH = 4_000


class RelationalMigratorJobs(Case):
    """Reads the whole history once, and the live job through one life in time lapse."""

    @classmethod
    def setUpClass(cls):
        cls.differences, cls.contradictions = set(), set()
        cls.version = read(f"{API}/info")["build"]["version"]
        for job in read(f"{API}/jobs"):
            cls.look_at(job)
        cls.unseen = {
            "continuous": cls.watch("1", {"RUNNING", "COMPLETED", "CDC COMPLETING"}),
            "verified": cls.watch("2", {"RUNNING", "COMPLETED", "VERIFYING", "VERIFIED"})}

    @classmethod
    def watch(cls, seed, words):
        """Reads a live job, that begins anew when it is over, until it has shown these words.

        Returns those that it has not.
        """
        with another("--jobs", "12", "--speed", "1000", "--seed", seed) as addresses:
            for _ in range(LONGEST_WATCH):
                (job,) = read(f"{addresses['rm']}/api/v1/jobs?limit=1")
                cls.look_at(job)
                verification = job["metadata"]["verification"] or {}
                words = words - {
                    job["status"], f"CDC {job['cdcStatus']}", verification.get("status")}
                if not words:
                    break
        return words

    @classmethod
    def look_at(cls, job):
        path = f"job {job['status']}/{job['cdcStatus']}"
        cls.differences.update(tables.differences(job, tables.JOB, path))
        cls.differences.update(tables.of_another_version(job, cls.version))
        cls.contradictions.update(f"{path}: {text}" for text in contradictions(job))

    def test_documents_are_what_the_tables_say(self):
        self.assertNone(self.differences, "other than the field tables say")

    def test_fields_of_a_document_agree(self):
        self.assertNone(self.contradictions, "contradictions")

    def test_the_lives_were_whole(self):
        self.assertEqual(self.unseen, {"continuous": set(), "verified": set()})


def contradictions(job):
    """Yields what cannot be true at once."""
    if (job["status"] == "FAILED") != (job.get("failureError") is not None):
        yield "failed without a failure, or the other way round"
    statistics = job.get("statistics")
    if statistics is None:
        if job["status"] in ("COMPLETED", "CLEANING_UP"):
            yield "over without statistics"
        return
    left, tables_ = statistics["remainingTableCount"], statistics["totalTableCount"]
    if left > tables_:
        yield f"{left} tables of {tables_} remain"
    if statistics["snapshotCompleted"] and (left or statistics["processingTables"]):
        yield "a completed snapshot with tables to do"
    if job["cdcStatus"] not in ("NOT_STARTED", "FAILED") and job.get("cdcStatistics") is None:
        yield "changes are captured without statistics"
    if job["options"]["mode"] == "SNAPSHOT" and job.get("cdcStatistics") is not None:
        yield "a snapshot with captured changes"


class RelationalMigratorRoutes(Case):
    def test_the_newest_job_is_the_first(self):
        times = [job["submittedAt"] for job in read(f"{API}/jobs")]
        self.assertEqual(times, sorted(times, reverse=True))
        oldest = read(f"{API}/jobs?sort=submittedAt,ASC&limit=1")
        self.assertEqual([job["submittedAt"] for job in oldest], [times[-1]])

    def test_a_limit_and_a_project_narrow_the_list(self):
        jobs = read(f"{API}/jobs")
        self.assertGreater(len(jobs), 10)
        first = [job["id"] for job in read(f"{API}/jobs?limit=7")]
        self.assertEqual(first, [job["id"] for job in jobs[:7]])
        project = jobs[3]["projectId"]
        expected = [job["id"] for job in jobs if job["projectId"] == project]
        found = [job["id"] for job in read(f"{API}/jobs?projectId={project}")]
        self.assertEqual(found, expected)

    def test_at_most_one_job_is_in_progress(self):
        running = read(f"{API}/jobs?type=IN_PROGRESS")
        self.assertLessEqual(len(running), 1)

    def test_a_job_by_its_id_is_the_job_of_the_list(self):
        for job in read(f"{API}/jobs")[1:]:
            self.assertEqual(read(f"{API}/jobs/{job['id']}"), job)

    def test_logs_are_newest_first_and_come_in_parts(self):
        levels = set()
        for job in read(f"{API}/jobs")[1:12]:
            log = read(f"{API}/jobs/{job['id']}/logs")
            self.assertNone(tables.differences(log, [tables.LOG], "log"), "other than the table")
            times = [entry["timestamp"] for entry in log]
            self.assertEqual(times, sorted(times, reverse=True))
            part = read(f"{API}/jobs/{job['id']}/logs?offset=1&limit=2")
            self.assertEqual(part, log[1:3])
            for level in {entry["eventType"] for entry in log}:
                levels.add(level)
                of_level = read(f"{API}/jobs/{job['id']}/logs?eventType={level}")
                self.assertEqual(of_level, [e for e in log if e["eventType"] == level])
        self.assertLessEqual({"INFO", "ERROR"}, levels)

    def test_projects_have_the_names_of_the_jobs(self):
        projects = read(f"{API}/project")
        self.assertNone(
            tables.differences(projects, [tables.PROJECT], "project"), "other than the table")
        named = {project["id"] for project in projects}
        self.assertLessEqual({job["projectId"] for job in read(f"{API}/jobs")}, named)

    def test_health_is_outside_of_the_api(self):
        self.assertEqual(read(f"{ADDRESSES['rm']}/actuator/health")["status"], "UP")

    def test_a_job_that_is_not_there(self):
        for path in ("jobs/nobody", "jobs/nobody/logs"):
            with self.subTest(path):
                status, headers, body = exchange(f"{API}/{path}")
                self.assertEqual(status, 404)
                self.assertTrue(headers["content-type"].startswith("application/json"))
                self.assertNone(
                    tables.differences(json.loads(body), tables.ERROR, "error"), "other")

    def test_what_is_no_route_is_the_web_page(self):
        status, headers, body = exchange(f"{API}/weather")
        self.assertEqual(status, 200)
        self.assertTrue(headers["content-type"].startswith("text/html"))
        self.assertIn(b"<html", body.lower())

    def test_a_stopped_scrape_is_told_with_its_error(self):
        with another("--jobs", "12", "--speed", "1000") as addresses:
            address = addresses["rm"]
            # Before the job runs nothing is scraped.
            (job,) = self.first(address, lambda job: job["jmxConnectivity"] is not None)
            with fault(address, "staleScrape"):
                (job,) = self.first(address, lambda job: True)
        self.assertNone(tables.differences(job, tables.JOB, "job"), "other than the tables")
        self.assertEqual(job["jmxConnectivity"]["status"], "UNAVAILABLE")
        self.assertTrue(job["jmxConnectivity"]["errorMessage"])

    @staticmethod
    def first(address, matches):
        """The newest job, as soon as it is such a one."""
        for _ in range(LONGEST_WATCH):
            jobs = read(f"{address}/api/v1/jobs?limit=1")
            if matches(jobs[0]):
                break
        return jobs

    def test_a_broken_server_has_the_error_body(self):
        with fault(ADDRESSES["rm"], "serverError"):
            status, _, body = exchange(f"{API}/jobs")
        self.assertEqual(status, 500)
        self.assertNone(tables.differences(json.loads(body), tables.ERROR, "error"), "other")

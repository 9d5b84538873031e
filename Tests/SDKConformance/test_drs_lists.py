"""The pages of a list have every task once, and a batch has the tasks that it names."""

from huaweicloudsdkcore.exceptions.exceptions import ClientRequestException

import drs
import dts
from simulation import ADDRESSES, JOBS, Case, read


class DRSLists(Case):
    def setUp(self):
        self.client = drs.client()

    def refused(self, code, call, *arguments, **named):
        with self.assertRaises(ClientRequestException) as raised:
            call(*arguments, **named)
        error = raised.exception
        self.assertEqual((error.status_code, error.error_code), (400, code))

    def test_all_pages_have_every_task_once(self):
        for use in drs.USES:
            every = [job.id for job in drs.jobs(self.client, use)]
            self.assertEqual(len(set(every)), len(every))
            for size in (1, 10, 30, 100):
                with self.subTest(use, size=size):
                    ids, page = [], 1
                    while len(ids) < len(every):
                        answer = drs.page_of(self.client, use, page, size)
                        self.assertEqual(answer.total_record, len(every))
                        self.assertGreater(len(answer.jobs), 0)
                        self.assertEqual({job.db_use_type for job in answer.jobs}, {use})
                        ids += [job.id for job in answer.jobs]
                        page += 1
                    self.assertEqual(ids, every)

    def test_the_services_share_out_all_jobs(self):
        listed = [job.id for use in drs.USES for job in drs.jobs(self.client, use)]
        listed += [job.dts_job_id for kind in dts.KINDS for job in dts.jobs(dts.client(), kind)]
        listed += [job["id"] for job in read(f"{ADDRESSES['rm']}/api/v1/jobs")]
        self.assertEqual((len(listed), len(set(listed))), (JOBS, JOBS))

    def test_a_page_past_the_end_is_refused(self):
        for use in drs.USES:
            with self.subTest(use):
                self.refused("DRS.M00211", drs.page_of, self.client, use, page=900)

    def test_a_page_of_no_size_is_the_whole_or_wrong(self):
        whole = drs.page_of(self.client, "migration", page=1, size=0)
        self.assertEqual(len(whole.jobs), whole.total_record)
        self.refused("DRS.M00210", drs.page_of, self.client, "migration", page=2, size=0)
        self.refused("DRS.M00210", drs.page_of, self.client, "migration", page=1, size=101)

    def test_without_a_page_come_ten(self):
        page = drs.page_of(self.client, "migration", page=None, size=None)
        self.assertEqual(len(page.jobs), 10)

    def test_what_is_no_use_is_refused(self):
        self.refused("DRS.M00202", drs.page_of, self.client, "replay")
        self.refused("DRS.M00201", drs.page_of, self.client, None)

    def test_names_and_ids_find_their_tasks(self):
        jobs = drs.jobs(self.client, "migration")
        ids = [job.id for job in jobs[:40]]
        found = drs.page_of(self.client, "migration", name=",".join([*ids, drs.UNKNOWN]))
        self.assertEqual([job.id for job in found.jobs], ids)
        named = drs.page_of(self.client, "migration", name=jobs[5].name)
        self.assertIn(jobs[5].id, [job.id for job in named.jobs])
        self.assertTrue(all(jobs[5].name in job.name for job in named.jobs))


class DRSBatches(Case):
    def setUp(self):
        self.client = drs.client()
        self.ids = [job.id for job in drs.jobs(self.client, "migration")[:12]]

    def refused(self, code, call, *arguments):
        with self.assertRaises(ClientRequestException) as raised:
            call(*arguments)
        self.assertEqual((raised.exception.status_code, raised.exception.error_code), (400, code))

    def test_without_a_page_only_five_of_the_ids_are_answered(self):
        for call in (drs.status, drs.details):
            with self.subTest(call.__name__):
                answer = call(self.client, self.ids, None)
                self.assertEqual([item.id for item in answer.results], self.ids[:5])
                self.assertEqual(answer.count, 5)

    def test_pages_of_a_batch_have_every_id_once(self):
        for call in (drs.status, drs.details):
            for size in (5, 10, 100, 0):
                with self.subTest(call.__name__, size=size):
                    last = -(-len(self.ids) // size) if size else 1
                    found = [
                        item.id for page in range(1, last + 1)
                        for item in call(self.client, self.ids, page, size).results]
                    self.assertEqual(found, self.ids)

    def test_a_page_past_the_end_is_refused(self):
        for call in (drs.status, drs.details):
            self.refused("DRS.M00211", call, self.client, self.ids, 9, 10)

    def test_calls_without_pages_answer_every_id(self):
        for call, key in (
                (drs.progress, "job_id"), (drs.guarding, "job_id"), (drs.checks, "precheck_id")):
            with self.subTest(call.__name__):
                answer = call(self.client, self.ids)
                self.assertEqual([getattr(item, key) for item in answer.results], self.ids)
                self.assertIn(answer.status_code, (200, 202))

    def test_an_unknown_id_among_others_is_told_in_its_place(self):
        for name, call in drs.BATCHES.items():
            with self.subTest(name):
                results = call(self.client, [self.ids[0], drs.UNKNOWN]).results
                self.assertEqual(results[1].error_code, "DRS.M00289")
                self.assertEqual(len(results), 2)

    def test_nothing_but_unknown_ids_is_an_error_with_the_same_body(self):
        for name, call in drs.BATCHES.items():
            with self.subTest(name):
                with self.assertRaises(ClientRequestException) as raised:
                    call(self.client, [drs.UNKNOWN])
                # The SDK looks for a code outside of lists only, and shows the text instead.
                self.assertEqual(raised.exception.status_code, 400)
                self.assertIn('"error_code":"DRS.M00289"', raised.exception.error_msg)

    def test_ids_are_there_well_formed_and_different(self):
        for name, call in drs.BATCHES.items():
            with self.subTest(name):
                self.refused("DRS.M00201", call, self.client, [])
                self.refused("DRS.M00202", call, self.client, ["no-id"])
                self.refused("DRS.M00301", call, self.client, self.ids[:1] * 2)

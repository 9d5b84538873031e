"""The pages of a list have every job once, and a filter has the jobs that it names."""

from alibabacloud_tea_openapi.exceptions import ClientException

import dts
from simulation import Case


class DTSLists(Case):
    def setUp(self):
        self.client = dts.client()

    def test_all_pages_have_every_job_once(self):
        for kind in dts.KINDS:
            for size in (10, 20, 30):
                with self.subTest(kind, size=size):
                    pages = list(dts.pages(self.client, kind, size))
                    ids = [job.dts_job_id for page in pages for job in page.dts_job_list]
                    self.assertEqual(len(set(ids)), len(ids))
                    self.assertEqual({page.total_record_count for page in pages}, {len(ids)})
                    self.assertEqual(
                        [page.page_record_count for page in pages],
                        [len(page.dts_job_list) for page in pages])
                    self.assertEqual(
                        [page.page_number for page in pages], list(range(1, len(pages) + 1)))

    def test_the_fleet_is_more_than_a_page(self):
        for kind in ("MIGRATION", "SYNC"):
            page = self.client.describe_dts_jobs(dts.listing(kind)).body
            self.assertEqual(len(page.dts_job_list), 30)
            self.assertGreater(page.total_record_count, 30)

    def test_the_order_is_the_one_asked_for(self):
        newest = [job.create_time for job in dts.jobs(self.client, "SYNC")]
        self.assertEqual(newest, sorted(newest, reverse=True))
        request = dts.listing("SYNC")
        request.order_direction = "ASC"
        oldest = self.client.describe_dts_jobs(request).body.dts_job_list[0]
        self.assertEqual(oldest.create_time, newest[-1])

    def test_without_a_kind_and_a_page_come_twenty_migrations(self):
        request = dts.listing(None, page=None, size=None)
        page = self.client.describe_dts_jobs(request).body
        self.assertEqual({job.job_type for job in page.dts_job_list}, {"MIGRATION"})
        self.assertEqual(len(page.dts_job_list), 20)

    def test_a_page_past_the_end_is_empty(self):
        for kind in dts.KINDS:
            with self.subTest(kind):
                page = self.client.describe_dts_jobs(dts.listing(kind, page=900)).body
                self.assertEqual(page.dts_job_list, [])
                self.assertEqual(page.page_record_count, 0)
                self.assertEqual(page.total_record_count, len(dts.jobs(self.client, kind)))

    def test_ids_find_their_jobs_and_no_others(self):
        ids = [job.dts_job_id for job in dts.jobs(self.client, "SYNC")[3:25]]
        asked = ",".join([*ids, dts.UNKNOWN])
        page = self.client.describe_dts_jobs(dts.listing("SYNC", dts_job_id=asked)).body
        self.assertEqual({job.dts_job_id for job in page.dts_job_list}, set(ids))
        self.assertEqual(page.total_record_count, len(ids))
        other = self.client.describe_dts_jobs(dts.listing("MIGRATION", dts_job_id=asked)).body
        self.assertEqual(other.total_record_count, 0)

    def test_a_status_finds_its_jobs(self):
        every = [job for job in dts.jobs(self.client, "MIGRATION") if job.status == "Finished"]
        page = self.client.describe_dts_jobs(dts.listing("MIGRATION", status="Finished")).body
        self.assertGreater(len(every), 0)
        self.assertEqual({job.status for job in page.dts_job_list}, {"Finished"})
        self.assertEqual(page.total_record_count, len(every))

    def test_checks_come_in_pages_too(self):
        (job, *_) = dts.jobs(self.client, "SYNC")
        names, total, page = [], None, 0
        while total is None or len(names) < total:
            page += 1
            request = dts.checks(job.dts_job_id, page=str(page), size="5")
            body = self.client.describe_pre_check_status(request).body
            self.assertEqual(body.page_number, page)
            self.assertEqual(len(body.job_progress), body.page_record_count)
            self.assertIn(len(body.job_progress), range(1, 6))
            names += [item.item for item in body.job_progress]
            total = body.total_record_count
        self.assertEqual((len(names), len(set(names))), (total, total))

    def test_what_is_no_kind_is_refused(self):
        for field, value in (("job_type", "ONLINE"), ("type", "SYNC"), ("page_number", 0)):
            with self.subTest(field):
                request = dts.listing("SYNC")
                setattr(request, field, value)
                with self.assertRaises(ClientException) as raised:
                    self.client.describe_dts_jobs(request)
                self.assertRegex(raised.exception.code, "^Invalid")
                self.assertEqual(raised.exception.status_code, 400)

"""The SDKs still send what the record says, against which the clients' own tests hold theirs."""

import json

import recorder
from simulation import Case


class SDKRequests(Case):
    def test_the_sdks_send_what_the_record_says(self):
        recorded = recorder.record()
        kept = json.loads(recorder.FILE.read_text(encoding="utf-8"))["requests"]
        self.assertEqual(set(recorded), set(kept))
        for name, request in recorded.items():
            with self.subTest(name):
                self.assertEqual(request, kept[name])

    def test_the_record_is_as_the_recorder_writes_it(self):
        kept = recorder.FILE.read_text(encoding="utf-8")
        self.assertEqual(kept, recorder.written(json.loads(kept)["requests"]))

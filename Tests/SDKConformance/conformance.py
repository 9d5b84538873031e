"""Runs all tests of this folder and says so in one line; no test at all is a failure."""

import pathlib
import sys
import unittest

folder = pathlib.Path(__file__).parent
tests = unittest.defaultTestLoader.discover(str(folder))
result = unittest.TextTestRunner(verbosity=2).run(tests)
# A test with parts fails once, however many of them do.
troubles = result.failures + result.errors
failed = len({getattr(test, "test_case", test).id() for test, _ in troubles})
passed = result.testsRun - failed - len(result.skipped)
print(f"{passed} passed, {failed} failed, {len(result.skipped)} skipped")
sys.exit(failed > 0 or passed == 0)

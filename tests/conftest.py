"""What all tests share: property tests' examples, and who runs what where several processes share the tests.

The examples of property tests are the same on every run, and a slow machine fails none; to look for others:
``pytest --hypothesis-profile explore``.
"""

import pytest
from hypothesis import settings

settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1_000)
settings.load_profile("same")


def is_timed(nodeid):
    """By its name: of a test, the process that hands out the others knows no more."""
    return "::test_timed_" in nodeid


def share_of(nodeid):
    """Give what one process runs: a file, all tests in a browser, all tests that measure how long something takes."""
    if is_timed(nodeid):
        return "timed"
    return "browser" if nodeid.startswith("tests/browser/") else nodeid.partition("::")[0]


def pytest_collection_modifyitems(items):
    """Put what measures time last, when the other processes have little left to do."""
    items.sort(key=lambda item: is_timed(item.nodeid))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Hand out shares in the order of collection; with ``-n`` alone, as `make test` calls pytest."""
    from xdist.scheduler import LoadScopeScheduling

    class Shares(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return share_of(nodeid)

    return Shares(config, log) if config.getvalue("dist") == "loadscope" else None

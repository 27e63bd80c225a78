"""What a person who watches sees: a bar on standard error, gone at the end; nothing where nobody watches."""

import io
from contextlib import redirect_stderr
from types import SimpleNamespace

import pytest

from borderatlas.cli.telling import progress, watched
from borderatlas.corpus.progress import shown, summary


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture(params=[Terminal, io.StringIO], ids=["terminal", "file"])
def stderr(request, monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    return request.param()


def test_a_run_tells_reports_and_rejects(stderr):
    with redirect_stderr(stderr), shown() as watch:
        assert (watch is not None) == stderr.isatty()
        for _ in range(2) if watch else ():
            watch(SimpleNamespace(reports=1_500, rejects=["one"], size=50), 100)
        if watch:
            assert (watch.reports, watch.rejects) == (3_000, 2)
            assert watch.bar.tasks[0].percentage == 100
    assert ("3,000 reports, 2 rejects" in stderr.getvalue()) == stderr.isatty()


@pytest.mark.parametrize("show", [progress, lambda reports: watched(iter(reports))])
def test_long_work_is_shown_and_none_of_it_lost(stderr, show):
    with redirect_stderr(stderr):
        assert list(show([*range(30)])) == [*range(30)]
    assert bool(stderr.getvalue()) == stderr.isatty()


def test_short_work_is_not_shown(stderr):
    with redirect_stderr(stderr):
        assert list(progress([*range(19)])) == [*range(19)]
    assert stderr.getvalue() == ""


def test_the_summary_says_what_came_of_a_run():
    manifest = {"reports": 1_200, "rows": 3_400, "partitions": [1, 2], "resumed": 1, "rejects": 3}
    assert summary(manifest, "out") == (
        "out: 1,200 reports; 3,400 rows in 2 partitions; 1 of them were there already; "
        "3 records could not be read, see out/rejects.jsonl"
    )

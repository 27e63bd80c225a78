"""How far a run is: a bar with rate and time left where a person watches, and what came of it in the end."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from borderatlas.corpus.work import Done


@contextmanager
def shown() -> Iterator[Callable[[Done, int], None] | None]:
    """Show a bar on standard error; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.percentage:>3.0f}%"), BarColumn(), TextColumn("{task.fields[reports]:,} reports, {task.fields[rejects]:,} rejects"),
        TextColumn("{task.fields[rate]:,.0f}/s"), TimeElapsedColumn(), TextColumn("left:"), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield _Watch(bar)


class _Watch:
    def __init__(self, bar: Any) -> None:
        self.bar = bar
        self.task = bar.add_task("", total=None, reports=0, rejects=0, rate=0.0)
        self.reports = self.rejects = 0

    def __call__(self, done: Done, total: int) -> None:
        self.reports += done.reports
        self.rejects += len(done.rejects)
        elapsed = self.bar.tasks[0].elapsed or 1e-9
        self.bar.update(
            self.task,
            total=total,
            advance=done.size,
            reports=self.reports,
            rejects=self.rejects,
            rate=self.reports / elapsed,
        )


def summary(manifest: dict[str, Any], folder: str) -> str:
    """Say in one line what came of a run."""
    parts = [
        f"{folder}: {manifest['reports']:,} reports",
        f"{manifest['rows']:,} rows in {len(manifest['partitions']):,} partitions",
    ]
    if manifest["resumed"]:
        parts.append(f"{manifest['resumed']:,} of them were there already")
    if manifest["rejects"]:
        parts.append(f"{manifest['rejects']:,} records could not be read, see {folder}/rejects.jsonl")
    return "; ".join(parts)

"""The folder of a run: what is finished, what was lost, and whether the inputs are those that the run began with."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from borderatlas.corpus.work import SUFFIXES, Done
from borderatlas.errors import OutputError
from borderatlas.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from borderatlas.corpus.work import Job

MANIFEST = "manifest.json"
REJECTS = "rejects.jsonl"
_STATE = ".unfinished"
_RUN = "run.json"
_END = 65_536
"""Bytes at either end of an input file that tell it from another of its size."""


class Store:
    """The folder that a run writes into.

    Parameters
    ----------
    job : Job
        What is done; its `folder` is made when it is not there.
    inputs : sequence of Path
        The input files.
    """

    def __init__(self, job: Job, inputs: Sequence[Path]) -> None:
        self.folder = Path(job.folder)
        self.state = self.folder / _STATE
        self.job = job
        self.run = _described(job, inputs)

    def begin(self, *, overwrite: bool = False) -> dict[str, Done]:
        """Open the folder, and give what an earlier run of the same job finished, by portion.

        Raises
        ------
        OutputError
            When it holds another run's results, or files that are none, and `overwrite` is False.
        """
        if overwrite:
            self._clear()
        earlier = self._earlier()
        if earlier is not None and earlier != self.run:
            msg = f"{self.folder}: holds the results of another run ({_difference(earlier, self.run)}); name another folder, or say --overwrite"
            raise OutputError(msg)
        if earlier is None and self.folder.is_dir() and any(path != self.state for path in self.folder.iterdir()):
            msg = f"{self.folder}: the folder holds other files; name a new one"
            raise OutputError(msg)
        if earlier is None:
            shutil.rmtree(self.state, ignore_errors=True)  # of a run that was killed before it had begun
            write_whole(self.state / _RUN, _json(self.run))
        return {done.name: done for done in self._finished()}

    def is_complete(self) -> bool:
        """Tell whether an earlier run of the same job came to its end."""
        return (self.folder / MANIFEST).is_file() and self._earlier() == self.run

    def keep(self, done: Done) -> None:
        """Note that a portion is finished: its partition is written."""
        write_whole(self.state / f"{done.name}.json", json.dumps(asdict(done), ensure_ascii=False))

    def finish(self) -> dict[str, Any]:
        """Write the rejects and the manifest, and take the notes away; give the manifest.

        Both are made from the notes in the order of the inputs: a run that was broken off and resumed ends with the
        same bytes as one that was not.
        """
        finished = sorted(self._finished(), key=lambda done: done.name)
        rejects = [reject for done in finished for reject in done.rejects]
        write_whole(self.folder / REJECTS, (json.dumps(r, ensure_ascii=False) + "\n" for r in rejects))
        manifest = {**self.run, **totals(finished), "partitions": [self._entry(done) for done in finished]}
        for torn in self.folder.glob(".part-*.part"):  # of a process that was killed while it wrote
            torn.unlink(missing_ok=True)
        write_whole(self.folder / MANIFEST, _json(manifest))
        shutil.rmtree(self.state)
        return manifest

    def manifest(self) -> dict[str, Any]:
        """Read the manifest of a finished run."""
        found: dict[str, Any] = json.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))
        return found

    def _entry(self, done: Done) -> dict[str, Any]:
        return {
            "file": self._partition(done.name).name,
            "reports": done.reports,
            "rows": done.rows,
            "rejects": len(done.rejects),
        }

    def _partition(self, name: str) -> Path:
        return self.folder / f"part-{name}{SUFFIXES[self.job.form]}"

    def _earlier(self) -> dict[str, Any] | None:
        for path in (self.state / _RUN, self.folder / MANIFEST):
            if path.is_file():
                found = json.loads(path.read_text(encoding="utf-8"))
                return {key: found.get(key) for key in self.run}
        return None

    def _finished(self) -> Iterator[Done]:
        for path in sorted(self.state.glob("*-*.json")):
            fields = json.loads(path.read_text(encoding="utf-8"))
            if self._partition(fields["name"]).is_file():
                yield Done(**{**fields, "rejects": tuple(fields["rejects"])})

    def _clear(self) -> None:
        """Take away what a run writes, and nothing else."""
        shutil.rmtree(self.state, ignore_errors=True)
        for suffix in sorted(set(SUFFIXES.values())):
            for part in self.folder.glob(f"part-*{suffix}"):
                part.unlink()
        for name in (MANIFEST, REJECTS):
            (self.folder / name).unlink(missing_ok=True)


def totals(finished: Iterable[Done]) -> dict[str, int]:
    """Add up what came of portions."""
    some = list(finished)
    return {
        "reports": sum(done.reports for done in some),
        "rows": sum(done.rows for done in some),
        "rejects": sum(len(done.rejects) for done in some),
    }


def _described(job: Job, inputs: Sequence[Path]) -> dict[str, Any]:
    """Say what a run is: the same inputs, options, program and data give the same results."""
    from borderatlas import __version__
    from borderatlas.layers.datasets import DESCRIPTOR, data_path, digest

    options = {key: value for key, value in asdict(job).items() if key not in {"folder", "gazetteer", "boundaries"}}
    own = {key: digest(Path(path)) for key in ("gazetteer", "boundaries") if (path := getattr(job, key))}
    return {
        "program": f"borderatlas {__version__}",
        "data": digest(data_path(DESCRIPTOR)),
        "options": {**options, **own},
        "inputs": [_fingerprint(path) for path in inputs],
    }


def _fingerprint(path: Path) -> dict[str, Any]:
    """Tell a file by its size and the hash of its two ends: a corpus may be too large to be read twice."""
    size = path.stat().st_size
    told = hashlib.sha256()
    with path.open("rb") as file:
        told.update(file.read(_END))
        file.seek(max(size - _END, 0))
        told.update(file.read(_END))
    return {"path": path.as_posix(), "bytes": size, "ends": told.hexdigest()}


def _difference(one: dict[str, Any], other: dict[str, Any]) -> str:
    changed = [key for key in other if one.get(key) != other[key]]
    if changed != ["inputs"]:
        return f"other {', '.join(changed)}"
    known = {entry["path"]: entry for entry in one["inputs"] or ()}
    for entry in other["inputs"]:
        if known.get(entry["path"]) != entry:
            return f"{entry['path']} is {'another file' if entry['path'] in known else 'new'}"
    return "fewer inputs"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"

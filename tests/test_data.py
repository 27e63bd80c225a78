"""The data folder: every file as declared, written as source code, small enough for a page."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from borderatlas.errors import DatasetError
from borderatlas.layers import datasets

LAYERS = sorted(path.relative_to(datasets.data_root()).as_posix() for path in datasets.data_root().rglob("*.geojson"))


@pytest.fixture
def copy(tmp_path):
    root = tmp_path / "data"
    shutil.copytree(datasets.data_root(), root)
    descriptor = datasets.describe(root)
    for name, entry in datasets.declared_files(
        descriptor
    ).items():  # whatever the shipped data is, the copy is as declared
        entry |= {"bytes": (root / name).stat().st_size, "hash": datasets.digest(root / name)}
    (root / datasets.DESCRIPTOR).write_text(json.dumps(descriptor), encoding="utf-8")
    assert datasets.verify(root) == []
    return root


def test_shipped_data_is_as_declared():
    assert datasets.verify() == []


def test_every_file_is_declared_with_its_provenance():
    descriptor = datasets.describe()
    assert sorted(datasets.declared_files(descriptor)) == datasets.data_files(datasets.data_root())
    cited = {(source["title"], source["version"]) for source in descriptor["sources"]} | {("borderatlas", "own")}
    for resource in descriptor["resources"]:
        assert re.fullmatch(r"[a-z0-9._-]+", resource["name"])
        assert resource["title"]
        assert resource["description"]
        assert {"format", "mediatype", "encoding", "bytes", "licenses", "sources"} <= resource.keys()
        assert {(source["title"], source["version"]) for source in resource["sources"]} <= cited
        assert all(licence["name"] and licence["path"] for licence in resource["licenses"])


def test_resource_names_are_unique():
    names = [resource["name"] for resource in datasets.describe()["resources"]]
    assert len(set(names)) == len(names)


def test_licences_are_kept_apart():
    licences = {
        resource["path"]: [licence["name"] for licence in resource["licenses"]]
        for resource in datasets.describe()["resources"]
        if isinstance(resource["path"], str)
    }
    assert [path for path, names in licences.items() if "LGPL-3.0-or-later" in names] == ["rivers/tributaries.geojson"]
    for layer in ("rivers/border.geojson", "rivers/rivers.geojson", "gazetteer/provinces.geojson"):
        assert licences[layer] == ["ODbL-1.0"]


def test_sources_carry_a_hash_of_each_file_read():
    for source in datasets.describe()["sources"]:
        assert source["version"]
        assert source["files"]
        for file in source["files"]:
            assert re.fullmatch(r"sha256:[0-9a-f]{64}|sha512:[A-Za-z0-9+/]{86}==", file["hash"])


def test_credit_names_those_who_are_owed_one():
    line = datasets.credit()
    assert "© OpenStreetMap contributors" in line
    assert "\n" not in line
    for owed in ("ODbL", "Natural Earth", "GSHHG", "GeoNames"):
        assert owed in line


@pytest.mark.parametrize("name", ["rivers/border.geojson", "gazetteer/provinces.geojson", "rivers/lakes.geojson"])
def test_one_changed_byte_is_named(copy, name):
    path = copy / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    declared = datasets.declared_files(datasets.describe(copy))[name]["hash"]
    assert datasets.verify(copy) == [f"data/{name}: has {datasets.digest(path)}; declared is {declared}"]


def test_changed_report_is_named(copy):
    path = next(iter(sorted((copy / "reports").iterdir())))
    path.write_bytes(path.read_bytes() + b"x")
    problems = datasets.verify(copy)
    assert len(problems) == 2  # its size and its hash
    assert all(problem.startswith(f"data/reports/{path.name}: has ") for problem in problems)


def test_missing_and_undeclared_files_are_named(copy):
    (copy / "rivers" / "land.geojson").rename(copy / "rivers" / "lands.geojson")
    (copy / "gazetteer" / "notes.txt").write_text("?", encoding="utf-8")
    missing, undeclared = (
        re.compile(r"data/rivers/land\.geojson: missing; declared with \d+ bytes"),
        "not declared in data/datapackage.json; declare it or delete it",
    )
    first, second, third = datasets.verify(copy)
    assert first == f"data/gazetteer/notes.txt: {undeclared}"
    assert missing.fullmatch(second)
    assert third == f"data/rivers/lands.geojson: {undeclared}"


def test_hidden_files_are_passed_over(copy):
    (copy / "rivers" / ".DS_Store").write_bytes(b"\x00")
    assert datasets.verify(copy) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "is missing"), ("{", "is no JSON"), ("[]", "no list of resources"), ("{}", "no list of resources")],
)
def test_broken_descriptor_is_an_error(copy, content, message):
    path = copy / datasets.DESCRIPTOR
    path.unlink()
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(DatasetError, match=message):
        datasets.verify(copy)


def test_descriptor_without_credit_is_an_error(copy):
    (copy / datasets.DESCRIPTOR).write_text('{"resources": []}', encoding="utf-8")
    with pytest.raises(DatasetError, match="no `credit` line"):
        datasets.credit(copy)


@pytest.mark.parametrize("name", LAYERS)
def test_layers_are_written_as_source_code(name):
    content = (datasets.data_root() / name).read_bytes().decode("utf-8")
    assert "\r" not in content
    assert content.endswith("\n]}\n")
    head, *features, tail = content.splitlines()
    assert (head, tail) == ('{"type":"FeatureCollection","features":[', "]}")
    assert all(json.loads(line.removesuffix(","))["type"] == "Feature" for line in features)
    assert not re.search(r"\d\.\d{7}", content), "more than six decimals"


def test_basemap_is_small_enough_for_a_page():
    names = ("rivers/land", "rivers/lakes", "rivers/rivers", "rivers/tributaries", "gazetteer/provinces")
    size = sum((datasets.data_root() / f"{name}.geojson").stat().st_size for name in names)
    assert size < 480_000


def test_descriptor_tells_no_time_of_building():
    content = (datasets.data_root() / datasets.DESCRIPTOR).read_text(encoding="utf-8")
    assert not re.search(r'"(created|modified|date)"', content)

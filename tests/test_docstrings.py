"""What the docstrings of the public names say is true and whole: every example runs, every parameter is told of."""

import doctest
import inspect
from functools import cached_property

import pytest
from griffe import Docstring, DocstringSectionKind
from test_docs import ROOT

import borderatlas as ba
from borderatlas.gazetteer.lookup import Hit
from borderatlas.incidents.merging import Tally
from borderatlas.layers.boundaries import Boundaries
from borderatlas.models import Position
from borderatlas.render.atlas_map import AtlasMap
from borderatlas.render.figure_sheet import PrintFigure

GIVEN = (AtlasMap, Boundaries, Hit, Position, PrintFigure, Tally)
"""Not among the public names, but what public functions give."""
SAME = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
METHODS = (property, cached_property)


def public():
    """Every public name, what public functions give, and their public methods: (name, thing)."""
    yield "borderatlas", ba
    for thing in (*(getattr(ba, name) for name in ba.__all__), *GIVEN):
        yield thing.__name__, thing
        if inspect.isclass(thing):
            yield from (
                (f"{thing.__name__}.{name}", member) for name, member in vars(thing).items() if is_method(name, member)
            )


def is_method(name, member):
    """A public one, written here: matplotlib makes one for each of its figures."""
    made_here = getattr(member, "__module__", "borderatlas").startswith("borderatlas")
    return not name.startswith("_") and (isinstance(member, METHODS) or (inspect.isfunction(member) and made_here))


PUBLIC = dict(public())
TOLD_BY_ITS_CLASS = {"Tally.changes"}  # a property whose example is that of its class


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder of one's own to write in, with the example reports beside it."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "reports").symlink_to(ROOT / "data" / "reports")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", PUBLIC)
def test_the_example_of_a_public_name_gives_what_it_says(name, desk):
    text = inspect.cleandoc(PUBLIC[name].__doc__ or "")
    example = doctest.DocTestParser().get_doctest(text, {}, name, None, None)
    if name in TOLD_BY_ITS_CLASS:
        return
    assert example.examples, f"{name} has no example"
    assert not any(options.get(doctest.SKIP) for options in (e.options for e in example.examples)), name
    said = []
    assert not doctest.DocTestRunner(optionflags=SAME).run(example, out=said.append).failed, "".join(said)


def parts(text):
    return {section.kind: section.value for section in Docstring(text).parse("numpy", warnings=False)}


def functions():
    return {name: thing for name, thing in PUBLIC.items() if inspect.isfunction(inspect.unwrap(thing))}


@pytest.mark.parametrize("name", functions())
def test_a_function_tells_of_each_parameter_and_of_what_it_gives(name):
    thing = inspect.unwrap(PUBLIC[name])
    told = parts(inspect.cleandoc(thing.__doc__))
    wanted = [n.name for n in inspect.signature(thing).parameters.values() if n.kind != n.VAR_KEYWORD]
    described = {parameter.name.lstrip("*") for parameter in told.get(DocstringSectionKind.parameters, ())}
    assert set(wanted) - {"self", "close_file"} <= described  # close_file is folium's
    assert DocstringSectionKind.returns in told


def test_every_field_of_a_record_is_told_of():
    """In the class's docstring, by its name; of an incident, in the table of columns."""
    from borderatlas.incidents.columns import COLUMN_TABLE

    for record in (ba.Report, ba.RiverPosition, ba.Place, Position, Hit, Tally):
        words = set(inspect.cleandoc(record.__doc__).replace(",", " ").replace("`", " ").split())
        plain = {"name", "title", "publisher", "url", "population", "feature_class", "feature_code"}
        assert set(record.__dataclass_fields__) - plain <= words, record
    assert set(ba.Incident.__dataclass_fields__) <= set(COLUMN_TABLE)

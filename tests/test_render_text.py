"""What `render.text` writes is the value it was given, and nothing else to any reader of the page."""

from __future__ import annotations

import json
import math

import jinja2
import pytest
from hostile import PAYLOADS
from hypothesis import given
from hypothesis import strategies as st

from borderatlas.errors import RenderError
from borderatlas.render import text

NASTY = st.text(alphabet=st.sampled_from("<>/{}%#!-$`\\\"'&\u2028\u2029\u202e script{}ab압鸭"))


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_payload_survives_and_is_inert(payload: str) -> None:
    written = text.json_text({"quote": payload, payload: 1})
    assert json.loads(written) == {"quote": payload, payload: 1}
    assert jinja2.Template(written).render() == written
    assert not set(written) & set("<\u2028\u2029")


@given(st.recursive(NASTY | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(NASTY, inner)))
def test_json_text_gives_back_any_value_through_a_template_engine(value: object) -> None:
    written = text.json_text(value)
    assert json.loads(written) == value
    assert jinja2.Template(written, keep_trailing_newline=True).render() == written
    assert not set(written) & set("<\u2028\u2029")


def test_lone_surrogate_can_be_written_as_utf8() -> None:
    written = text.json_text("bad \udcff byte")
    assert json.loads(written.encode("utf-8")) == "bad \udcff byte"


@pytest.mark.parametrize("value", [math.nan, math.inf, {1, 2}, object()], ids=["nan", "inf", "set", "object"])
def test_json_text_refuses_what_json_cannot_say(value: object) -> None:
    with pytest.raises(RenderError, match="JSON"):
        text.json_text(value)


@pytest.mark.parametrize("code", ["a='</script>'", "a='</SCRIPT >'", "/* <!--<script> */"])
def test_script_block_refuses_code_that_would_end_it(code: str) -> None:
    with pytest.raises(RenderError, match="a layer"):
        text.script_block(code, "a layer")


def test_script_block_leaves_code_as_it_is() -> None:
    assert text.script_block("let a = '{{7*7}}';", "x") == "<script>let a = '{{7*7}}';</script>"


def test_attribute_cannot_be_left() -> None:
    assert text.attribute('"><script>') == "&quot;&gt;&lt;script&gt;"

"""What `render.block` writes is what the table said, column by column, whatever is in it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pytest
from hostile import PAYLOADS
from hypothesis import given, settings
from hypothesis import strategies as st

from borderatlas.errors import RenderError
from borderatlas.render import block, text
from borderatlas.render.intake import checked

ANY_TEXT = st.none() | st.text(max_size=8) | st.sampled_from([*PAYLOADS.values()])


def read_back(table: pd.DataFrame, *, plain: bool) -> dict[str, list[object]]:
    ready = checked(table)
    return block.decode(*block.incident_block(ready, np.full(len(ready), -1, dtype=np.int32), 100_000, plain=plain))


@given(st.binary(max_size=200))
def test_base85_gives_back_any_bytes_in_harmless_characters(content: bytes) -> None:
    written = block.base85(content)
    assert block.from_base85(written) == content
    assert not set(written) & set("<>&\"'\\\\{}`")
    assert len(written) == -(-len(content) * 5 // 4)


def test_a_packed_block_that_is_none_is_refused() -> None:
    with pytest.raises(RenderError, match="a packed block"):
        text.packed_block("x", "abc</script>")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(ANY_TEXT, ANY_TEXT, st.sampled_from(["arrest", "", None]), st.floats(-89, 89) | st.none()),
        max_size=20,
    ),
    st.booleans(),
)
def test_any_table_comes_back(rows: list[tuple[str | None, str | None, str | None, float | None]], plain: bool) -> None:
    table = pd.DataFrame(
        {"title": [r[0] for r in rows], "publisher": [r[1] for r in rows], "event_type": [r[2] for r in rows],
         "latitude": [r[3] for r in rows], "longitude": [r[3] for r in rows]}, dtype=object
    )  # fmt: skip
    found = read_back(table, plain=plain)
    assert found.get("title", [None] * len(rows)) == [r[0] for r in rows]
    assert found.get("publisher", [""] * len(rows)) == [r[1] or "" for r in rows]
    assert found.get("event_type", [""] * len(rows)) == [r[2] or "" for r in rows]
    wanted = [block.NOTHING if r[3] is None else round(r[3] * 1e5) for r in rows]
    assert found.get("lat", [block.NOTHING] * len(rows)) == pytest.approx(wanted, abs=1)


@pytest.mark.parametrize("plain", [False, True])
def test_chunks_join_again_and_hostile_text_survives(plain: bool) -> None:
    number = 2 * block.CHUNK_ROWS + 7
    titles = [f"{i} \ud800 \x00 {{{{7*7}}}}" for i in range(number)]
    table = pd.DataFrame(
        {"title": pd.Series(titles, dtype=object), "latitude": 41.0, "longitude": np.linspace(-180, 180, number)}
    )
    found = read_back(table, plain=plain)
    assert found["title"] == titles
    assert found["lon"][0] == -18_000_000
    assert found["lon"][-1] == 18_000_000


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2019-03-05", None, (17960, None)), (None, "2019-03-05", (None, 17960)), ("2019-03", None, (17956, 17986)),
        ("2019", "2019", (17897, 18261)), ("2019-03-05T10:00:00", date(2019, 3, 6), (17960, 17961)),
        ("soon", "2019-02-30", (None, None)), ("", None, (None, None)), (datetime(2019, 3, 5, 10, tzinfo=UTC), None, (17960, None)),
        ("2024-02", None, (19754, 19782)), ("1969-12-31", "1970-01-01", (-1, 0)), ("0001-01-01", "9999-12", (-719162, 2932896)),
    ],
)  # fmt: skip
def test_dates_are_days(start: object, end: object, days: tuple[int | None, int | None]) -> None:
    table = pd.DataFrame(
        {"latitude": [41.0], "longitude": [127.0], "date_start": [start], "date_end": [end]}, dtype=object
    )
    found = read_back(table, plain=True)
    assert tuple(found.get(name, [block.NOTHING])[0] for name in ("from", "to")) == tuple(
        block.NOTHING if day is None else day for day in days
    )


def test_words_are_numbered_the_commonest_first_and_the_empty_one_is_nought() -> None:
    words, codes = block.codes_of(pd.Series(["b", "a", None, "a", "c", ""], dtype=object))
    assert words == ["", "a", "b", "c"]
    assert codes.tolist() == [2, 1, 0, 1, 3, 0]


def test_more_words_than_a_byte_can_count() -> None:
    table = pd.DataFrame({"latitude": 41.0, "longitude": 127.0, "publisher": [f"p{i}" for i in range(70_000)]})
    found = read_back(table, plain=False)
    assert found["publisher"] == table["publisher"].tolist()


def test_numbers_without_a_fraction_are_written_without_a_point() -> None:
    assert block.plain_texts(pd.Series([1.0, 2.5, None, "x", pd.NaT], dtype=object)) == ["1", "2.5", None, "x", None]

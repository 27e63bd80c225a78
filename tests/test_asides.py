"""What a page carries beside its report is no news, wherever the page puts it."""

import pytest

from borderatlas.gazetteer.asides import asides
from borderatlas.gazetteer.geocoding import geocode
from borderatlas.models import Report, Section

NEWS = "Two men were arrested in Musan County on March 3, a source in Hoeryong said. They had carried phones over the river."


def roles(text):
    return {p.text: p.role for p in geocode(Report("r", text, (Section("body", 0, len(text)),)))}


@pytest.mark.parametrize(
    "marker", ["Related stories", "SEE ALSO:", "Most Read", "관련기사", "많이 본 뉴스", "延伸閱讀", "相关新闻"]
)
def test_the_headlines_behind_a_marker_are_background(marker):
    found = roles(f"{NEWS}\n\n{marker}\nRice price doubles in Hyesan\nNew jetty built at Linjiang\n")
    assert found["Musan County"] == "incident"
    assert found["Hoeryong"] == "source"
    assert found["Hyesan"] == found["Linjiang"] == "background"


def test_prose_closes_an_aside():
    text = f"{NEWS}\nRead more:\nRice price doubles in Hyesan\n{NEWS.replace('Musan', 'Onsong')}\n"
    ((start, _), (_, end)) = asides(text, 0, len(text))
    assert text[start:end] == "Read more:\nRice price doubles in Hyesan\n"


def test_a_report_without_markers_has_no_aside():
    assert asides(NEWS, 0, len(NEWS)) == []

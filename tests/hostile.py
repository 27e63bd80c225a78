"""Text that tries to be more than text: each payload must come out of a page as it went in, and do nothing else."""

from __future__ import annotations

MARKS_PYTHON = "{{lipsum.__globals__.os.mkdir('executed-by-jinja')}}"
"""Makes a folder in the working folder when a template engine compiles it."""

PAYLOADS: dict[str, str] = {
    "img_onerror": "<img src=x onerror=pwn()>",
    "svg_onload": "<svg onload=pwn()>",
    "close_script": "</script><script>pwn()</script>",
    "close_title": "</title><script>pwn()</script>",
    "comment": "<!--<script>",
    "close_bdi": "</bdi></dd><iframe srcdoc='<script>top.pwn()</script>'>",
    "dollar": "${pwn()} ${1}",
    "backtick": "`+pwn()+`",
    "backslash_backtick": "\\\\`+pwn()+`",
    "quotes": "');pwn();//\");pwn();//",
    "trailing_backslash": "tail\\",
    "jinja_sum": "{{7*7}}q",
    "jinja_raw": "{% raw",
    "jinja_comment": "before{# gone #}after",
    "jinja_python": MARKS_PYTHON,
    "jinja_split": "{{{7*7}}}",
    "line_separator": "a\u2028b\u2029c",
    "javascript_link": "javascript:pwn()",
    "javascript_link_tab": "java\tscript:pwn()",
    "data_link": "data:text/html,<script>pwn()</script>",
    "bidi": "safe \u202egnp.exe\u202c \u2066isolate\u2069",
    "null": "a\x00b",
    "prototype": "__proto__",
    "long": "x" * 3000,
    "hangul": "압록강 <b>鸭绿江</b>",
}

BAD_LINKS = ("javascript_link", "javascript_link_tab", "data_link", "img_onerror", "prototype", "jinja_sum")
"""Payloads that, given as an address, must become no link at all."""

FIELDS = (
    "id", "report", "title", "quote", "event_type", "date_start", "publisher", "source_date", "place_name", "rule",
    "review_status", "admin1", "language", "source_url",
)  # fmt: skip
"""Columns that come from a report or from a table that anybody wrote."""

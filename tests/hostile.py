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
    "close_style": "</style><style>*{display:none}</style><script>pwn()</script>",
    "close_textarea": "</textarea></noscript></template><img src=x onerror=pwn()>",
    "cdata": "<![CDATA[<script>pwn()</script>]]>",
    "entities": "&lt;script&gt;pwn()&lt;/script&gt; &#x3c;img&#x3e; &amp;",
    "attribute_break": '"><img src=x onerror="pwn()" x="',
    "attribute_single": "' autofocus onfocus='pwn()' x='",
    "math_mutation": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=pwn()&gt;">',
    "svg_script": "<svg><script>pwn()</script><a xlink:href=javascript:pwn()><text>x</text></a></svg>",
    "meta_refresh": "<meta http-equiv=refresh content='0;url=javascript:pwn()'><base href=//x.example/>",
    "link_case": "JaVaScRiPt:pwn()",
    "link_blank": " \x01javascript:pwn()",
    "link_newline": "javascript:\npwn()",
    "link_vbscript": "vbscript:pwn()",
    "link_file": "file:///etc/passwd",
    "link_blob": "blob:null/pwn",
    "link_user": "https://bank.example@evil.example/\u202egnp",
    "jinja_statement": "{% for x in ().__class__.__base__.__subclasses__() %}{{x}}{% endfor %}",
    "jinja_import": "{% import 'os' as o %}{{ o.mkdir('executed-by-jinja') }}",
    "jinja_cycler": "{{cycler.__init__.__globals__.os.mkdir('executed-by-jinja')}}",
    "jinja_line": "# for x in y\n## {{ lipsum.__globals__.os.mkdir('executed-by-jinja') }}\n{%- raw -%}",
    "format_string": "{0.__class__} %s %(x)s %n {} {title}",
    "constructor": "constructor",
    "to_string": "toString",
    "lone_surrogate": "a\ud800b\udfffc",
    "zero_width": "a\u200b\u200d\ufeffb\u00ad",
    "bidi_unclosed": "\u202e\u2067 never closed",
    "controls": "a\x01\x08\x1b[31m\x7fb\x85c",
    "newlines": "a\r\nb\rc\nd\te",
    "formula": '=HYPERLINK("http://x.example/","click")',
    "css": "red;}*{background:url(https://x.example/)}",
    "combining": "e" + "\u0301" * 200,
    "base85_look": "!!!!!zzzzz",
}

MEGABYTE = "<img src=x onerror=pwn()>{{7*7}}" * 32_768
"""A text of a megabyte, hostile all along."""

BAD_LINKS = (
    "javascript_link", "javascript_link_tab", "data_link", "img_onerror", "prototype", "jinja_sum", "link_case", "link_blank",
    "link_newline", "link_vbscript", "link_file", "link_blob",
)  # fmt: skip
"""Payloads that, given as an address, must become no link at all."""

FIELDS = (
    "id", "report", "title", "quote", "event_type", "date_start", "publisher", "source_date", "place_name", "rule",
    "review_status", "admin1", "language", "source_url",
)  # fmt: skip
"""Columns that come from a report or from a table that anybody wrote."""

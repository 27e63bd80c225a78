"""How Chinese says that a sentence tells of a habit, of long ago, of a plan, or that something was not so: data, not code."""

from __future__ import annotations

HABIT = r"惯例|慣例|照例|每逢|每到|每当|每當|总会|總會|素有|旺季|淡季|常年|每年|历年|歷年|往年|通常|一向|历来|歷來|向来"
"""What happens again and again."""

PAST = r"年代|上世纪|上世紀|抗战|朝鲜战争|韓戰|苦难的行军|当年|當年|历史上|歷史上|年前"
"""What was long ago."""

ALIKE = r"同類|同类|類似|类似"
"""Other cases that are likened to this one."""

PLANNED = (
    r"(?<!已)(?:将|將)(?:于|於|会|會|要|继续|繼續|进一步|進一步|有望|在|可能|重新|从|從|自)|计划|計劃|計畫|预计|預計|拟|擬|可能|如果|假如|倘若|一旦|若[^干]|明年|下月"
    r"|下个月|下個月|下周|下週|呼吁|呼籲|担心|擔心|警告|建议|建議|有望"
)
"""What is planned, feared or possible."""

DENIED = (
    r"(?:不了解|不掌握|不清楚)(?:有关|有關|相关|相關|具体|具體)?(?:的)?(?:情况|情況|此事)|(?:没有|沒有|未)听说|不予置评|不予置評|不属实|不屬實|纯属|純屬|辟谣|闢謠|否认|否認"
    r"|不实|不實|谣言|謠言|传言|傳言|子虚乌有|没有发生|沒有發生|未发生|未發生|未发现|未發現|并无|並無|无异常|無異常|一切如常|一切正常|一切照常|没有受到影响|照常|則?一切如"
)
"""What was not so."""

SEQUEL = r"^\W*(?:次日|当天|當天|随后|隨後|其后|之后)?[，,]?(?:他们|他們|她们|她們|他|她|该|該(?!名)|两人|兩人|三人|二人|其中|事件|事故|上述|(?:这名|這名)(?!人士|消息|知情|居民|官员|官員)|此案|涉案)"
"""How a sentence begins that speaks of those whom the one before it named."""

EARLIER = r"此前|早前|早些时候|之前|曾"
"""What led up to it."""

ANOTHER = r"另(?:外|一|据|據|有|悉)|此外|同时|同時|与此同时|與此同時|又"
"""How a sentence begins that tells of something else."""

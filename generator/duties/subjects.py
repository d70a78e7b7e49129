"""Who a sentence speaks to: the bodies at its head, before the word of force."""

from __future__ import annotations

import re

from generator.hanzi.bodies import COLLECTIVE, split_bodies

ENDS = (
    "部门|单位|主体|机关|机构|政府|委员会|[局厅办处科委]|办公室|财政所|中心|供应商|采购人|投标人|代理机构|当事人|"
    "个人|院团|团体|企业|组织|双方|负责人|各地|各地区|区县|县区|街道|乡镇|镇办|[各本](?:市|县|区|省|州|盟|旗)"
)
FOLLOWED = (
    r"[，,]?(?:要|应|须|必须|务必|不得|严禁|禁止|可|请|原则上|在|于|按|自|对|将|把|向|根据|结合|严格|认真|每年|每月|每季|"
    r"负责|具体|不|均|都|也|还|分别|同步|报|收到|依法|依照|依据|通过|可以|每半年|会同|组织|开展|凭)"
)
HEAD = re.compile(
    rf"(?:[一二三四五六七八九十]+是|同时[，,]?|其中[，,]?|此外[，,]?|请|由)*(?P<who>[^，,。；：]{{0,120}}?(?:{ENDS}))(?={FOLLOWED})"
)
PARENTHESIS = re.compile(r"（[^）]*）")
NOT_A_BODY = re.compile(  # 政府 alone opens the name of a thing: 政府向公众提供的项目，…
    r"^(?:根据|按照|为|经|对|向|在|于|如|若|凡|除|自|将|把|通过|由于|因|与|和|加强|做好|推进|鼓励|支持|严禁|不得)|^政府$"
)
JOINTS = re.compile("、|以及|和|及|与")


def head_of(sentence: str) -> tuple[str, ...]:
    """The bodies that a sentence begins with, or that follow its 请; none where it names none."""
    match = HEAD.match(sentence)
    if match is None or NOT_A_BODY.match(match["who"]):
        return ()
    return bodies_named(match["who"])


def bodies_named(words: str) -> tuple[str, ...]:
    """“各市财政局、省直各部门” as two; a list that has one noun at its end (…、养老领域的主管部门) as one."""
    parts = split_bodies(words)
    if not all(is_body(part) for part in parts):
        return (words,)
    return tuple(body for part in parts for body in split_pair(part))


def split_pair(words: str) -> tuple[str, ...]:
    """“单位和个人” as two; “人力资源和社会保障部门” as one."""
    parts = () if COLLECTIVE.search(words) else tuple(part for part in JOINTS.split(words) if part)
    return parts if len(parts) > 1 and all(is_body(part) for part in parts) else (words,)


def is_body(words: str) -> bool:
    """Whether words end as the name of a body does."""
    return re.search(rf"(?:{ENDS})$", PARENTHESIS.sub("", words)) is not None

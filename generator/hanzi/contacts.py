"""Contacts in running text: 联系人：某某，电话：….

A name with its number, or a number alone where the words around it say that it is somebody's, is personal
data: it belongs under 联系人, which is printed on paper and stays off the site.  Numbers that a body has
for everybody (监督电话, 服务热线) are none.
"""

from __future__ import annotations

import re

LANDLINE = r"[(（]?0\d{2,3}[)）]?[-—－ ]?\d{7,8}"
MOBILE = r"1[3-9]\d(?:[- ]?\d{4}){2}"
NUMBER = rf"(?<![\d.])(?:{MOBILE}|{LANDLINE})(?![\d.万亿元])"
MAILBOX = r"[A-Za-z\d._+-]{1,40}@[A-Za-z\d.-]{2,60}"
LABEL = r"联系(?:人|电话|方式)|(?<!监督)(?<!举报)(?<!投诉)(?<!服务)(?<!咨询)(?<!值班)(?:电话|手机)"
CONTACT = re.compile(
    rf"(?:{LABEL})[^。；;\n]{{0,30}}?(?:{NUMBER}|{MAILBOX})"
    rf"|(?:{LABEL})[：:]\s*[1-9]\d{{6,7}}(?!\d)"
    rf"|联系人(?:及(?:联系)?电话)?[：:]\s*[\u4e00-\u9fff]{{2,4}}(?![\u4e00-\u9fff])"
    rf"|(?<![\d.])1[3-9]\d{{9}}(?![\d.万亿元])"
)


def find_contact(text: str) -> str:
    """The words of the first contact in a text; empty where there is none."""
    found = CONTACT.search(text)
    return found[0] if found else ""

"""What the parts of a 公文 look like as words, in right and in wrong spellings.

Every form is matched against the whole line without its spaces (`Line.tight`).  Wrong spellings are
recognised on purpose: only what is recognised can be reported.
"""

from __future__ import annotations

import re

from generator.hanzi.docnumber import CLOSING, OPENING
from generator.standard.genres import genres

FIGURES = "零〇○一二三四五六七八九十百"
"""Chinese numerals, and the two circles that are typed for zero."""

# --- 版头 ---------------------------------------------------------------------------------------

COPY_NUMBER = re.compile(r"(?:份号[：:]?|[Nn][Oo][.．:：]?|№)?\d{5,7}")
SECRECY = re.compile(
    rf"(?:密级[：:]?)?(?:绝密|机密|秘密)[★☆✩✭*＊xX×]?(?:(?:\d+|[{FIGURES}]+)?(?:年|个?月|天|日)|长期|\d+)?"
)
URGENCY = re.compile(r"(?:紧急程度[：:]?)?(?:特提|特急|加急|平急|急件|紧急|急)")
YEAR = r"(?:19|20)\d{2}"
NUMBER = re.compile(
    rf"[\u4e00-\u9fff（）()A-Za-z]{{1,20}}?"
    rf"(?:[{OPENING}]{YEAR}年?[{CLOSING}]第?\d{{1,5}}号?|{YEAR}[-—/年]?第?\d{{1,5}}号)"
)
SPOILED_NUMBER = re.compile(
    rf"[\u4e00-\u9fff]{{0,20}}[{OPENING}{{｛][0-9A-Za-z]{{1,5}}年?[{CLOSING}}}｝]?第?[0-9A-Za-z]{{0,5}}号"
)
"""A 发文字号 with a wrong letter, figure or bracket: 某财〔2O24〕5号, 某财〔24〕5号, 某财〔2024〕号."""
SPOILED_HEAD = re.compile(rf"(?!.*关于)(?:.*文件|.*{SPOILED_NUMBER.pattern}|.*[0-9][0-9A-Za-z]*号)")
"""Words above 关于 that are of a 版头, however spoiled, and of no title."""
SERIAL = re.compile(
    rf"[（(]?(?:{YEAR}年)?第(?:\d{{1,4}}|[{FIGURES}]{{1,6}})[期次号][)）]?"
    rf"|[{OPENING}]?{YEAR}[{CLOSING}年]?第?\d{{1,4}}[号期]|[\u4e00-\u9fff]{{1,10}}令第?\d{{1,4}}号"
)
"""令号 and the number of minutes: 第5号, 〔2024〕3号, 第12期; 某政令12号 is a wrong one."""
ORDER_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,20}令第\d{1,4}号")
"""A 令号 with the body that gave the order, as it stands for a 发文字号 below a mark."""
SIGNERS = re.compile(r"(?:签发人?|会签人?)[：:].{0,60}")
NAME = re.compile(r"[\u4e00-\u9fff]{1,5}(?:·[\u4e00-\u9fff]{1,8})?")
"""A person's name, or one character of a name that is spread by a space."""
ORGAN = (
    r"(?:局|厅|部|院|会|府|室|处|科|办|中心|公司|大学|中学|小学|学校|集团|银行|支行|分行|党组|委"
    r"|支队|总队|大队|所|站|馆|社|团|署|组|政协|工会|党校|指挥部|街道|镇|乡)"
)
"""What names of bodies end with."""
SEALED = r"[（(](?:公?章|盖章|代章|印章?)[)）]"
SEAL = re.compile(rf"{SEALED}$")
"""What stands behind a body for its seal."""
BODY_NAME = re.compile(rf"[\u4e00-\u9fffA-Za-z0-9（）()·]{{1,30}}{ORGAN}(?:{SEALED})?")
MARK = re.compile(r"[\u4e00-\u9fff（）()、·〇○]{2,45}|令")
MARK_OF_FILES = re.compile(r"[\u4e00-\u9fff（）()、·]{0,43}文件")
MARK_OF_ORDERS = re.compile(r"[\u4e00-\u9fff（）()]{2,30}(?:命令|令)|令|命令")
MARK_AND_SERIAL = re.compile(
    rf"(?P<mark>[\u4e00-\u9fff（）()]{{2,30}}?(?:令|公告|通告))"
    rf"[（(]?(?P<number>(?:{YEAR}年)?(?:[{FIGURES}]{{1,3}}届)?第(?:\d{{1,4}}|[{FIGURES}]{{1,6}})号)[）)]?"
    r"(?:[（(](?P<title>关于.{2,100})[)）])?"
)
"""An order or a public notice with mark and number on one line, as web pages print it: 某某部令第5号."""
ENACTING = re.compile(r"(?:现予|予以|现将|现|特此)(?:公布|发布|公告|颁布)|公布施行|公告如下")
"""What the first sentence below such a line says."""
ENACTED_HERE = re.compile(r"现(?:予以?)?(?:公布|发布|颁布|印发)《")
"""How the text of an order begins that bears no title."""
MARK_OF_MINUTES = re.compile(r"(?!关于)[\u4e00-\u9fff（）()·]{0,30}纪要")

# --- 主体 ---------------------------------------------------------------------------------------

GENRES = tuple(sorted((name for genre in genres() for name in genre.names), key=len, reverse=True))
"""The names of the 15 文种 of article 8 of the 条例, 命令 before 令."""
STATUS = re.compile(r"(?:[（(〔【\[][^（）()〔〕]{1,16}[)）〕】\]])+$")
"""What may follow the 文种: （试行）, （征求意见稿）."""
TITLE_NUMBER = re.compile(rf"[（(](?P<number>{NUMBER.pattern})[）)]$")
"""A 发文字号 in brackets behind a title, as web pages print it."""
PAGE_FACT = re.compile(
    r"[•·●\-*]?[【\[]?(?:索引号|组配分类|主题分类|主题词|体裁分类|服务对象|发布机构|发文机[关构]|发文单位|公开主体|公开方式|公开形式"
    r"|公开日期|名称|标题|信息名称|发文字号|文号|发布日期|发布时间|发文日期|成文日期|生效日期|生成日期|实施日期|有效性|时效性|效力状态"
    r"|废止日期|内容概述|来源|作者|日期|时间|浏览|浏览量|浏览次数|阅读|阅读次数|点击|点击数|字体|字号|字体大小|分享|分享到|下载地址|当前位置"
    r"|您的位置|您现在的位置|您现在所在的位置|您所在的位置|责任编辑|责编|编辑)[】\]]?[：:].{0,120}"
)
"""What a web page says about a text in a line of its own, above or below it."""
CLOSING_WORDS = re.compile(
    r"特此(?:公告|通告|通报|通知|函告|函复|批复|报告|函)[。.！]?|此复[。.]?|妥否，请批示[。.]?"
)
PASSING_ON = re.compile(r"现(?:予|将.{2,80})?(?:印发|转发|批转|发布|公布)")
"""What the first sentence of a notice says that only carries another text."""
PASSED_ON = re.compile(r"印发|转发|批转|发布|公布|颁布")
"""What the title of such a 公文 says."""
SENTENCE_END = re.compile(r"[。；！？…]$|[。！？][”’）)》]+$")
CLAUSE = re.compile(r"[。；;！!？?]")
NOT_ADDRESSED = re.compile(
    r"如下|^现[将就把对]|通知|报告|请示|^附|^注|^联系|^电话|^地址|^时间|^地点|^主持|^出席|^列席|^请假|^参加|^记录"
    r"|^尊敬的|^同志们|^各位|^甲方|^乙方|^姓名|^单位|^编号|^合同|^抄送|^主题词|[？?]"
)
NOTE_START = re.compile(r"附件?[：:].+|附件?[：:]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．、：:].+")
NOTE_ALONE = re.compile(r"附件?[：:]?")
NOTE_ITEM = re.compile(
    r"[-•·—–]*(?:\d{1,2}[.．、）)](?:(?!\d)|(?=(?:19|20)\d{2}年)).+|附件?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.．、：:].+)"
)
FIGURE = rf"(?:\d{{1,2}}|[{FIGURES}]{{1,3}}|[Xx×ＸΧ*＊_]{{1,2}})"
BLANK_OR_FIGURE = rf"{FIGURE}?"
DATE = re.compile(
    rf"(?:公元)?(?:\d{{4}}|[{FIGURES}oOＯ0Ｏ]{{4}})年{BLANK_OR_FIGURE}月(?:{BLANK_OR_FIGURE}[日号])?"
    r"|\d{4}[.．/\-－—、]\d{1,2}[.．/\-－—、]\d{1,2}日?"
)
OFFICIAL = re.compile(
    r"(?:[\u4e00-\u9fff]{0,20})?(?:省长|市长|县长|区长|州长|镇长|乡长|旗长|盟长|主席|总理|部长|厅长|局长|主任|院长|校长"
    r"|检察长|书记|会长|行长|董事长|总经理|司令员|政委|署长)(?:[：:]?[\u4e00-\u9fff·]{0,8})"
)
NOTE = re.compile(r"[（(].{2,120}[)）]。?")
BARE_NOTE = re.compile(r"(?:联系人|联系电话|联系方式|此件|本件|此文|公开方式).{2,100}")
ATTENDANCE = re.compile(r"(?:出席|请假|缺席|列席|参加)(?:人员|人|单位|会议)?[：:].*")

# --- 附件 ---------------------------------------------------------------------------------------

ATTACHMENT_LABEL = re.compile(
    rf"(?:{NUMBER.pattern})?附(?:件[：:]?|(?:件?[（(]?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[）)]?[：:.．]?))"
)
ATTACHMENT_LABEL_AND_TITLE = re.compile(r"附件?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[：:]?.{2,60}")

# --- 版记 ---------------------------------------------------------------------------------------

DISCLOSURE = re.compile(
    r"(?:政府)?(?:信息公开(?:选项|属性|类别|形式|方式)?|公开(?:选项|属性|方式|形式|类别))[：:].{2,20}"
)
COPIES_TO = re.compile(r"(?:抄送|抄报)[：:].+")
MORE_COPIES_TO = re.compile(r"(?:主送|抄送|抄报|主报|分送|发送|送|报)[：:].+")
"""What stands in a 版记 but could be something else elsewhere."""
PRINTED_ON = re.compile(rf"(?P<printer>[^，。；：:《》]{{0,30}}?)(?P<date>{DATE.pattern})(?:印发?|印制)")
PRINTER_AND_DATE = re.compile(rf".*{ORGAN}(?:{DATE.pattern})")
IMPRINT_OTHER = re.compile(
    r"[（(]?(?:共印|印数|份数|印发份数)[：:]?\d+份?[)）]?|(?:打字|校对|录入|拟稿|核稿|承办)[：:].{1,60}"
)
SUBJECT_WORDS = re.compile(r"主题词[：:].{0,60}")
"""What the standard of 2012 no longer has: no part of a 版记."""

# --- 其他 ---------------------------------------------------------------------------------------

PAGE_NUMBER = re.compile(
    r"第?[-—–－─―·.（(]*(?:\d{1,4}|[IVXivx]{1,6})[-—–－─―·.）)]*页?(?:[/／，,]?共?\d{1,4}页?)?"
)
CONTENTS_HEADING = re.compile(r"目[录次]")
CONTENTS_LINE = re.compile(r".+(?:…{2,}|\.{4,}|·{4,}|．{3,})\d{1,4}")
TABLE_CAPTION = re.compile(r"(?:附?表|续表)\d{0,3}[：:.．]?.{0,40}")
TABLE_REMARK = re.compile(
    r"(?:[（(]?(?:金额)?单位|填报单位|填报日期|填报时间|填表人|编制单位|注|备注|说明|资料来源)[：:].+"
)


def genre_of(title: str) -> str:
    """The 文种 that a title ends with, （试行） and the like left aside; empty where there is none."""
    words = TITLE_NUMBER.sub("", "".join(title.split()).rstrip("。"))
    bare = STATUS.sub("", unquoted(words))
    return next((genre for genre in GENRES if bare.endswith(genre)), "")


def unquoted(title: str) -> str:
    """A title that stands in 书名号 as a whole, without them."""
    inner = title[1:-1]
    whole = (
        title.startswith("《") and title.endswith("》") and "》" not in inner.replace("〈", "").rstrip("》")
    )
    return inner if whole and "《" not in inner else title


def is_sentence(text: str) -> bool:
    """Whether a line reads as running text: it ends like a sentence, or holds the end of one."""
    return bool(SENTENCE_END.search(text) or CLAUSE.search(text))

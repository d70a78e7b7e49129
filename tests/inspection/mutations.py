"""The mutations: what is damaged in which document, and the one rule that must say so."""

from __future__ import annotations

from typing import NamedTuple

from tests.inspection import damage as do
from tests.inspection import damage_page as to
from tests.inspection.damage import Damage


class Mutation(NamedTuple):
    """One property damaged in one document."""

    code: str
    """Of the rule that must report it, and no other."""
    name: str
    document: str
    damage: Damage
    styled: bool = False
    """Whether it changes a style, which a file without our styles does not have."""


MARK, NUMBER, TITLE, TEXT = "濮阳市财政局文件", "濮财综", "关于做好政府购买", "为做好本年度"
UPWARD_TITLE, ADDRESSEES, UPWARD_ADDRESSEE = "关于扩大", "各县（区）", "市人民政府："
FIRST, SECOND, RUN_IN, THIRD, FOURTH = "一、明确", "（一）设定", "（一）严格", "1.项目", "（1）年度"
CLOSING, OFFICE, SIGNED, NOTE = "请各部门于月底", "濮阳市财政局", "2024年5月6日", "（此件"
LIST, LISTED, LABEL, SECOND_LABEL = "附件：", "2.填报", "附件1", "附件2"
ATTACHED, COPIES, PRINTED = "填报说明", "抄送：", "濮阳市财政局办公室"
LETTER_TEXT, ORDER_TEXT = "为汇编", "《濮阳市政府购买服务管理办法》"

PAGE = (
    Mutation("P01", "纸张选成 Letter", "通知", to.page("pgSz", w=12240, h=15840)),
    Mutation("P01", "纸张选成 16 开", "请示", to.page("pgSz", w=10433, h=14742)),
    Mutation("P02", "上边距留 2.54 厘米", "通知", to.page("pgMar", top=1440)),
    Mutation("P02", "左右边距都是 3.17 厘米", "请示", to.page("pgMar", left=1797, right=1797)),
    Mutation("P02", "加了装订线", "通知", to.page("pgMar", gutter=567)),
    Mutation("P02", "下边距小了 5 毫米", "纪要", to.page("pgMar", bottom=1701)),
    Mutation(
        "P03",
        "正文行距 25 磅",
        "通知",
        do.style("公文默认", "pPr", "spacing", line=500, lineRule="exact"),
        styled=True,
    ),
    Mutation("P03", "一段行距 20 磅", "通知", do.pitch(TEXT, 400)),
    Mutation("P04", "没有紧缩字距", "通知", do.style("公文默认", "rPr", "spacing", val=0), styled=True),
    Mutation("P04", "一段加宽字距", "通知", do.look(TEXT, "spacing", val=20)),
    Mutation("P05", "没有勾选奇偶页不同", "通知", to.without_setting("evenAndOddHeaders")),
    Mutation(
        "P06",
        "页码是 Times New Roman",
        "通知",
        to.number_look(
            "rFonts", ascii="Times New Roman", hAnsi="Times New Roman", eastAsia="Times New Roman"
        ),
    ),
    Mutation("P07", "页脚距边界 1.5 厘米", "通知", to.page("pgMar", footer=851)),
    Mutation("P08", "页码是小五", "通知", to.number_look("sz", val=18)),
    Mutation("P09", "一字线打成减号", "通知", to.dashes("—", "-")),
    Mutation("P09", "一字线删了", "请示", to.dashes("—", "")),
    Mutation("P10", "页码居中", "通知", to.number_layout("jc", val="center")),
    Mutation(
        "P10", "页码不空一字", "通知", to.number_layout("ind", left=0, leftChars=0, right=0, rightChars=0)
    ),
    Mutation("P11", "删了页脚", "通知", to.without("footerReference")),
)
TYPE = (
    Mutation("F01", "一段是宋体", "通知", do.font(TEXT, "宋体")),
    Mutation("F01", "主送机关是黑体", "通知", do.font(ADDRESSEES, "黑体")),
    Mutation("F01", "正文样式改成宋体", "通知", do.style_font("公文正文", "宋体"), styled=True),
    Mutation("F01", "三级标题是黑体", "通知", do.font(THIRD, "黑体")),
    Mutation("F02", "一段是四号", "通知", do.size(TEXT, 14)),
    Mutation("F02", "发文字号是小三", "通知", do.size(NUMBER, 15)),
    Mutation("F02", "一级标题是二号", "通知", do.size(FIRST, 22)),
    Mutation("F03", "一段是红字", "通知", do.colour(TEXT, "FF0000")),
    Mutation("F03", "标题是蓝字", "通知", do.colour(TITLE, "0070C0")),
    Mutation("F03", "抄送是灰字", "通知", do.colour(COPIES, "7F7F7F")),
    Mutation("F04", "一段加粗", "通知", do.bold(TEXT)),
    Mutation("F04", "二级标题加粗", "通知", do.bold(SECOND)),
    Mutation("F04", "一级标题样式加粗", "通知", do.style("一级标题", "rPr", "b"), styled=True),
)
HEAD = (
    Mutation("H01", "份号少一位", "请示", do.reworded("000012", "000012", "00012")),
    Mutation("H02", "密级用空心星", "请示", do.reworded("机密", "★", "☆")),
    Mutation("H02", "保密期限用汉字", "请示", do.reworded("机密", "1年", "一年")),
    Mutation("H03", "紧急程度写成急件", "请示", do.reworded("特急", "特急", "急件")),
    Mutation("H04", "标志上移一行", "通知", do.without_blank_above(MARK)),
    Mutation("H04", "标志下移两行", "通知", do.more_blanks_above(MARK, 2)),
    Mutation("H05", "六角括号打成方括号", "通知", do.reworded(NUMBER, "〔2024〕", "[2024]")),
    Mutation("H05", "六角括号打成圆括号", "通知", do.reworded(NUMBER, "〔2024〕", "（2024）")),
    Mutation("H05", "发文字号加了第", "通知", do.reworded(NUMBER, "〕8", "〕第8")),
    Mutation("H05", "发文字号编了虚位", "通知", do.reworded(NUMBER, "〕8", "〕008")),
    Mutation("H06", "请示没有签发人", "请示", do.reworded(NUMBER, "签发人：樊相奇", "")),
    Mutation(
        "H06",
        "通知标了签发人",
        "通知",
        do.both(
            do.typed_behind(NUMBER, "樊相奇", "楷体_GB2312"),
            do.reworded(NUMBER, "8号", "8号　　签发人："),
            do.aligned(NUMBER, "left"),
            do.indent(NUMBER, left=316),
        ),
    ),
    Mutation(
        "H07", "签发人姓名是仿宋", "请示", do.partly(NUMBER, "樊相奇", "rFonts", eastAsia="仿宋_GB2312")
    ),
    Mutation("H08", "删了红色分隔线", "通知", to.without_rule()),
    Mutation("H09", "密级是仿宋", "请示", do.font("机密", "仿宋_GB2312")),
    Mutation("H10", "紧急程度在密级上面", "请示", do.moved("特急", "机密")),
    Mutation("H11", "标志是黑字", "通知", do.colour(MARK, "000000")),
    Mutation("H12", "标志左对齐", "通知", do.aligned(MARK, "left")),
    Mutation("H13", "标志是黑体", "通知", do.font(MARK, "黑体")),
    Mutation("H14", "标志不缩放，出了版心", "通知", do.look(MARK, "w", val=110)),
    Mutation("H15", "发文字号左对齐", "通知", do.aligned(NUMBER, "left")),
    Mutation("H16", "签发人另起一行", "请示", do.cut(NUMBER, "签发人")),
    Mutation("H15", "上行文发文字号顶格", "请示", do.indent(NUMBER, right=316)),
    Mutation("H18", "分隔线是黑的", "通知", to.bordered(color="000000")),
    Mutation("H19", "分隔线两头缩进", "通知", to.rule_layout("ind", left=1000, right=1000)),
    Mutation("H20", "分隔线低了 8 毫米", "通知", to.rule_layout("spacing", line=630, lineRule="exact")),
    Mutation("H21", "标志和发文字号之间只空一行", "通知", do.without_blank_above(NUMBER)),
    Mutation("H22", "标志加粗", "通知", do.bold(MARK)),
    Mutation("H23", "密级居中", "请示", do.aligned("机密", "center")),
    Mutation("H23", "紧急程度缩进二字", "请示", do.indent("特急", left=632)),
    Mutation("H24", "涉密公文没有份号", "请示", do.emptied("000012")),
)
LETTER = (
    Mutation("L01", "信函标志低了 10 毫米", "函", to.box_down("濮阳市财政局", 10)),
    Mutation("L02", "上边是单线", "函", to.bordered(0, val="single")),
    Mutation("L02", "删了上边的双线", "函", to.without_rule(0)),
    Mutation("L03", "下边的双线上粗下细", "函", to.bordered(1, val="thickThinSmallGap")),
    Mutation("L04", "首页有页码", "函", to.without("titlePg")),
    Mutation("L05", "发文字号左对齐", "函", do.without_tabs("濮财购函")),
    Mutation(
        "L06",
        "信函加了印发日期",
        "函",
        do.both(
            do.added_below("抄送", "濮阳市财政局办公室　　2024年4月8日印发"),
            do.restyled("濮阳市财政局办公室", "印发机关"),
        ),
    ),
    Mutation("L08", "双线与版心等宽", "函", to.rule_layout("ind", 0, left=397, right=397)),
    Mutation("L09", "下边的双线高了 10 毫米", "函", to.box_down("信函下线", -10)),
    Mutation("L10", "双线低了 6 毫米", "函", to.rule_layout("spacing", 0, line=423, lineRule="exact")),
)
ORDER = (
    Mutation("O01", "命令标志低了一行", "令", do.more_blanks_above("濮阳市人民政府令")),
    Mutation("O03", "令号下只空一行", "令", do.without_blank_above(ORDER_TEXT)),
    Mutation(
        "O04",
        "命令列了主送机关",
        "令",
        do.both(
            do.inserted(ORDER_TEXT, "各县（区）人民政府：", ORDER_TEXT),
            do.restyled(ADDRESSEES, "主送机关"),
            do.indent(ADDRESSEES),
        ),
    ),
    Mutation("H05", "令号用年份编号", "令", do.reworded("第12号", "第12号", "濮政令12号")),
)
TITLES = (
    Mutation("T01", "标题是黑体", "通知", do.font(TITLE, "黑体")),
    Mutation("T01", "标题样式改成宋体", "请示", do.style_font("公文标题", "宋体"), styled=True),
    Mutation("T02", "标题排成长方形", "通知", do.reworded(TITLE, "政府购买服务管理工作的通知", "采购通知")),
    Mutation("T03", "文种是请示报告", "请示", do.reworded(UPWARD_TITLE, "的请示", "的请示报告")),
    Mutation("T03", "标题没有文种", "请示", do.reworded(UPWARD_TITLE, "的请示", "的"), styled=True),
    Mutation(
        "T04",
        "标题里书名号套双书名号",
        "通知",
        do.reworded(TITLE, "政府购买服务管理工作", "《关于《甲》工作》"),
    ),
    Mutation("T05", "标题是三号", "通知", do.size(TITLE, 16)),
    Mutation("T06", "标题加粗", "通知", do.bold(TITLE)),
    Mutation("T07", "标题左对齐", "通知", do.aligned(TITLE, "left")),
    Mutation(
        "T08",
        "标题一行排了二十多个字",
        "通知",
        do.reworded(TITLE, "政府购买服务管理工作的通知", "二〇二四年度市直部门政府购买服务管理工作的通知"),
    ),
    Mutation("T09", "标题末尾有句号", "请示", do.reworded(UPWARD_TITLE, "请示", "请示。")),
    Mutation("T10", "分隔线和标题之间只空一行", "通知", do.without_blank_above(TITLE)),
    Mutation("T11", "标题和主送之间不空", "通知", do.without_blank_above(ADDRESSEES)),
)
BODY = (
    Mutation("R01", "主送末尾是半角冒号", "通知", do.reworded(ADDRESSEES, "部门：", "部门:")),
    Mutation("R01", "主送末尾有两个冒号", "通知", do.reworded(ADDRESSEES, "部门：", "部门：：")),
    Mutation("B01", "没有正文", "请示", do.both(do.removed("为扩大"), do.removed("妥否"))),
    Mutation("R01", "主送末尾没有冒号", "请示", do.reworded("市人民政府：", "政府：", "政府")),
    Mutation(
        "R02",
        "请示主送两个机关",
        "请示",
        do.reworded(UPWARD_ADDRESSEE, "市人民政府：", "市人民政府、省财政厅："),
    ),
    Mutation("R03", "主送缩进二字", "通知", do.indent(ADDRESSEES, firstLine=632)),
    Mutation("B02", "一、下面直接是1.", "通知", do.removed(SECOND)),
    Mutation("B03", "三级写成1、", "通知", do.reworded(THIRD, "1.", "1、")),
    Mutation("B03", "二级写成半角括号", "通知", do.reworded(SECOND, "（一）", "(一)")),
    Mutation("B03", "二级括号后加顿号", "通知", do.reworded(SECOND, "（一）", "（一）、")),
    Mutation("B03", "一级写成一.", "通知", do.reworded(FIRST, "一、", "一.")),
    Mutation("B04", "一段不缩进", "通知", do.indent(TEXT)),
    Mutation("B04", "一段缩进四字", "通知", do.indent(TEXT, firstLine=1264)),
    Mutation("B04", "一段整段缩进", "通知", do.indent(TEXT, left=632)),
    Mutation("B04", "正文样式不缩进", "通知", do.style("公文正文", "pPr", "ind", firstLine=0), styled=True),
    Mutation("B05", "一级标题是仿宋", "通知", do.font(FIRST, "仿宋_GB2312")),
    Mutation("B05", "二级标题是黑体", "通知", do.font(SECOND, "黑体")),
    Mutation("B05", "二级标题样式改成宋体", "通知", do.style_font("二级标题", "宋体"), styled=True),
    Mutation("B06", "一段段后 10 磅", "通知", do.pitch(TEXT, 579, after=200)),
    Mutation("B08", "缺第二部分", "通知", do.reworded("三、", "三、", "四、")),
    Mutation("B09", "一段右对齐", "通知", do.aligned(TEXT, "right")),
    Mutation(
        "X01",
        "并列书名号之间有顿号",
        "通知",
        do.reworded("（二）规范", "《关于做好购买服务工作的通知》", "《预算法》、《政府采购法》"),
    ),
    Mutation("X02", "正文里有半角逗号", "通知", do.reworded(TEXT, "，", ",")),
    Mutation("X02", "正文里有半角括号", "通知", do.reworded(CLOSING, "材料", "材料(含附件)")),
    Mutation(
        "X04",
        "书名号套双书名号",
        "通知",
        do.reworded("（二）规范", "《关于做好购买服务工作的通知》", "《关于印发《办法》的通知》"),
    ),
    Mutation(
        "X05",
        "尖括号代书名号",
        "通知",
        do.reworded("（二）规范", "《关于做好购买服务工作的通知》", "<关于做好购买服务工作的通知>"),
    ),
)
CLOSINGS = (
    Mutation("A01", "附件后是半角冒号", "通知", do.reworded(LIST, "附件：", "附件:")),
    Mutation("A01", "附件序号后是顿号", "通知", do.reworded(LIST, "1.", "1、")),
    Mutation("A04", "附件说明顶格", "通知", do.indent(LIST, left=1814, hanging=1814)),
    Mutation("A05", "附件说明上面不空", "通知", do.without_blank_above(LIST)),
    Mutation("A11", "附件名称后有句号", "通知", do.reworded(LISTED, "说明", "说明。")),
    Mutation("A12", "附件名称回行顶格", "通知", do.indent(LIST, firstLine=632)),
    Mutation("D01", "日期写成汉字", "通知", do.reworded(SIGNED, "2024年5月6日", "二〇二四年五月六日")),
    Mutation("D01", "日期编了虚位", "通知", do.reworded(SIGNED, "5月6日", "05月06日")),
    Mutation(
        "D02",
        "署名和日期都靠右",
        "通知",
        do.both(
            do.indent(OFFICE), do.aligned(OFFICE, "right"), do.indent(SIGNED), do.aligned(SIGNED, "right")
        ),
    ),
    Mutation("D02", "日期与署名对齐", "通知", do.indent(SIGNED, left=6002)),
    Mutation("D02", "盖章的日期不空四字", "盖章", do.both(do.indent(SIGNED), do.aligned(SIGNED, "right"))),
    Mutation("D02", "联合行文的日期没有对着署名", "联合", do.tab_stop("2024年3月18日", "center", 2136)),
    Mutation("D03", "写了此页无正文", "通知", do.inserted(CLOSING, "（此页无正文）", CLOSING)),
    Mutation("D06", "署名上面不空", "通知", do.without_blank_above(OFFICE)),
    Mutation("N01", "附注没有括号", "通知", do.reworded(NOTE, "（此件公开发布）", "此件公开发布")),
    Mutation("N02", "附注顶格", "通知", do.indent(NOTE)),
)
ATTACHMENTS = (
    Mutation("A02", "附件标识的序号错了", "通知", do.reworded(SECOND_LABEL, "附件2", "附件3")),
    Mutation("A02", "附件标题与附件说明不一致", "通知", do.reworded(LISTED, "填报说明", "填报要求")),
    Mutation("A03", "附件标识是仿宋", "通知", do.font(SECOND_LABEL, "仿宋_GB2312")),
    Mutation("A06", "附件标识有冒号", "通知", do.reworded(SECOND_LABEL, "附件2", "附件2：")),
    Mutation("A07", "附件没有另起一页", "通知", do.layout(SECOND_LABEL, "pageBreakBefore", val=0)),
    Mutation("A08", "附件标识下面不空", "通知", do.without_blank_above(ATTACHED)),
    Mutation("A09", "附件标题是黑体", "通知", do.font(ATTACHED, "黑体")),
    Mutation("A10", "附件标题是三号", "通知", do.size(ATTACHED, 16)),
    Mutation("A13", "附件标识缩进二字", "通知", do.indent(SECOND_LABEL, left=632)),
    Mutation("A14", "附件标题左对齐", "通知", do.aligned(ATTACHED, "left")),
    Mutation("A15", "附件标题加粗", "通知", do.bold(ATTACHED)),
    Mutation("G02", "表格宽出版心", "通知", to.widened("地级市", 20)),
)
IMPRINT = (
    Mutation("C01", "抄送末尾没有句号", "通知", do.reworded(COPIES, "。", "")),
    Mutation("C02", "版记各线一样粗", "通知", to.table_borders("抄送", top=4, bottom=4, insideH=4)),
    Mutation("C03", "版记上移 20 毫米", "通知", to.box_down("抄送", -20)),
    Mutation("C04", "印发早于成文", "通知", do.reworded(PRINTED, "5月6日", "5月1日")),
    Mutation("C05", "请示抄送下级", "请示", do.reworded(COPIES, "市委办公室", "各县（区）财政局")),
    Mutation("C06", "印发日期后没有印发", "通知", do.reworded(PRINTED, "日印发", "日")),
    Mutation("C06", "印发日期编了虚位", "通知", do.reworded(PRINTED, "5月6日", "05月06日")),
    Mutation("C07", "抄送是三号", "通知", do.size(COPIES, 16)),
    Mutation("C08", "抄送是宋体", "通知", do.font(COPIES, "宋体")),
    Mutation("C09", "抄送顶格", "通知", do.indent(COPIES, left=840, hanging=840, right=280)),
    Mutation("C10", "抄送在印发机关下面", "通知", to.rows_swapped("抄送")),
    Mutation("C11", "版记的线短了", "通知", to.widened("抄送", -30)),
    Mutation("C13", "抄送后是半角冒号", "通知", do.reworded(COPIES, "抄送：", "抄送:")),
    Mutation("C14", "版记没有首条线", "通知", to.table_borders("抄送", top=0)),
)
MINUTES = (
    Mutation("M01", "“出席”是仿宋", "纪要", do.partly("出席", "出席", "rFonts", eastAsia="仿宋_GB2312")),
    Mutation("M02", "列席在请假上面", "纪要", do.moved("列席", "请假")),
    Mutation("M03", "“出席”上面不空", "纪要", do.without_blank_above("出席")),
    Mutation("M04", "“出席”后是半角冒号", "纪要", do.reworded("出席", "：", ":")),
    Mutation("M04", "“请假”顶格", "纪要", do.indent("请假", left=948, hanging=948)),
)
MUTATIONS = (
    *PAGE,
    *TYPE,
    *HEAD,
    *LETTER,
    *ORDER,
    *TITLES,
    *BODY,
    *CLOSINGS,
    *ATTACHMENTS,
    *IMPRINT,
    *MINUTES,
)
"""All of them."""

"""Trees for the tests of the Word pen, built by hand: facts of the real documents, sentences of our own."""

from __future__ import annotations

from datetime import date

from generator.document import (
    Align,
    Appendix,
    Article,
    Attachment,
    Block,
    Blocks,
    Bound,
    Cell,
    Chapter,
    Collection,
    DocumentFormat,
    Heading,
    Imprint,
    Inline,
    Masthead,
    OfficialDocument,
    Paragraph,
    Row,
    RowKind,
    Signature,
    SignatureMode,
    Table,
    Text,
    words,
)


def paragraph(text: str, lead: Heading | None = None) -> Paragraph:
    return Paragraph(f"段-{text[:6]}", words(text), lead)


def heading(level: int, label: str, text: str) -> Heading:
    return Heading(f"题-{label}{text[:4]}", level, label, words(text))


def run_in(level: int, label: str, title: str, text: str) -> Paragraph:
    return paragraph(text, heading(level, label, title))


def cell(text: str, align: Align = Align.LEFT, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(words(text), align, columns, rows)


def row(*texts: str, kind: RowKind = RowKind.DATA, align: Align = Align.LEFT) -> Row:
    """A row of plain cells: the first stands left, the others as asked."""
    first, *others = texts
    return Row((cell(first), *(cell(text, align) for text in others)), kind)


# --- 濮财综〔2017〕8号 --------------------------------------------------------------------------

CATEGORIES = (
    ("基本公共服务", "91", "32857.95", "71", "7878.24"),
    ("社会管理性服务", "6", "730.96", "2", "382.77"),
    ("行业管理与协调性服务", "11", "200.8", "4", "18.4"),
    ("技术性服务", "41", "969.82", "7", "234.83"),
    ("政府履职所需辅助性事项", "48", "891.64", "27", "577.46"),
    ("其他适宜由社会力量承担的服务事项", "2", "213.7", "2", "107.6"),
)


def statistics_table() -> Table:
    head = (
        Row((cell("服务类别", rows=2), cell("2016年", columns=2), cell("2017年1月-5月", columns=2))),
        Row(tuple(cell(text) for text in ("项目数量（个）", "金额（万元）") * 2)),
    )
    rows = [row(*texts, align=Align.RIGHT) for texts in CATEGORIES]
    total = Row(
        (
            cell("合计", Align.CENTER),
            *(cell(text, Align.RIGHT) for text in ("199", "35864.87", "113", "9199.3")),
        ),
        RowKind.TOTAL,
    )
    return Table("统计表", (33, 20, 20, 20, 20), head, (*rows, total))


SECTIONS = (
    ("一、组织领导情况", 3),
    ("二、基本情况", 9),
    ("三、编制政府购买服务指导性目录情况", 5),
    ("四、实施购买情况", 10),
)


def survey_table() -> Table:
    """The form of 27 questions in four sections; long answers here and there, as in the real one."""
    rows: list[Row] = []
    number = 0
    for title, count in SECTIONS:
        rows.append(Row((cell(title, columns=3),), RowKind.SECTION))
        for _ in range(count):
            number += 1
            rows.append(survey_row(number))
    head = (Row((cell("填报事项"), cell("填报内容"), cell("填报说明"))),)
    return Table("调查表", (34, 40, 26), head, tuple(rows), note="填报单位：濮阳市财政局")


def survey_row(number: int) -> Row:
    question = f"{number}. 第{number}项要填写的事项，说明本级财政部门有关工作开展的情况。"
    answer = "已建立工作机制，由分管负责人牵头，各科室分工配合，定期汇总进度并报告。" * (1 + number % 3)
    return Row(
        (cell(question), cell(answer), cell("开放性问题，依据主观判断作答即可。" if number % 2 else ""))
    )


def outsourcing_case() -> Blocks:
    """附件2: seven sections, the last with two of the third level."""
    return (
        heading(1, "一、", "项目申报"),
        paragraph(
            "2011年10月22日，濮阳市机构编制委员会会议纪要〔2011〕5号同意向社会购买信息采集等岗位服务。"
        ),
        heading(1, "二、", "预算编制"),
        paragraph("核定岗位160名，后因工作需要增加至255人；经费暂未纳入财政预算，由单位自筹。"),
        heading(1, "三、", "组织购买"),
        paragraph("面向全国公开招标，岗位人员本地化达到95%以上。"),
        heading(1, "四、", "项目金额"),
        paragraph("2016—2017年度255人，中标金额890.12万元。"),
        heading(1, "五、", "评价指标"),
        paragraph("包括数据准确性、人员配备、指令核查及时性、巡查路线管理和队伍日常管理。"),
        heading(1, "六、", "是否引入第三方评价"),
        paragraph("暂未引入。"),
        heading(1, "七、", "存在的问题及完善建议"),
        heading(2, "（一）", "存在问题"),
        paragraph("资金至今未纳入年度财政预算。"),
        heading(2, "（二）", "建议"),
        heading(3, "1.", "纳入预算"),
        paragraph("尽快研究，早日纳入年度财政预算。"),
        heading(4, "（1）", "分年落实"),
        paragraph("先安排基本支出，再逐年补足。"),
    )


def film_case() -> Blocks:
    return (
        heading(1, "一、", "文件出台情况"),
        paragraph("华龙区把“一年一村一场戏一场电影”纳入政府购买服务范围，2016年以来开展活动多场。"),
        heading(1, "二、", "经费保障情况"),
        paragraph("按演出场次补贴，每年申报审核支付一次。"),
        heading(1, "三、", "经验做法"),
        paragraph("“舞台艺术送农民”6场，“三下乡”96场，送文化下乡519场，农村公益电影放映714场。"),
        heading(1, "四、", "工作中存在的问题和相关建议"),
        paragraph("经费缺口较大，建议增加投入、完善制度、加强创作和培训。"),
    )


def report() -> OfficialDocument:
    """An upward report with a signer and four attachments: statistics, two cases, the survey."""
    body: list[Block] = [
        paragraph(
            "《河南省财政厅关于报送政府购买服务有关情况的通知》（豫财综〔2017〕41号）收到后，我局随即部署，"
            "印发了《濮阳市财政局关于报送政府购买服务有关情况的通知》（濮财综〔2017〕7号）。现将有关情况报告如下："
        ),
        heading(1, "一、", "总体情况"),
        figures_paragraph(),
        heading(1, "二、", "主要做法"),
        *(paragraph(text) for text in PRACTICES),
        heading(1, "三、", "取得成效"),
        run_in(
            2,
            "（一）",
            "市直单位积极实践。",
            "编制分部门指导性目录，一级目录4个、二级目录13个、三级目录19个。",
        ),
        run_in(2, "（二）", "县区稳步推进。", "各县先后出台实施意见和指导性目录，购买范围逐步扩大。" * 3),
        heading(1, "四、", "存在问题和建议"),
        paragraph("一些单位对政策理解不深，流程有待规范，内容偏少，社会组织承接能力较弱。" * 2),
        paragraph("特此报告。"),
    ]
    imprint = Imprint("濮阳市财政局办公室", date(2017, 6, 9))
    return OfficialDocument(
        id="濮财综-2017-8",
        genre="报告",
        format=DocumentFormat.ORDINARY,
        masthead=Masthead("濮阳市财政局文件", "濮财综〔2017〕8号", ("樊相奇",)),
        title="濮阳市政府购买服务开展情况的报告",
        title_lines=("濮阳市政府购买服务", "开展情况的报告"),
        addressees="省财政厅：",
        body=tuple(body),
        attachments=report_attachments(),
        signature=Signature(("濮阳市财政局",), date(2017, 6, 9)),
        imprint=imprint,
    )


PRACTICES = (
    "一是加强组织领导。" + "明确任务分工，定期督促进度，把购买服务列入改革工作台账。" * 4,
    "二是健全制度。"
    + "先后印发实施意见、指导性目录和《濮阳市政府购买服务操作指南（试行）》（濮财综〔2016〕6号）。" * 3,
    "三是发挥牵头作用。" + "横向与各部门沟通，纵向与省财政厅联系，加强对县区的督促和指导。" * 3,
)


def figures_paragraph() -> Paragraph:
    """Figures that are bound to a record."""
    pieces: list[Inline] = [
        Text("2016年至2017年5月，涉及项目"),
        Bound("312", "濮阳统计", "合计.项目数"),
        Text("个，资金"),
        Bound("45064.17", "濮阳统计", "合计.金额"),
        Text("万元。其中2016年"),
        Bound("199", "濮阳统计", "2016年.合计.项目数"),
        Text("个，金额"),
        Bound("35864.87", "濮阳统计", "2016年.合计.金额"),
        Text("万元；2017年1—5月"),
        Bound("113", "濮阳统计", "2017年1—5月.合计.项目数"),
        Text("个，金额"),
        Bound("9199.3", "濮阳统计", "2017年1—5月.合计.金额"),
        Text("万元。"),
    ]
    return Paragraph("段-数字", tuple(pieces))


def report_attachments() -> tuple[Attachment, ...]:
    return (
        Attachment("附1", 1, "濮阳市政府购买服务项目和金额统计表", (statistics_table(),)),
        Attachment("附2", 2, "濮阳市数字化城市管理信息采集服务外包项目", outsourcing_case()),
        Attachment("附3", 3, "华龙区一年一村一场戏一场电影工程", film_case()),
        Attachment("附4", 4, "濮阳市政府购买服务调查统计表", (survey_table(),)),
    )


# --- 博财采〔2022〕19号 → 淄财采〔2022〕20号 → 鲁财采〔2022〕14号 -----------------------------------

CONTACT_COUNTIES = (
    ("济南市", "市中区"),
    ("淄博市", "张店区"),
    ("枣庄市", "滕州市"),
    ("东营市", "利津县"),
    ("烟台市", "莱山区"),
    ("潍坊市", "奎文区"),
    ("济宁市", "微山县"),
    ("泰安市", "东平县"),
    ("威海市", "文登区"),
    ("日照市", "莒县"),
    ("临沂市", "河东区"),
    ("德州市", "德城区"),
    ("聊城市", "冠县"),
    ("滨州市", "沾化区"),
    ("菏泽市", "巨野县"),
)


def counties_table() -> Table:
    rows = tuple(
        Row((cell(city, Align.SPREAD), cell(county, Align.SPREAD))) for city, county in CONTACT_COUNTIES
    )
    return Table("联系点", (1, 1), (Row((cell("地级市"), cell("联系点"))),), rows)


def provincial() -> OfficialDocument:
    """The innermost document: levels one and two, run-in headings, an attached table, its own imprint."""
    body: list[Block] = [paragraph("为规范政府购买服务管理，现就做好改革重点工作通知如下。")]
    for label, title in (("一、", "充分认识改革的重要性"), ("二、", "着力推进重点领域改革")):
        body.append(heading(1, label, title))
        body.append(
            run_in(
                2,
                "（一）",
                "积极推进城乡社区公共服务。",
                "按照有关规划，在养老、托育等领域采取购买方式。" * 4,
            )
        )
        body.append(
            run_in(
                2,
                "（二）",
                "加大公共卫生服务力度。",
                "按照《关于做好当前政府采购工作的通知》（鲁财采函〔2022〕2号）执行。" * 4,
            )
        )
    body.append(paragraph("联系人及电话：王高文 0531-51769834。"))
    return OfficialDocument(
        id="鲁财采-2022-14",
        genre="通知",
        format=DocumentFormat.ORDINARY,
        masthead=Masthead("山东省财政厅文件", "鲁财采〔2022〕14号"),
        title="山东省财政厅关于做好政府购买服务改革重点工作的通知",
        title_lines=("山东省财政厅", "关于做好政府购买服务改革重点工作的通知"),
        addressees="各市财政局，省直各部门、单位：",
        body=tuple(body),
        attachments=(Attachment("附", None, "山东省政府购买服务改革联系点名单", (counties_table(),)),),
        disclosure="信息公开选项：主动公开",
        imprint=Imprint("山东省财政厅办公室", date(2022, 8, 16)),
    )


def municipal() -> OfficialDocument:
    title = "《山东省财政厅关于做好政府购买服务改革重点工作的通知》"
    return OfficialDocument(
        id="淄财采-2022-20",
        genre="通知",
        format=DocumentFormat.ORDINARY,
        masthead=Masthead("淄博市财政局文件", "淄财采〔2022〕20号"),
        title=f"关于转发{title}的通知",
        title_lines=("关于转发《山东省财政厅", "关于做好政府购买服务改革重点工作的", "通知》的通知"),
        addressees="各区县财政局，高新区、经开区、文昌湖区财政局，市直各部门、单位：",
        body=(paragraph(f"现将{title}转发给你们，请结合实际贯彻执行。"),),
        attachments=(Attachment("附", None, title, provincial()),),
        disclosure="信息公开选项：主动公开",
        imprint=Imprint("淄博市财政局办公室", date(2022, 12, 20)),
    )


def chain() -> OfficialDocument:
    """Three levels: a district forwards what a city forwarded of a province."""
    inner = "《关于转发〈山东省财政厅关于做好政府购买服务改革重点工作的通知〉的通知》"
    return OfficialDocument(
        id="博财采-2022-19",
        genre="通知",
        format=DocumentFormat.ORDINARY,
        masthead=Masthead("淄博市博山区财政局文件", "博财采〔2022〕19号"),
        title=f"关于转发淄博市财政局{inner}的通知",
        title_lines=(
            "关于转发淄博市财政局",
            "《关于转发〈山东省财政厅关于做好政府购买",
            "服务改革重点工作的通知〉的通知》的通知",
        ),
        addressees="区直各部门、单位，各镇（街道）财政所，开发区财政审计局：",
        body=(
            paragraph(
                f"为落实改革要求，提升服务绩效，现将淄博市财政局{inner}（淄财采〔2022〕20号）转发给你们，请遵照执行。"
            ),
        ),
        attachments=(Attachment("附", None, f"淄博市财政局{inner}（淄财采〔2022〕20号）", municipal()),),
        signature=Signature(("淄博市博山区财政局",), date(2022, 12, 22)),
    )


# --- 联合、加印、多人签发等少见的要素 ---------------------------------------------------------------


def sealed() -> OfficialDocument:
    """A sealed document with every element that the others lack."""
    attachments = tuple(
        Attachment(
            f"附{number}",
            number,
            f"第{number}个附件，名称较长，用来看回行以后是否与上一行名称的首字对齐",
            (paragraph("附件正文。"),),
        )
        for number in range(1, 12)
    )
    return OfficialDocument(
        id="样式全",
        genre="请示",
        format=DocumentFormat.ORDINARY,
        masthead=Masthead(
            "濮阳市人力资源和社会保障局文件",
            "濮人社〔2024〕12号",
            ("张某某", "李某某", "王某某"),
            copy_number="000001",
            secrecy="机密★1年",
            urgency="特急",
        ),
        title="关于申请扩大政府购买服务范围的请示",
        title_lines=("关于申请扩大", "政府购买服务范围的请示"),
        addressees="市人民政府：",
        body=(paragraph("请示内容。" * 40), paragraph("妥否，请批示。")),
        attachments=attachments,
        signature=Signature(("濮阳市人力资源和社会保障局",), date(2024, 10, 1), SignatureMode.SEAL),
        note="联系人：张某，电话：0393-0000000",
        imprint=Imprint(
            "濮阳市人力资源和社会保障局办公室",
            date(2024, 10, 2),
            copies_to=tuple(f"市直第{number}个单位办公室" for number in "一二三四五六七八九"),
            addressees=("各县（区）人民政府", "市城乡一体化示范区管委会"),
        ),
    )


# --- 汇编 ---------------------------------------------------------------------------------------


def facts(*pairs: tuple[str, str]) -> Table:
    return Table("基本情况", (1, 3), (), tuple(Row((cell(name), cell(value))) for name, value in pairs))


def article(number: int, title: str, subtitle: str, body: Blocks, *pairs: tuple[str, str]) -> Article:
    return Article(f"案例-{number}", title, subtitle, facts(*pairs), body)


def collection() -> Collection:
    """Three cases in two chapters, a summary table, an index of policies."""
    first = article(
        1,
        "濮阳市数字化城市管理信息采集服务外包项目",
        "公开招标选承接主体",
        outsourcing_case(),
        ("地区", "河南省濮阳市"),
        ("金额", "890.12万元"),
        ("购买方式", "公开招标"),
    )
    second = article(
        2,
        "华龙区一年一村一场戏一场电影工程",
        "按场次补贴送戏送电影",
        film_case(),
        ("地区", "河南省濮阳市华龙区"),
        ("购买方式", "按场次补贴"),
    )
    third = article(
        3,
        "温州市小微企业服务券",
        "",
        (paragraph("向小微企业发放服务券，由企业自主选择服务机构。" * 12),),
        ("地区", "浙江省温州市"),
    )
    summary = Table(
        "汇总表",
        (1, 5, 2),
        (Row((cell("序号"), cell("案例"), cell("地区"))),),
        tuple(
            Row((cell(str(number), Align.CENTER), cell(case.title), cell(region)))
            for number, (case, region) in enumerate(
                ((first, "濮阳市"), (second, "华龙区"), (third, "温州市")), start=1
            )
        ),
        title="案例汇总表",
    )
    return Collection(
        id="典型案例汇编",
        title="政府购买服务典型案例汇编",
        publisher="濮阳市财政局",
        published="2017年6月",
        preface=(paragraph("本汇编收入案例3个，涉及2省3地。" + "各地探索了多种购买方式，供学习借鉴。" * 6),),
        chapters=(
            Chapter("章-城市管理", "城市管理", (first,)),
            Chapter("章-公共文化与企业服务", "公共文化与企业服务", (second, third)),
        ),
        appendices=(
            Appendix("附录一", "附录一　案例汇总表", (summary,)),
            Appendix(
                "附录二",
                "附录二　政策索引",
                (paragraph("《濮阳市政府购买服务操作指南（试行）》（濮财综〔2016〕6号）"),),
            ),
        ),
    )


# --- pages to measure ---------------------------------------------------------------------------


def plain_text() -> OfficialDocument:
    """Three pages of nothing but Chinese characters, to count lines and characters; no attachments."""
    return OfficialDocument(
        id="纯文字",
        genre="通知",
        format=DocumentFormat.ORDINARY,
        masthead=Masthead("财政部文件", "财综〔2022〕51号"),
        title="关于做好工作的通知",
        title_lines=("关于做好工作的通知",),
        addressees="各有关单位：",
        body=(paragraph("政府购买服务改革工作" * 150), paragraph("特此通知。")),
        signature=Signature(("河南省濮阳市华龙区财政局",), date(2024, 5, 6)),
        imprint=Imprint("办公室", date(2024, 5, 6), copies_to=("市政府办公室", "市审计局")),
    )


def crowded() -> OfficialDocument:
    """A body that ends so low on its page that the imprint has no room there."""
    return OfficialDocument(
        id="挤",
        genre="通知",
        format=DocumentFormat.ORDINARY,
        masthead=Masthead("财政部文件", "财综〔2022〕52号"),
        title="关于做好工作的通知",
        title_lines=("关于做好工作的通知",),
        addressees="各有关单位：",
        body=tuple(paragraph(f"第{number}段。") for number in "一二三四五六七"),
        disclosure="信息公开选项：主动公开",
        imprint=Imprint("办公室", date(2024, 5, 6), copies_to=("市政府办公室",)),
    )

"""Which rule is mended how, in the order in which it is done: the page, the lines, the type, the words."""

from __future__ import annotations

from collections.abc import Mapping

from generator.inspection.mending import compatibility, faces, footers, layout, page, texts
from generator.inspection.mending.bench import Mender, each

MENDERS: Mapping[str, Mender] = {
    "P01": page.mend_paper,
    "P02": page.mend_margins,
    "P03": layout.mend_lines,
    "B06": layout.mend_spacing,
    # Words: marks and brackets; places in the text are those of the beginning of the round.
    "H05": each(texts.own_number),
    "B03": each(texts.heading_form),
    "X02": each(texts.half_width),
    "X05": each(texts.angles),
    "X03": texts.mend_citations,
    "R01": each(texts.end_with("：")),
    "A01": each(texts.attachment_form),
    "A11": each(texts.attachment_end),
    "C13": each(texts.label_colon),
    "C01": each(texts.end_with("。")),
    "N01": each(texts.note_brackets),
    # Type.
    **{code: faces.mend_faces(code) for code in ("F01", "B05", "H07", "M01", "H09", "H13", "T01", "A03")},
    **{code: faces.mend_faces(code) for code in ("A09", "C08")},
    "K02": faces.mend_nameless,
    "F02": each(faces.size("三号")),
    **{code: each(faces.size("二号")) for code in ("T05", "A10")},
    "C07": each(faces.size("四号")),
    "F03": each(faces.colour("黑")),
    "H11": each(faces.colour("红")),
    **{code: each(faces.unbold) for code in ("F04", "H22", "T06", "A15")},
    "P04": faces.mend_tracking,
    # Places.
    **{code: each(layout.flush("center", "居中")) for code in ("T07", "A14", "H12")},
    **{code: each(layout.flush("left", "顶格")) for code in ("H23", "A13")},
    "R03": each(layout.flush("both", "顶格")),
    "H15": each(layout.number_place),
    "L05": each(layout.letter_number),
    "H18": each(layout.red_rule),
    "H19": each(layout.rule_width),
    "B04": each(layout.two_characters),
    "B09": each(layout.justify),
    "A04": each(layout.attachment_note),
    "M04": each(texts.attendance_form),
    "D02": layout.signature,
    "N02": each(layout.note_edge),
    "A07": each(layout.new_page),
    "C09": each(layout.imprint_edges),
    "C02": compatibility.mend_weights,
    # Page numbers.
    "P11": footers.mend_missing,
    "L04": footers.mend_first_page,
    "P05": footers.mend_odd_even,
    "P09": each(footers.mend_dashes),
    "P06": each(footers.mend_face),
    "P08": each(footers.mend_size),
    "P10": footers.mend_sides,
    "P07": footers.mend_height,
    # For other programs.
    "K03": compatibility.mend_twins,
    "G01": compatibility.mend_grids,
}
"""By the code of the rule."""

"""Text boxes: invisible, without insets, placed on the page by their edges and out of the way of the text."""

from __future__ import annotations

from dataclasses import dataclass

from generator.standard.lengths import EMU_PER_TWIP


@dataclass(frozen=True, slots=True)
class Box:
    """Where a text box stands: its upper left corner from that of the page, and its size, in twips."""

    left: int
    top: int
    width: int
    height: int


def text_box(box: Box, content: str, number: int, name: str) -> str:
    """A run with a text box that is anchored to the page.

    Args:
        box: Its place and size.
        content: Paragraphs and tables.
        number: A number that no other drawing of the file has.
        name: What Word calls it.
    """
    size = f'cx="{box.width * EMU_PER_TWIP}" cy="{box.height * EMU_PER_TWIP}"'
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{box.left * EMU_PER_TWIP}</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="page">'
        f"<wp:posOffset>{box.top * EMU_PER_TWIP}</wp:posOffset></wp:positionV>"
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="{name}"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr rot="0" vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" '
        'anchor="t" anchorCtr="0"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )

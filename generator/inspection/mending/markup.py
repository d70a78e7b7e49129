"""Puts elements into WordprocessingML where its schema wants them (ISO/IEC 29500-1, annex A)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from generator.recognition.reading.markup import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PARAGRAPH = """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
 shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
 adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection
 textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"""
RUN = """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
 snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText
 vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"""
SECTION = """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
 lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid
 printerSettings sectPrChange"""
BORDERS = "top left start bottom right end between bar insideH insideV"
TABLE = """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
 tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription
 tblPrChange"""
BEFORE_EVEN_AND_ODD = """writeProtection view zoom removePersonalInformation removeDateAndTime
 doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText
 printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts
 saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
 bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle
 proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod
 documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting
 documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation
 consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength
 clickAndTypeStyle defaultTableStyle evenAndOddHeaders"""


def ensure(parent: Element, name: str, order: str) -> Element:
    """The child of that name; put in at its place if it is not there."""
    found = parent.find(W + name)
    if found is not None:
        return found
    made, before = etree.Element(W + name), earlier(name, order)
    places = [index for index, child in enumerate(parent, start=1) if child.tag in before]
    parent.insert(max(places, default=0), made)
    return made


@cache
def earlier(name: str, order: str) -> frozenset[str]:
    """The elements that stand before one of them."""
    names = order.split()
    return frozenset(W + one for one in names[: names.index(name)])


def properties_of(paragraph: Element) -> Element:
    """The pPr of a paragraph or style, which comes first in a paragraph."""
    found = paragraph.find(f"{W}pPr")
    if found is None:
        found = etree.Element(f"{W}pPr")
        paragraph.insert(0, found)
    return found


def look_of(run: Element) -> Element:
    """The rPr of a run, which comes first in it."""
    found = run.find(f"{W}rPr")
    if found is None:
        found = etree.Element(f"{W}rPr")
        run.insert(0, found)
    return found


def write(element: Element, values: Mapping[str, int | str | None]) -> None:
    """Set attributes in Word's namespace; None takes one away."""
    for name, value in values.items():
        if value is None:
            drop(element, name)
        else:
            element.set(W + name, str(value))


def drop(element: Element, name: str) -> None:
    """Take an attribute in Word's namespace away, if it is there."""
    if W + name in element.attrib:
        del element.attrib[W + name]


def set_in(parent: Element, name: str, order: str, **values: int | str | None) -> Element:
    """Set attributes of a child that is made where it is not there."""
    child = ensure(parent, name, order)
    write(child, values)
    return child

"""Records from attachments, articles and sheets: 案例, 统计表, 调查表 and its 填报, 名单, 地区实践.

The first draft of an attachment is the one that is printed in its place; no drafts mean that it is a
text of another kind (rules, a plan, a form to fill in), which the caller keeps as a policy.
"""

from __future__ import annotations

from generator.importers.records.attached.attachments import drafts_of_attachment
from generator.importers.records.attached.cases import case_draft, case_form
from generator.importers.records.attached.practices import drafts_of_article
from generator.importers.records.attached.sheets import drafts_of_sheet
from generator.importers.records.attached.surveys import forms_filled

__all__ = [
    "case_draft",
    "case_form",
    "drafts_of_article",
    "drafts_of_attachment",
    "drafts_of_sheet",
    "forms_filled",
]

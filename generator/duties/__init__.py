"""Duties: what policies demand of whom, until when, and how far it has got."""

from generator.duties.calendar import calendar_text
from generator.duties.concerning import concerns
from generator.duties.deadlines import Deadline, DeadlineKind, read_deadline
from generator.duties.duty import Duty, Urgency
from generator.duties.finding import FoundDemand, find_demands
from generator.duties.forces import Force
from generator.duties.ledger import duties_on

__all__ = [
    "Deadline",
    "DeadlineKind",
    "Duty",
    "Force",
    "FoundDemand",
    "Urgency",
    "calendar_text",
    "concerns",
    "duties_on",
    "find_demands",
    "read_deadline",
]

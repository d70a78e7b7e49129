"""Working days without a table of holidays: Saturdays and Sundays are left out, and nothing else.

The days off of each year are decided anew by the State Council, so a count may be some days short;
whoever shows it says so (`NO_HOLIDAYS`).
"""

from __future__ import annotations

from datetime import date, timedelta

SATURDAY = 5
LONGEST_HOLIDAY = 9
"""Calendar days that a holiday with its weekends can take: a count that is later by no more may be right."""
NO_HOLIDAYS = "只扣周六、周日，没有扣法定节假日"


def after_workdays(start: date, count: int) -> date:
    """The last of so many working days behind a day, which itself does not count."""
    day, left = start, count
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < SATURDAY
    return day

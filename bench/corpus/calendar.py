"""The days of an invented legislature: the Journal officiel prints questions on Tuesdays."""

from datetime import date, timedelta

_DAYS_A_WEEK = 7
_TUESDAY = 1
# The first and the last day on which something happens; all lie inside the legislature.
_SPANS = {
    14: (date(2012, 7, 3), date(2017, 6, 13)),
    15: (date(2017, 7, 4), date(2022, 6, 14)),
    16: (date(2022, 7, 5), date(2024, 6, 4)),
    17: (date(2024, 10, 1), date(2026, 11, 17)),
}
LEGISLATURES = tuple(_SPANS)
_CURRENT = max(_SPANS)
_SLASHED = 15  # the one legislature whose dates are dd/mm/yyyy


class Calendar:
    """The days of one legislature, as numbers that :meth:`written` spells."""

    def __init__(self, legislature: int) -> None:
        first, last = _SPANS[legislature]
        self.first = first.toordinal() + (_TUESDAY - first.weekday()) % _DAYS_A_WEEK
        self.last = last.toordinal()
        self.is_over = legislature != _CURRENT
        self._form = "%d/%m/%Y" if legislature == _SLASHED else "%Y-%m-%d"
        self._spelled: dict[int, str] = {}

    def publication(self, place: float) -> int:
        """The Tuesday at that place (from 0 to 1) of the legislature; an answer can follow."""
        weeks = (self.last - self.first) // _DAYS_A_WEEK - 1
        return self.first + _DAYS_A_WEEK * int(place * weeks)

    def written(self, day: int) -> str:
        """The day as the open data of the legislature spells it."""
        known = self._spelled.get(day)
        if known is None:
            known = self._spelled[day] = date.fromordinal(day).strftime(self._form)
        return known

    @staticmethod
    def issue(day: int) -> str:
        """The number of the issue of that day: one for all that it prints."""
        return str(date.fromordinal(day).isocalendar().week)

    @staticmethod
    def after_two_months(day: int) -> int:
        """A day after the time for an answer is over."""
        return day + 70

    @staticmethod
    def years_before(day: int) -> int:
        """A day of another legislature."""
        return (date.fromordinal(day) - timedelta(days=10 * 365)).toordinal()

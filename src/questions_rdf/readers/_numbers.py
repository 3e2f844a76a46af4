"""Whole numbers as the sources print them."""

_LONGEST = 9


def whole(text: str) -> int | None:
    """The number that ``text`` prints, spaces apart; ``None`` if it prints none.

    No question, page or issue has more than nine digits; Python refuses to read thousands of them.
    """
    digits = text if text.isdecimal() else "".join(text.split())
    return int(digits) if digits.isdecimal() and len(digits) <= _LONGEST else None

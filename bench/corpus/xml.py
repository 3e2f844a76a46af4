"""The official XML layout of a raw object, as the archives from the 14th legislature on have it."""

from xml.sax.saxutils import escape, quoteattr

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def element(name: str, value: object) -> str:
    """``value`` as the elements called ``name``: a list as several, ``None`` as an empty one."""
    if isinstance(value, list):
        return "".join(element(name, item) for item in value)
    if not isinstance(value, dict):
        return (
            f"<{name}>{escape(str(value), {chr(13): '&#13;'})}</{name}>" if value else f"<{name}/>"
        )
    attributes = "".join(f" {k[1:]}={quoteattr(v)}" for k, v in value.items() if k[0] == "@")
    inner = "".join(element(k, v) for k, v in value.items() if k[0] != "@")
    return f"<{name}{attributes}>{inner}</{name}>"

"""The settings of web servers, from templates. They are given by who knows the site."""

from questions_rdf.pages._environment import render_text
from questions_rdf.pages.frame import NOT_FOUND, POLICIES, POLICY


def settings(template: str, **values: object) -> str:
    """A file of settings.

    Args:
        template: a file in ``templates/hosting/``.
        values: what it uses beside the policies of pages; nothing of it is escaped.
    """
    return render_text(
        f"hosting/{template}",
        policy=POLICY,
        policies=POLICIES,
        not_found=NOT_FOUND,
        **values,
    )

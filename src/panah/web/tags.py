"""Template tags: words of the interface in the language of the page."""

from __future__ import annotations

from django import template
from django.template import Context

from panah.texts import say

register = template.Library()


@register.simple_tag(takes_context=True, name="say")
def say_tag(context: Context, key: str, **values: object) -> str:
    """Give a text: `{% say "page.docket" %}`."""
    return say(context["shell"].lang, key, **values)

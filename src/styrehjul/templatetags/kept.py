"""`{% keep "name" key ... %}...{% endkeep %}`: what was drawn from the same data need not be drawn again.

The keys are everything that the fragment depends on beside the data themselves: the day, the query string, the person
where it differs by person. A form never stands inside: its key and token are for one reader and one use.
"""

from __future__ import annotations

from django import template
from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, Parser, Token
from django.utils.safestring import SafeString

from styrehjul.audit.current import kept

register = template.Library()


class KeepNode(Node):
    """Renders its content, or takes what was rendered under the same keys and data."""

    def __init__(self, keys: list[FilterExpression], nodelist: NodeList) -> None:
        self.keys = keys
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        name = ("fragment", *(str(key.resolve(context)) for key in self.keys))
        return kept(name, lambda: self._drawn(context))

    def _drawn(self, context: Context) -> SafeString:
        drawn = self.nodelist.render(context)
        assert "csrfmiddlewaretoken" not in drawn, "a form must stand outside what is kept"
        return drawn


@register.tag("keep")
def keep(parser: Parser, token: Token) -> KeepNode:
    """See the module."""
    keys = [parser.compile_filter(bit) for bit in token.split_contents()[1:]]
    nodelist = parser.parse(("endkeep",))
    parser.delete_first_token()
    return KeepNode(keys, nodelist)

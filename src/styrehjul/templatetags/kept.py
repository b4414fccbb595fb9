"""`{% keep "name" of=values key ... %}...{% endkeep %}`: what was drawn of the same values need not be drawn again.

`values` is a `Shown` that came from `audit.current.kept`. Inside stands nothing but its values, so what is drawn of them
is the same as long as they are kept; it lies with them and goes with them. The keys tell pieces of one `values` apart
that differ by something else. A form never stands inside: its key and token are for one reader and one use.
"""

from __future__ import annotations

from itertools import count

from django import template
from django.template import Context, Node, NodeList, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from django.utils.safestring import SafeString

from styrehjul.audit.current import Shown
from styrehjul.audit.tables import noting_reads

register = template.Library()


class KeepNode(Node):
    """Renders its content with the given values alone, or takes what was rendered of them."""

    def __init__(self, values: FilterExpression, keys: list[FilterExpression], nodelist: NodeList) -> None:
        self.values = values
        self.keys = keys
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        values = self.values.resolve(context)
        assert isinstance(values, Shown), "what is kept is drawn of kept values"
        name = tuple(str(key.resolve(context)) for key in self.keys)
        found: SafeString | None = values.drawn.get(name)
        if found is not None:
            return found
        inner = context.new(dict(values))
        # Its own row of ids: the page around it counts on as if it were not there.
        inner._ui_ids = (f"{name[0]}-{number}" for number in count(1))  # type: ignore[attr-defined]  # read by the components
        with noting_reads() as read:
            drawn = self.nodelist.render(inner)
        assert "csrfmiddlewaretoken" not in drawn, "a form must stand outside what is kept"
        if not read:
            values.drawn[name] = drawn
        return drawn


@register.tag("keep")
def keep(parser: Parser, token: Token) -> KeepNode:
    """See the module."""
    bits = token.split_contents()[1:]
    keys = [parser.compile_filter(bit) for bit in bits if not bit.startswith("of=")]
    given = token_kwargs([bit for bit in bits if bit.startswith("of=")], parser)
    if not keys or "of" not in given:
        raise TemplateSyntaxError('keep needs a name and values: {% keep "wheel" of=values %}')
    nodelist = parser.parse(("endkeep",))
    parser.delete_first_token()
    return KeepNode(given["of"], keys, nodelist)

"""Template tags of the product: components, icons, form keys and Danish days.

`{% ui "alert" level="warning" %}...{% endui %}` renders `templates/ui/alert.html` with the arguments, the text between
the tags as `slot`, and each `{% part "name" %}...{% endpart %}` inside it as `parts.name`.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from itertools import count
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.template import Context, Node, NodeList, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from django.templatetags.static import static
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from styrehjul.kernel import danish
from styrehjul.kernel.refusal import NotAllowed, Reason, Refused
from styrehjul.ui import blocks, forms, refusals
from styrehjul.ui.dates import in_days as in_days_text
from styrehjul.ui.lists import ListRequest
from styrehjul.ui.shell import NavEntry, navigation

register = template.Library()

_PARTS = "_ui_parts"


class PartNode(Node):
    """Hands its content to the component around it, and leaves nothing where it stands."""

    def __init__(self, name: FilterExpression, nodelist: NodeList) -> None:
        self.name = name
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        context[_PARTS][str(self.name.resolve(context))] = self.nodelist.render(context)
        return SafeString("")


class ComponentNode(Node):
    """Renders one component with its own variables only: nothing leaks in from the page but `request` and CSRF."""

    def __init__(self, name: FilterExpression, values: dict[str, FilterExpression], nodelist: NodeList) -> None:
        self.name = name
        self.values = values
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        values: dict[str, Any] = {key: value.resolve(context) for key, value in self.values.items()}
        parts: dict[str, SafeString] = {}
        with context.push(**{_PARTS: parts}):
            slot = self.nodelist.render(context)
        inner = context.new(
            {
                **values,
                "slot": SafeString(slot.strip()),
                "parts": parts,
                "uid": _next_id(context),
                "request": context.get("request"),
                "csrf_token": context.get("csrf_token"),
            }
        )
        assert context.template is not None  # set by Django before any node is rendered
        component = context.template.engine.get_template(f"ui/{self.name.resolve(context)}.html")
        return component.render(inner)


def _next_id(context: Context) -> str:
    """`ui-1`, `ui-2` ...: single on the page, because the counter follows the context into its copies."""
    counter = getattr(context, "_ui_ids", None)
    if counter is None:
        counter = count(1)
        setattr(context, "_ui_ids", counter)  # noqa: B010 - Context declares no such attribute
    return f"ui-{next(counter)}"


@register.tag("ui")
def ui(parser: Parser, token: Token) -> ComponentNode:
    """`{% ui "name" key=value ... %}content{% endui %}`."""
    bits = token.split_contents()[1:]
    if not bits:
        raise TemplateSyntaxError('ui needs a component: {% ui "alert" level="info" %}')
    name = parser.compile_filter(bits.pop(0))
    values = token_kwargs(bits, parser)
    if bits:
        raise TemplateSyntaxError(f"ui takes key=value only, not {' '.join(bits)}")
    nodelist = parser.parse(("endui",))
    parser.delete_first_token()
    return ComponentNode(name, values, nodelist)


@register.tag("part")
def part(parser: Parser, token: Token) -> PartNode:
    """`{% part "actions" %}...{% endpart %}` inside `{% ui %}`."""
    _, name = token.split_contents()
    nodelist = parser.parse(("endpart",))
    parser.delete_first_token()
    return PartNode(parser.compile_filter(name), nodelist)


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the design system; decoration unless it is given a label."""
    source = f"{static('dkfds/img/all-svg-icons.svg')}#{name}"
    if label:
        return format_html(
            '<svg class="icon-svg" focusable="false" role="img" aria-label="{}"><use href="{}"></use></svg>',
            label, source,
        )  # fmt: skip
    return format_html('<svg class="icon-svg" focusable="false" aria-hidden="true"><use href="{}"></use></svg>', source)


@register.simple_tag(takes_context=True)
def form_key(context: Context) -> SafeString:
    """What every form carries: the CSRF token, and a key that makes sending it twice the same as once."""
    key = format_html('<input type="hidden" name="_key" value="{}">', uuid.uuid4())
    token = context.get("csrf_token")
    if not token or token == "NOTPROVIDED":  # noqa: S105 - Django's own word for "no request"
        return key
    return format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">{}', token, key)


@register.simple_tag(takes_context=True)
def main_menu(context: Context, section: str = "") -> list[NavEntry]:
    """The nine entries, with the one the page belongs to marked."""
    request = context.get("request")
    return navigation(section, request.path if request is not None else "")


@register.simple_tag
def dress(form: BaseForm, placeholders_as_labels: bool = False) -> BaseForm:
    """Another package's form in our clothes: `{% dress form as form %}{{ form }}`. Labels, never placeholders."""
    for field in form.fields.values():
        placeholder = field.widget.attrs.pop("placeholder", "")
        if placeholders_as_labels and placeholder:
            field.label = placeholder
    forms.dress(form)
    form.label_suffix = ""
    form.renderer = forms.FormRenderer()
    return form


@register.simple_tag
def query(listing: ListRequest, **changes: Any) -> str:
    """`{% query listing page=2 %}`: the list's own address with something changed."""
    return listing.url(**changes)


@register.simple_tag
def sort_link(listing: ListRequest, name: str) -> str:
    """Where a column heading leads."""
    return listing.sort_url(name)


@register.simple_tag
def sort_state(listing: ListRequest, name: str) -> str:
    """Gives "ascending", "descending" or nothing, for `aria-sort`."""
    return listing.direction(name)


@register.filter
def day(value: date | datetime | None) -> str:
    """Gives "9. juni 2027"."""
    found = _as_date(value)
    return danish.day_text(found) if found else ""


@register.filter
def short_day(value: date | datetime | None) -> str:
    """Gives "9. juni"."""
    found = _as_date(value)
    return danish.day_text(found, year=False) if found else ""


@register.filter
def weekday(value: date | datetime | None) -> str:
    """Gives "onsdag 9. juni"."""
    found = _as_date(value)
    return danish.weekday_text(found) if found else ""


@register.filter
def weekday_year(value: date | datetime | None) -> str:
    """Gives "onsdag 9. juni 2027"."""
    found = _as_date(value)
    return danish.weekday_text(found, year=True) if found else ""


@register.filter
def moment(value: datetime | None) -> str:
    """Gives "9. juni 2027 kl. 10.42"."""
    return danish.moment_text(value) if value else ""


@register.filter
def clock(value: datetime | None) -> str:
    """Gives "10.42", to stand after "kl."."""
    return danish.clock(value) if value else ""


@register.filter
def in_days(value: date | datetime | None, today: date | None = None) -> str:
    """Gives "om 6 arbejdsdage", "i morgen", "1 dag over fristen"."""
    found = _as_date(value)
    return in_days_text(found, _as_date(today) or timezone.localdate()) if found else ""


@register.filter
def number(value: Any, decimals: int = 0) -> str:
    """Gives "1.234,5"."""
    return "" if value is None or value == "" else danish.number_text(value, decimals)


@register.filter
def money(value: Any) -> str:
    """Gives "2,4 mio. kr." of 2400 thousand kroner."""
    return "" if value is None or value == "" else danish.money_text(value)


@register.filter
def listing(values: Iterable[Any]) -> str:
    """Gives "a, b og c"."""
    return danish.listing([str(value) for value in values])


@register.filter
def sentence(what: Refused | NotAllowed | Reason | str) -> str:
    """What is in the way, in words; text is passed through."""
    return refusals.sentence(what) if isinstance(what, (Refused, NotAllowed, Reason)) else str(what)


@register.filter
def way_on(what: Refused | NotAllowed | Reason | str) -> str:
    """What the person can do about it; text says it itself."""
    return refusals.way(what) if isinstance(what, (Refused, NotAllowed, Reason)) else ""


@register.filter
def all_reasons(what: Any) -> list[Any]:
    """Reasons as a list, whether it is a refusal, one text or many."""
    if not what:
        return []
    if isinstance(what, Refused):
        return list(what.reasons)
    if isinstance(what, (str, Promise, Reason, NotAllowed)):
        return [what]
    return list(what)


@register.filter
def kind(field: BoundField) -> str:
    """Which field template a form field takes: text, select, area, checkbox, group, file, hidden."""
    return forms.widget_kind(field.field.widget)


@register.filter
def error_lines(form: BaseForm) -> list[tuple[str, str, str]]:
    """A form's errors in its own order: where the field is, its label, what is wrong."""
    return forms.error_lines(form)


@register.filter
def block_text(tree: Any, top: int = 3) -> SafeString:
    """A block tree as HTML; its highest headings are `h3`, or `h2` where it stands right under the page's own."""
    return blocks.to_html(tree or [], top=top)


@register.filter
def get(mapping: Mapping[Any, Any] | None, key: Any) -> Any:
    """`{{ answers|get:person.pk }}`."""
    return mapping.get(key) if mapping else None


@register.simple_tag
def attributes(values: Mapping[str, Any] | None = None, **more: Any) -> SafeString:
    """` name="value"` for each value that is set; True gives the bare name, underscores become hyphens."""
    pairs = {**(values or {}), **more}
    shown = [(name.replace("_", "-"), value) for name, value in pairs.items() if value not in (None, "", False)]
    return format_html_join("", "{}", ((_attribute(name, value),) for name, value in shown))


def _attribute(name: str, value: Any) -> SafeString:
    return format_html(" {}", name) if value is True else format_html(' {}="{}"', name, value)


def _as_date(value: date | datetime | None) -> date | None:
    if isinstance(value, datetime):
        return value.astimezone(danish.ZONE).date()
    return value

"""The floor: what any signed-in list page of 100 rows must pay before it has done anything of ours."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import engines

from styrehjul.people.models import Person

TEMPLATE = """<!doctype html><html lang="da"><head><title>Personer</title></head><body><p>{{ user.email }}</p>
<p>{{ page.paginator.count }}</p><table>{% for person in page %}<tr><td>{{ person.name }}</td><td>{{ person.email }}</td>
<td>{{ person.title }}</td><td>{{ person.unit.name }}</td><td>{{ person.start|date:"Y-m-d" }}</td></tr>{% endfor %}</table>
</body></html>"""


def floor(request: HttpRequest) -> HttpResponse:
    """Session, user, a count, 100 filtered and sorted rows, a plain template."""
    if not request.user.is_authenticated:
        raise AssertionError("the floor is a signed-in page")
    people = Person.objects.filter(name__contains="0").select_related("unit").order_by("name")
    page = Paginator(people, 100).get_page(request.GET.get("page"))
    # Without the request: the shell of our own pages is what is measured, not what it is measured against.
    return HttpResponse(engines["django"].from_string(TEMPLATE).render({"page": page, "user": request.user}))

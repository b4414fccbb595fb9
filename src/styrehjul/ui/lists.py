"""A list page's address: filters, sorting and page, all in the query string, so that a link is the whole truth.

A view does this:

    spec = ListSpec(filters=("q", "kategori"), sorts={"navn": ("name",), "frist": ("due_on", "name")}, default="navn")
    listing = ListRequest.of(request.GET, spec)
    projects = listing.sorted(visible.filter(...))
    page = listing.page(projects)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpResponse, JsonResponse, QueryDict
from django.utils.functional import cached_property

T = TypeVar("T")
M = TypeVar("M", bound=Model)
FORMATS = ("xlsx", "csv", "json")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class ListSpec:
    """What a list may be asked for. `sorts` gives each name of `?sort=` its database fields, rising."""

    filters: tuple[str, ...] = ()
    sorts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    default: str = ""
    size: int = 100


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page of a list and the way to the others."""

    items: Sequence[T]
    number: int
    pages: int
    total: int
    size: int

    @property
    def first(self) -> int:
        """The number of the first item shown, counted from 1; 0 when there are none."""
        return (self.number - 1) * self.size + 1 if self.total else 0

    @property
    def last(self) -> int:
        """The number of the last item shown."""
        return min(self.number * self.size, self.total)

    @property
    def numbers(self) -> list[int | None]:
        """Page numbers to offer; None stands for a gap."""
        near = {1, self.pages, self.number - 1, self.number, self.number + 1}
        shown = sorted(no for no in near if 1 <= no <= self.pages)
        out: list[int | None] = []
        for no in shown:
            if out and out[-1] is not None and no - out[-1] > 1:
                out.append(None)
            out.append(no)
        return out


@dataclass(frozen=True)
class ListRequest:
    """What this visitor asks of the list. Words that the list does not know are dropped, never an error."""

    spec: ListSpec
    values: Mapping[str, tuple[str, ...]]
    sort: str
    number: int
    format: str

    @classmethod
    def of(cls, query: QueryDict, spec: ListSpec) -> ListRequest:
        """Read the query string."""
        sort = query.get("sort", spec.default)
        wanted = query.get("page", "1")
        form = query.get("format", "")
        return cls(
            spec=spec,
            values={
                name: kept
                for name in spec.filters
                if (kept := tuple(value.strip()[:200] for value in query.getlist(name) if value.strip()))
            },
            sort=sort if sort.removeprefix("-") in spec.sorts else spec.default,
            number=int(wanted) if wanted.isdecimal() and 0 < len(wanted) < 7 and int(wanted) else 1,
            format=form if form in FORMATS else "",
        )

    def value(self, name: str) -> str:
        """What one filter is set to; empty when it is not."""
        return self.values.get(name, ("",))[0]

    def day(self, name: str) -> date | None:
        """A filter that is a date (`YYYY-MM-DD`); None when it is not set or is no date."""
        try:
            return date.fromisoformat(self.value(name))
        except ValueError:
            return None

    @property
    def is_filtered(self) -> bool:
        """Whether any filter is set, which tells "nothing here" from "nothing found"."""
        return bool(self.values)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The database fields to order by; falling turns each of them round."""
        fields = self.spec.sorts.get(self.sort.removeprefix("-"), ())
        if not self.sort.startswith("-"):
            return fields
        return tuple(name.removeprefix("-") if name.startswith("-") else f"-{name}" for name in fields)

    def sorted(self, rows: QuerySet[M]) -> QuerySet[M]:
        """The rows in the order asked for; the primary key settles what is equal, so that no page repeats a row."""
        return rows.order_by(*self.order, "pk") if self.order else rows

    def page(self, rows: QuerySet[M] | Sequence[Any]) -> Page[Any]:
        """The page asked for, or the last one there is. A queryset costs one count and one read."""
        total = rows.count() if isinstance(rows, QuerySet) else len(rows)
        pages = max(1, -(-total // self.spec.size))
        number = min(self.number, pages)
        start = (number - 1) * self.spec.size
        return Page(list(rows[start : start + self.spec.size]), number, pages, total, self.spec.size)

    def url(self, **changes: Any) -> str:
        """`?...` with filters, sort and page as they are, but for `changes`; None or "" takes one away.

        Whatever changes but the page itself leads back to page 1.
        """
        query = QueryDict(mutable=True)
        for name in self.spec.filters:
            kept = changes.get(name, self.values.get(name, ()))
            values = [kept] if isinstance(kept, (str, int)) else list(kept or ())
            query.setlist(name, [str(value) for value in values if value not in ("", None)])
        sort = changes.get("sort", self.sort)
        if sort and sort != self.spec.default:
            query["sort"] = str(sort)
        number = changes.get("page", self.number if not changes else 1)
        if int(number or 1) > 1:
            query["page"] = str(number)
        if changes.get("format"):
            query["format"] = str(changes["format"])
        return f"?{query.urlencode()}"

    def sort_url(self, name: str) -> str:
        """Where a column heading leads: rising first, falling when it is rising already."""
        return self.url(sort=f"-{name}" if self.sort == name else name)

    def direction(self, name: str) -> str:
        """Gives "ascending", "descending" or "" for a column heading's `aria-sort`."""
        if self.sort.removeprefix("-") != name:
            return ""
        return "descending" if self.sort.startswith("-") else "ascending"


Writer = Callable[[Sequence[str], Sequence[Sequence[Any]]], bytes]


def download(
    form: str,
    name: str,
    headers: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    xlsx: Writer,
    csv: Writer,
    keys: Sequence[str] = (),
) -> HttpResponse:
    """The whole list as a file. The writers are `documents.sheets.to_xlsx` and `to_csv`; `keys` name the JSON fields."""
    if form == "json":
        items = [dict(zip(keys or headers, row, strict=True)) for row in rows]
        return JsonResponse({"items": items}, json_dumps_params={"ensure_ascii": False})
    body, kind = (xlsx(headers, rows), XLSX) if form == "xlsx" else (csv(headers, rows), "text/csv; charset=utf-8")
    return HttpResponse(
        body, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    )

"""What the wheel says no with."""

from __future__ import annotations

WORDS = {
    "wheel.year_out_of_range": (
        "Årshjulet kan lægges ud for årene {first} til {last}.",
        "Vælg et andet år.",
    ),
    "wheel.year_before_use": (
        "{year} ligger før Styrehjul blev taget i brug.",
        "Læg et år ud, der ikke er slut, eller ret “I brug fra” på siden Første skridt.",
    ),
    "occurrence.other_year": (
        "{title} hører til i {year}, og datoen ligger i et andet år.",
        "Vælg en dato i {year}, eller opret aktiviteten på det andet års hjul.",
    ),
    "occurrence.not_working_day": (
        "{day} er ikke en arbejdsdag ({because}).",
        "Vælg en anden dag.",
    ),
    "occurrence.held_in_future": (
        "{title} kan først noteres som afholdt, når dagen er kommet.",
        "Vent til dagen, eller ret datoen.",
    ),
    "occurrence.over": ("{title} er {state} og kan ikke ændres.", "Opret en ny aktivitet i stedet."),
    "wheel.item_not_movable": (
        "“{title}” er fast i kommissoriet og kan ikke flyttes til et andet kvartal.",
        "Ret kommissoriet, hvis punktet skal ligge et andet sted fremover.",
    ),
    "wheel.item_already_sent": (
        "“{title}” er allerede på en udsendt dagsorden og kan ikke flyttes.",
        "Sæt punktet på som et almindeligt punkt på det andet møde.",
    ),
}

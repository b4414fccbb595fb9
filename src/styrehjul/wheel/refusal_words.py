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
    "seminar.ends_first": ("Slutningen ligger før begyndelsen.", "Ret et af klokkeslættene."),
    "seminar.point_outside": (
        "Punktet ligger uden for dagen, der er fra {first} til {last}.",
        "Ret klokkeslættet, eller gør dagen længere under Tid og pladser.",
    ),
    "seminar.lacks_date": ("Datoen er ikke fundet endnu.", "Skriv den under Ret."),
    "seminar.until_after": (
        "Sidste dag for tilmelding ligger efter seminaret.",
        "Ret den under Tid og pladser.",
    ),
    "seminar.over": ("Seminaret er holdt eller udgået.", "Se årshjulet for det næste."),
    "seminar.not_open": ("Der er ikke åbnet for tilmelding endnu.", "Spørg værten, hvornår der åbnes."),
    "seminar.closed": (
        "Sidste dag for tilmelding var {day}.",
        "Spørg værten, om der er en plads.",
    ),
    "seminar.not_signed": ("Du er ikke tilmeldt.", "Tryk Tilmeld mig, hvis du vil med."),
}

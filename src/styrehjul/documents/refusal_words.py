"""The words of this package's refusals and warnings. Those about uploads in general are in `ui.refusals`."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_US = _("Det er en fejl i Styrehjul. Kontakt den, der driver systemet, og nævn fejlen.")

WORDS: dict[str, tuple[str | Promise, str | Promise]] = {
    "file.name": (
        _("Filens navn kan ikke bruges."),
        _("Giv filen et navn på højst {limit} tegn uden skjulte tegn, og prøv igen."),
    ),
    "file.nested": (
        _("Filen {name} indeholder en anden fil: {inner}."),
        _("Gem den som PDF, eller tag filen ud, og læg den op for sig."),
    ),
    "file.archive_names": (
        _("Filen {name} er pakket med navne, der peger ud af den."),
        _("Gem den igen i det program, den er lavet i, og prøv på ny."),
    ),
    "file.low_space": (
        _("Der er næsten ikke plads på disken. Filen er ikke gemt."),
        _("Kontakt den, der driver Styrehjul. Alt det gemte er der stadig."),
    ),
    "file.gone": (
        _("Filen {name} ligger ikke, hvor den skal."),
        _("Kontakt den, der driver Styrehjul: filen skal hentes fra sikkerhedskopien."),
    ),
    "file.altered": (
        _("Filen {name} er ikke den, der blev gemt."),
        _("Kontakt den, der driver Styrehjul: filen skal hentes fra sikkerhedskopien."),
    ),
    "pdf.not_accessible": (
        _("Dokumentet kan ikke dannes, så alle kan læse det."),
        _("Kontakt den, der driver Styrehjul, og nævn: {detail}"),
    ),
    "pdf.alt_missing": (
        _("Punkt {item}, {section}: et billede mangler en beskrivelse."),
        _("Skriv med ord, hvad billedet viser."),
    ),
    "pdf.heading_jump": (
        _("Punkt {item}, {section}: overskriften “{heading}” springer et niveau over."),
        _("Gør den til en overskrift på niveauet lige under den forrige."),
    ),
    "pdf.character": (
        _("Punkt {item}, {section}: tegnet {character} ({code_point}) kan ikke stå i PDF-filen."),
        _("Slet tegnet, eller skriv det med ord."),
    ),
    "pdf.character_head": (
        _("Tegnet {character} ({code_point}) i dokumentets hoved kan ikke stå i PDF-filen."),
        _("Slet tegnet, eller skriv det med ord."),
    ),
    "pdf.table_header": (
        _("Punkt {item}, {section}: en tabel har ingen overskrifter."),
        _("Giv hver kolonne en overskrift i første række."),
    ),
    "pdf.table_shape": (
        _("Punkt {item}, {section}: en tabel har rækker med flere eller færre felter end overskrifterne."),
        _("Giv alle rækker lige mange felter."),
    ),
    "pdf.picture": (
        _("Punkt {item}, {section}: billedet {picture} kan ikke læses."),
        _("Indsæt det igen som PNG, JPEG eller WebP."),
    ),
    "pdf.ua": (_("PDF-filen kan ikke læses op for alle (PDF/UA, regel {rule})."), _US),
    "pdf.archive": (_("PDF-filen kan ikke gemmes i mange år (PDF/A, regel {rule})."), _US),
    "pdf.language": (_("PDF-filen siger ikke, at den er på dansk (“{found}”)."), _US),
    "pdf.font": (_("PDF-filen er sat med en forkert skrift: {found}."), _US),
    "pdf.unreadable": (_("PDF-filen kan ikke læses."), _US),
    "pdf.annex_unreadable": (
        _("Bilaget kan ikke åbnes som PDF."),
        _("Gem det igen som PDF, og læg det op på ny."),
    ),
    "pdf.annex_not_accessible": (
        _("Bilaget kan ikke læses op for alle."),
        _("Gem det fra Word med “Dokumentstruktur til tilgængelighed”, hvis du kan."),
    ),
    "annex.encrypted": (
        _("Bilag {number} er beskyttet med adgangskode og står kun med navn i det samlede materiale."),
        _("Læg det op uden adgangskode."),
    ),
    "annex.broken": (
        _("Bilag {number} kan ikke læses som PDF og står kun med navn i det samlede materiale."),
        _("Gem det igen som PDF, og læg det op på ny."),
    ),
    "annex.not_pdf": (
        _("Bilag {number} er ikke en PDF-fil og står kun med navn i det samlede materiale."),
        _("Læg det op som PDF, hvis det skal kunne læses sammen med resten."),
    ),
    "annex.too_large": (
        _("Bilagene fylder tilsammen for meget; bilag {number} står kun med navn i det samlede materiale."),
        _("Gør de største bilag mindre."),
    ),
    "word.not_word": (
        _("{name} er ikke en Word-fil, der kan indlæses."),
        _("Gem den fra Word som “Word-dokument (.docx)”, og vælg den igen."),
    ),
    "word.unreadable": (
        _("Word-filen {name} kan ikke læses."),
        _("Åbn den i Word, gem den igen som .docx, og prøv på ny."),
    ),
    "word.too_long": (
        _("Word-filen {name} er for lang til at blive et punkt."),
        _("Læg den på som bilag, og skriv et resumé i punktet."),
    ),
    "word.empty": (
        _("Der er ingen tekst at læse ind i {name}."),
        _("Skriv under overskrifterne i skabelonen, gem filen, og vælg den igen."),
    ),
    "sheet.type": (
        _("{name} er ikke et regneark, der kan indlæses."),
        _("Gem det som Excel (.xlsx) eller CSV, og prøv igen."),
    ),
    "sheet.macro_file": (
        _("{name} er et regneark med makroer, og dem læser vi ikke."),
        _("Gem det som .xlsx, og prøv igen."),
    ),
    "sheet.old_format": (
        _("{name} er gemt i et gammelt format."),
        _("Åbn det i Excel, gem det som .xlsx, og prøv igen."),
    ),
    "sheet.locked": (
        _("{name} er beskyttet med en adgangskode, eller også er det gemt i et gammelt format."),
        _("Fjern adgangskoden i Excel, gem det som .xlsx, og prøv igen."),
    ),
    "sheet.unreadable": (
        _("Regnearket {name} kan ikke læses."),
        _("Åbn det i Excel, gem det igen som .xlsx, og prøv på ny."),
    ),
    "sheet.empty": (_("Der er ingen rækker i {name}."), _("Vælg det rigtige ark eller en anden fil.")),
    "sheet.missing": (
        _("Der er intet ark, der hedder “{sheet}”, i {name}."),
        _("Arkene hedder {sheets}. Vælg et af dem."),
    ),
    "sheet.sheets": (_("{name} har mere end {limit} ark."), _("Slet de ark, der ikke skal indlæses.")),
    "sheet.rows": (_("{name} har mere end {limit} rækker."), _("Del den i flere filer.")),
    "sheet.columns": (
        _("{name} har mere end {limit} kolonner i række {row}."),
        _("Slet de kolonner, der ikke skal indlæses."),
    ),
    "sheet.cells": (_("{name} har mere end {limit} felter."), _("Del den i flere filer.")),
    "sheet.cell_too_long": (
        _("Række {row} i {name} har et felt med mere end {limit} tegn."),
        _("Gør teksten kortere. I en CSV-fil kan et manglende anførselstegn være årsagen."),
    ),
    "sheet.open_quote": (
        _("Linje {row} i {name} har et anførselstegn, som ikke lukkes: {text}"),
        _(
            "Sæt det manglende anførselstegn, eller fjern det, der er for meget. Ellers læses linjerne under som én celle."
        ),
    ),
    "sheet.encoding": (
        _("Tegnene i {name} kan ikke læses."),
        _("Gem den i Excel som “CSV UTF-8”, og prøv igen."),
    ),
}

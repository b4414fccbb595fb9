"""What is warned of and said no with while an agenda is being prepared."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WORDS = {
    "preparing.not_extended": (
        _("{body} bruger ikke udvidet forberedelse."),
        _("Bed sekretæren om at sætte punktet på, eller slå udvidet forberedelse til i kommissoriet."),
    ),
    "preparing.not_proposed": (
        _('"{title}" venter ikke på at blive modtaget.'),
        _("Se på sagens side, hvor den står nu."),
    ),
    "preparing.same_body": (_("Punktet ligger allerede hos {body}."), _("Vælg et andet organ.")),
    "review.unanswered": (
        _("{names} har en bemærkning, som der ikke er svaret på."),
        _("Svar på bemærkningen, eller send en ny udgave til gennemsyn."),
    ),
    "review.awaited": (_("{names} har ikke svaret på gennemsynet endnu."), _("Vent til fristen, eller spørg dem.")),
    "review.nobody": (_("Der er ikke valgt nogen til at gennemse punktet."), _("Vælg mindst én anden end dig selv.")),
    "review.due_in_past": (_("Fristen er passeret."), _("Vælg en dag fra i dag og frem.")),
    "review.over": (_("Gennemsynet er afsluttet, eller du er ikke spurgt."), _("Se på punktet, hvor det står nu.")),
    "review.answer_unknown": (_("Svaret kendes ikke."), _("Vælg OK, eller skriv en bemærkning.")),
    "review.comment_empty": (_("Bemærkningen er tom."), _("Skriv, hvad der skal være anderledes.")),
    "review.reply_empty": (_("Svaret er tomt."), _("Skriv, hvad der er gjort ved bemærkningen.")),
    "agenda.material_not_ready": (
        _("Det forberedende organs formand har ikke meldt materialet klar."),
        _("Det gøres på siden Forberedelse."),
    ),
    "agenda.not_adopted": (
        _("Mødet har ikke godkendt dagsordenen."),
        _("Godkend den øverst på siden, og skriv, hvis nogen har indsigelser."),
    ),
    "not_allowed.item.propose": (_("Punkter foreslås af organets medlemmer."), _("Spørg sekretæren.")),
    "not_allowed.item.receive": (_("Foreslåede punkter modtages af sekretæren."), _("Spørg sekretæren.")),
    "not_allowed.item.take_on": (_("Kun den ansvarlige kan tage punktet."), _("Spørg sekretæren.")),
    "not_allowed.review.see": (
        _("Gennemsynet er kun for dem, der er bedt om det."),
        _("Spørg den ansvarlige for punktet."),
    ),
    "not_allowed.review.answer": (
        _("Kun den, der er bedt om det, svarer på et gennemsyn."),
        _("Spørg den ansvarlige for punktet."),
    ),
    "not_allowed.agenda.material": (
        _("Materialet meldes klar af det forberedende organs formand."),
        _("Spørg formanden."),
    ),
    "item.check_awaited": (
        _("{named}: {name} har ikke svaret på kontrollen endnu ({side})."),
        _("Spørg den, der er bedt om det, eller fjern spørgsmålet på punktets side."),
    ),
    "item.check_remark": (
        _("{named}: {name} har en bemærkning ({side}): {remark}"),
        _("Ret punktet, hvis bemærkningen giver anledning til det."),
    ),
    "check.nobody": (_("Der er ikke valgt nogen."), _("Skriv mindst ét navn.")),
    "check.too_late": (
        _('"{title}" er klar og kan ikke sendes til kontrol.'),
        _("Send punktet retur først, hvis nogen skal se på det."),
    ),
    "check.over": (_("Der er ikke længere brug for dit svar."), _("Se på punktet, hvor det står nu.")),
    "check.answer_unknown": (_("Svaret kendes ikke."), _("Vælg et af de to svar.")),
    "check.remark_empty": (_("Bemærkningen er tom."), _("Skriv, hvad der er at bemærke.")),
    "check.chief_awaited": (
        _('"{title}" venter på {name}, som er forslagsstillerens egen chef.'),
        _("Vent på svaret, eller afvis punktet med en begrundelse."),
    ),
    "not_allowed.check.see": (
        _("Kontrollen er kun for dem, der er spurgt, og dem, der forbereder punktet."),
        _("Spørg den ansvarlige for punktet."),
    ),
    "not_allowed.check.answer": (
        _("Kun den, der er spurgt, svarer."),
        _("Spørg den ansvarlige for punktet."),
    ),
    "item.moved_on": (
        _("{named}: Projektet er ændret, siden indstillingen blev skrevet: {effect}."),
        _("Ret virkningen under indstillingen, eller gem den igen, hvis den stadig er rigtig."),
    ),
    "item.annex_scanned": (
        _('{named}: Bilaget "{annex}" er skannet: siderne er billeder uden tekst.'),
        _("Læg filen på, som den blev skrevet, eller få teksten genkendt, før den skannes til PDF."),
    ),
    "item.annex_unread": (
        _('{named}: Bilaget "{annex}" kan ikke læses op for alle.'),
        _("Gem det som PDF med tags fra det program, det er skrevet i, eller læg teksten i et notat."),
    ),
    "agenda.over_time": (
        _("Punkterne er sat til {wanted} minutter, og mødet varer {length}."),
        _("Sæt færre minutter på et punkt, flyt et punkt, eller gør mødet længere."),
    ),
}

"""The demo's invented organisation: units, posts and people. No name belongs to a real employee anywhere."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoUnit:
    """A unit of the demo. `groups` are the groups that the kommissorium's seats speak of."""

    code: str
    name: str
    kind: str
    parent: str | None = None
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class DemoPerson:
    """A person of the demo. `post` is a post with a holder; `heads` says that it heads the person's unit."""

    key: str
    name: str
    unit: str
    title: str
    leader: bool = False
    post: bool = False


WELFARE, AREA = "velfaerdsomraadet", "fagchefomraader"
COMMON = "faellesforvaltningsomraadet"

UNITS = (
    DemoUnit("kommunen", "Norddjurs Kommune", "municipality"),
    DemoUnit("direktionen", "Direktionen", "executive_board", "kommunen"),
    DemoUnit("staben", "Staben", "staff_unit", "direktionen"),
    DemoUnit("velfaerd", "Velfærdsforvaltningen", "administration", "direktionen"),
    DemoUnit("faelles", "Fællesforvaltningen", "administration", "direktionen"),
    DemoUnit("skole", "Skole", "department_area", "velfaerd", (AREA, WELFARE)),
    DemoUnit("dagtilbud", "Dagtilbud", "department_area", "velfaerd", (AREA, WELFARE)),
    DemoUnit("boern", "Børn og Familie", "department_area", "velfaerd", (AREA, WELFARE)),
    DemoUnit("omsorg", "Sundhed og Omsorg", "department_area", "velfaerd", (AREA, WELFARE)),
    DemoUnit("social", "Socialområdet", "department_area", "velfaerd", (AREA, WELFARE)),
    DemoUnit("arbejdsmarked", "Arbejdsmarked", "department_area", "velfaerd", (AREA, WELFARE)),
    DemoUnit("borgerservice", "Borgerservice, IT og Digitalisering", "department_area", "faelles", (AREA, COMMON)),
    DemoUnit("digitalisering", "Digitalisering", "department", "borgerservice"),
    DemoUnit("it", "IT-drift", "department", "borgerservice"),
    DemoUnit("oekonomi", "Økonomi", "department_area", "faelles", (AREA, COMMON)),
    DemoUnit("plan", "Plan og Byg", "department_area", "faelles", (AREA, COMMON)),
    DemoUnit("ejendomme", "Ejendomme", "department_area", "faelles", (AREA, COMMON)),
    DemoUnit("kultur", "Kultur og Fritid", "department_area", "faelles", (AREA, COMMON)),
    DemoUnit("aaskolen", "Åskolen", "institution", "skole"),
    DemoUnit("bakkeskolen", "Bakkeskolen", "institution", "skole"),
    DemoUnit("mariehoenen", "Børnehuset Mariehønen", "institution", "dagtilbud"),
    DemoUnit("engparken", "Plejecenter Engparken", "institution", "omsorg"),
    DemoUnit("fjordbo", "Bostedet Fjordbo", "institution", "social"),
    DemoUnit("biblioteket", "Biblioteket", "institution", "kultur"),
)

PEOPLE = (
    DemoPerson("kommunaldirektoer", "Jens Overgaard", "direktionen", "Kommunaldirektør", leader=True, post=True),
    DemoPerson("velfaerdsdirektoer", "Lone Thastum", "velfaerd", "Velfærdsdirektør", leader=True, post=True),
    DemoPerson(
        "faellesdirektoer", "Erik Dalsgaard", "faelles", "Direktør for fællesforvaltningen", leader=True, post=True
    ),
    DemoPerson(
        "stine", "Stine Kjær", "borgerservice", "Chef for Borgerservice, IT og Digitalisering", leader=True, post=True
    ),
    DemoPerson("lars", "Lars Beck", "digitalisering", "Leder af Digitalisering", leader=True, post=True),
    DemoPerson("peter", "Peter Juhl", "digitalisering", "Digitaliseringskonsulent"),
    DemoPerson("karen", "Karen Holm", "digitalisering", "Digitaliseringskonsulent"),
    DemoPerson("henrik", "Henrik Vestergaard", "staben", "Stabschef", leader=True, post=True),
    DemoPerson("birgit", "Birgit Sommer", "omsorg", "Chef for Sundhed og Omsorg", leader=True, post=True),
    DemoPerson("torben", "Torben Aagaard", "skole", "Skolechef", leader=True, post=True),
    DemoPerson("gitte", "Gitte Munk", "dagtilbud", "Dagtilbudschef", leader=True, post=True),
    DemoPerson("anders", "Anders Lykke", "boern", "Chef for Børn og Familie", leader=True, post=True),
    DemoPerson("hanne", "Hanne Brink", "social", "Socialchef", leader=True, post=True),
    DemoPerson("ole", "Ole Ravn", "arbejdsmarked", "Arbejdsmarkedschef", leader=True, post=True),
    DemoPerson("susanne", "Susanne Krogh", "oekonomi", "Økonomichef", leader=True, post=True),
    DemoPerson("michael", "Michael Stenbæk", "plan", "Chef for Plan og Byg", leader=True, post=True),
    DemoPerson("dorte", "Dorte Egelund", "ejendomme", "Ejendomschef", leader=True, post=True),
    DemoPerson("finn", "Finn Højgaard", "kultur", "Kultur- og fritidschef", leader=True, post=True),
    DemoPerson("klaus", "Klaus Winther", "it", "It-chef", leader=True, post=True),
    DemoPerson("mette", "Mette Lund", "digitalisering", "Projektleder"),
    DemoPerson("anna", "Anna Friis", "borgerservice", "Projektleder"),
    DemoPerson("jonas", "Jonas Skov", "skole", "It-koordinator"),
    DemoPerson("camilla", "Camilla Bang", "boern", "Projektleder"),
    DemoPerson("rasmus", "Rasmus Toft", "omsorg", "It-ansvarlig"),
    DemoPerson("line", "Line Hedegaard", "social", "Superbruger"),
    DemoPerson("mikkel", "Mikkel Bruun", "arbejdsmarked", "Koordinator"),
    DemoPerson("charlotte", "Charlotte Dam", "oekonomi", "Systemansvarlig"),
    DemoPerson("niels", "Niels Thorup", "plan", "It-ansvarlig"),
    DemoPerson("pia", "Pia Lindberg", "ejendomme", "Koordinator"),
    DemoPerson("soeren", "Søren Kragh", "kultur", "Superbruger"),
    DemoPerson("tine", "Tine Bjerre", "staben", "Specialkonsulent"),
    DemoPerson("aase", "Åse Nørby", "borgerservice", "Koordinator"),
    DemoPerson("olga", "Olga Petersen", "biblioteket", "Bibliotekar"),
    DemoPerson("jakob", "Jakob Iversen", "it", "It-arkitekt"),
    DemoPerson("sara", "Sara Mølgaard", "it", "Systemadministrator"),
    DemoPerson("kim", "Kim Dreyer", "digitalisering", "Digitaliseringskonsulent"),
    DemoPerson("louise", "Louise Vang", "digitalisering", "Projektleder"),
    DemoPerson("thomas", "Thomas Frost", "plan", "Byggesagsbehandler"),
    DemoPerson("helle", "Helle Bundgaard", "omsorg", "Sundhedskonsulent"),
    DemoPerson("bo", "Bo Lauridsen", "engparken", "Centerleder", leader=True, post=True),
    DemoPerson("inge", "Inge Marker", "engparken", "Social- og sundhedsassistent"),
    DemoPerson("vibeke", "Vibeke Rask", "fjordbo", "Forstander", leader=True, post=True),
    DemoPerson("martin", "Martin Elkjær", "fjordbo", "Pædagog"),
    DemoPerson("ulla", "Ulla Krarup", "aaskolen", "Skoleleder på Åskolen", leader=True, post=True),
    DemoPerson("emil", "Emil Kvist", "aaskolen", "It-vejleder"),
    DemoPerson("joan", "Joan Lassen", "bakkeskolen", "Skoleleder på Bakkeskolen", leader=True, post=True),
    DemoPerson("simon", "Simon Hald", "bakkeskolen", "Lærer og superbruger"),
    DemoPerson("randi", "Randi Østergård", "mariehoenen", "Institutionsleder", leader=True, post=True),
    DemoPerson("freja", "Freja Lindholm", "mariehoenen", "Pædagog"),
    DemoPerson("carsten", "Carsten Buhl", "biblioteket", "Bibliotekschef", leader=True, post=True),
    DemoPerson("mona", "Mona Gade", "borgerservice", "Borgerrådgiver"),
    DemoPerson("per", "Per Ulrik Stage", "oekonomi", "Controller"),
    DemoPerson("eva", "Eva Rosendal", "arbejdsmarked", "Jobkonsulent"),
    DemoPerson("jesper", "Jesper Tind", "ejendomme", "Energikonsulent"),
    DemoPerson("nanna", "Nanna Fabricius", "kultur", "Fritidskonsulent"),
    DemoPerson("lise", "Lise Overby", "boern", "Socialrådgiver"),
    DemoPerson("hans", "Hans Erik Bøgh", "skole", "Skolekonsulent"),
    DemoPerson("maja", "Maja Krøyer", "dagtilbud", "Pædagogisk konsulent"),
    DemoPerson("kasper", "Kasper Nygaard", "staben", "Kommunikationskonsulent"),
    DemoPerson("birthe", "Birthe Hvid", "social", "Administrativ medarbejder"),
    DemoPerson("allan", "Allan Friborg", "it", "Driftstekniker"),
    DemoPerson("yrsa", "Yrsa Damgaard", "omsorg", "Visitator"),
)

"""Every way a kommissorium file may be wrong: the line, the key, and a Danish sentence with the way on."""

from __future__ import annotations

import time
from datetime import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrehjul.bodies.domain.kommissorium import KommissoriumErrors, Problem, read, warnings_of
from styrehjul.bodies.domain.model import CadenceKind, DeadlineKind, SeatCount
from tests.bodies.kommissorier import SMALL, path_of, small

CIRCLE = """
[[organ]]
kode = "forum"
kort = "F"
navn = "Forum"
navn_bestemt = "forummet"
[organ.moeder]
foelger = "udvalg"
[[organ.plads]]
noegle = "formand"
titel = "Formand"
slags = "formand"
"""
TWO_CHAIRS = """
[[organ.plads]]
noegle = "anden"
titel = "Anden formand"
slags = "formand"
"""
RIGHT = """
[[ret]]
organ = "udvalg"
emne = "Forslag"
virkninger = ["proposal.aprove"]
"""


def wrong(data: bytes) -> list[Problem]:
    with pytest.raises(KommissoriumErrors) as caught:
        read(data, file="k.toml")
    return caught.value.errors


def told(data: bytes) -> list[Problem]:
    """What the reader says of bytes that may be right or wrong."""
    try:
        read(data, file="k.toml")
    except KommissoriumErrors as errors:
        return errors.errors
    return []


def line(text: str, data: bytes) -> int:
    """The line on which `text` stands."""
    return next(number for number, row in enumerate(data.decode().split("\n"), start=1) if text in row)


def test_the_small_one_is_right() -> None:
    text = read(small(), file="k.toml")
    body = text.body("udvalg")
    assert (body.cadence.kind, body.cadence.number) == (CadenceKind.PER_YEAR, 4)
    assert [(seat.key, seat.rule, seat.number) for seat in body.seats] == [
        ("formand", SeatCount.EXACTLY, 1),
        ("medlem", SeatCount.EXACTLY, 2),
    ]
    assert body.deadlines[0].code == "dispatch"


@pytest.mark.parametrize(
    ("data", "at", "code", "key", "words"),
    [
        pytest.param(small('navn = "Udvalg"', 'navn = "Udvalg'), 'navn = "Udvalg', "toml.syntax", "", "anførselstegn", id="unclosed text"),
        pytest.param(small("pr_aar = 4", "pr_aar 4"), "pr_aar 4", "toml.syntax", "", "lighedstegn", id="no equals sign"),
        pytest.param(small("pr_aar = 4", "pr_aar = fire"), "pr_aar = fire", "toml.syntax", "", "anførselstegn", id="bare word"),
        pytest.param(small('format = "styrehjul.kommissorium/1"', 'format = "x/2"'), "x/2", "format", "format",
                     'format = "styrehjul.kommissorium/1"', id="other format"),
        pytest.param(small('kort = "U"', 'kotr = "U"'), "kotr", "key.unknown", "kotr", 'Mente du "kort"', id="misspelt key"),
        pytest.param(small('kommune = "Lilleby Kommune"', 'kommune = ""'), "kommune", "value.empty", "kommune", "tom", id="empty text"),
        pytest.param(small('kommune = "Lilleby Kommune"', "kommune = 7"), "kommune", "value.type", "kommune", "tekst", id="number for text"),
        pytest.param(small("gaeldende_fra = 2027-01-01", "gaeldende_fra = 2027-02-31"), "2027-02-31", "date.unknown",
                     "gaeldende_fra", "31. februar 2027 findes ikke", id="date that does not exist"),
        pytest.param(small("gaeldende_fra = 2027-01-01", 'gaeldende_fra = "2027-04-31"'), "2027-04-31", "date.unknown",
                     "gaeldende_fra", "31. april 2027 findes ikke", id="the same as text"),
        pytest.param(small("gaeldende_fra = 2027-01-01", 'gaeldende_fra = "2027-04-30"'), "2027-04-30", "value.type",
                     "gaeldende_fra", "uden anførselstegn", id="date as text"),
        pytest.param(small("gaeldende_fra = 2027-01-01", "gaeldende_fra = 0207-01-01"), "0207", "date.range", "gaeldende_fra",
                     "slåfejl", id="year mistyped"),
        pytest.param(small("pr_aar = 4", 'foelger = "udvalg"'), "foelger", "body.follows_itself", "foelger",
                     "følger sig selv", id="follows itself"),
        pytest.param(small("pr_aar = 4", 'foelger = "udvlag"'), "foelger", "body.unknown", "foelger", 'Mente du "udvalg"', id="follows nobody"),
        pytest.param(small("pr_aar = 4", "pr_aar = 0"), "pr_aar", "cadence.range", "pr_aar", "fra 1 til 52", id="no meetings"),
        pytest.param(small("pr_aar = 4", "pr_aar = 4\nmaaneder = [1]"), "maaneder = [1]", "key.conflict", "maaneder",
                     "kan ikke stå sammen", id="two cadences"),
        pytest.param(small("pr_aar = 4", "maaneder = [3, 13]"), "maaneder", "month.range", "maaneder", "13 findes ikke", id="month 13"),
        pytest.param(small("pr_aar = 4", "uger_imellem = 2"), "[organ.moeder]", "cadence.start", "moeder", "fra = ", id="weeks from when"),
        pytest.param(small("pr_aar = 4", ""), "[organ.moeder]", "cadence.missing", "moeder", "pr_aar = 4", id="no cadence"),
        pytest.param(small("kvartaler = [1, 3]", "kvartaler = [1, 5]"), "kvartaler", "quarter.range", "kvartaler", "5 findes ikke", id="quarter 5"),
        pytest.param(small("kvartaler = [1, 3]", 'dato = "31. februar"'), "dato", "date.unknown", "dato", "31. februar findes ikke", id="31 February"),
        pytest.param(small("praecis = 2", "praecis = 0"), "praecis", "seat.impossible", "praecis", "præcis 0", id="exactly none"),
        pytest.param(small("praecis = 2", "mindst = 4\nhoejst = 2"), "hoejst", "seat.impossible", "hoejst", "mindst 4 og højst 2", id="at least over at most"),
        pytest.param(small("praecis = 2", 'en_pr = "fog"'), "en_pr", "group.unknown", "en_pr", 'Mente du "fag"', id="unknown group"),
        pytest.param(small("praecis = 2", 'omraade = "by"'), "omraade = ", "group.unknown", "omraade", "findes ikke", id="unknown area"),
        pytest.param(small("praecis = 2", 'enhed = "stab"'), "enhed", "unit.unknown", "enhed", "[[enhed]]", id="unknown unit"),
        pytest.param(small('slags = "formand"', 'slags = "formnad"'), "formnad", "value.word", "slags", 'Mente du "formand"', id="misspelt word"),
        pytest.param(small('slags = "formand"', 'slags = "medlem"'), "[[organ]]", "seat.no_chair", "organ", "ingen formand", id="no chair"),
        pytest.param(small("arbejdsdage_foer = 5", "arbejdsdage_efter = 2"), "arbejdsdage_efter", "deadline.after_meeting",
                     "arbejdsdage_efter", "falder efter mødet", id="dispatch after the meeting"),
        pytest.param(small("arbejdsdage_foer = 5", "arbejdsdage_foer = -1"), "arbejdsdage_foer", "deadline.after_meeting",
                     "arbejdsdage_foer", "negativt", id="negative deadline"),
        pytest.param(small("arbejdsdage_foer = 5", ""), "[[organ.frist]]", "deadline.missing", "frist", "arbejdsdage_foer = 5", id="no time"),
        pytest.param(small('noegle = "medlem"', 'noegle = "formand"'), 'titel = "Medlem"', "code.twice", "noegle", "to gange", id="same key twice"),
        pytest.param(small('kode = "udvalg"', 'kode = "Mit Udvalg"'), "Mit Udvalg", "value.code", "kode", "mit_udvalg", id="code with spaces"),
        pytest.param(small(more=RIGHT), "virkninger", "effect.unknown", "virkninger", "proposal.approve", id="unknown effect"),
        pytest.param(small(more=RIGHT.replace('"udvalg"', '"raad"').replace("aprove", "approve")), 'organ = "raad"', "body.unknown",
                     "organ", "findes ikke", id="right of nobody"),
        pytest.param(small(more='tvivl = "?3"'), "tvivl", "mark.unknown", "tvivl", "[[tvivl]]", id="doubt not told"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_line_key_and_fix(data: bytes, at: str, code: str, key: str, words: str) -> None:
    errors = wrong(data)
    assert [error.code for error in errors] == [code], [str(error) for error in errors]
    (error,) = errors
    expected = line(at, data)
    if code == "code.twice":
        expected -= 1
    assert error.path == f"k.toml:{expected}"
    assert error.key == key
    assert words in error.message
    assert str(error).startswith(f"k.toml, linje {expected}")


@pytest.mark.parametrize(
    ("data", "code", "key"),
    [
        (small('kort = "U"', 'kort = "U"\nfarve = 9'), "value.range", "farve"),
        (small("pr_aar = 4", "uger_imellem = 99\nfra = 2027-01-06"), "cadence.range", "uger_imellem"),
        (small("pr_aar = 4", "pr_aar = 4\nuge_i_maaneden = 6"), "value.range", "uge_i_maaneden"),
        (small("pr_aar = 4", 'pr_aar = 4\nugedag = "søndag"'), "cadence.weekend", "ugedag"),
        (small("pr_aar = 4", 'foelger = "forum"', more=CIRCLE.replace('foelger = "udvalg"', "efter_behov = true")),
         "cadence.follows_nothing", "foelger"),
        (small(more=CIRCLE + "").replace(b'foelger = "udvalg"', b'foelger = "udvalg"\narbejdsdage_foer = 0'), "cadence.lead", "arbejdsdage_foer"),
        (small(more=CIRCLE).replace(b'foelger = "udvalg"', b'foelger = "udvalg"\narbejdsdage_foer = 5\nuger_foer = 2'),
         "key.conflict", "uger_foer"),
        (small("kvartaler = [1, 3]", "kvartaler = []"), "quarter.range", "kvartaler"),
        (small("kvartaler = [1, 3]", "kvartaler = [1, 1]"), "number.twice", "kvartaler"),
        (small("kvartaler = [1, 3]", "kvartaler = [1, 3]\nhvert_moede = true"), "key.conflict", "hvert_moede"),
        (small("kvartaler = [1, 3]", "moeder = [1, 99]"), "nth.range", "moeder"),
        (small("kvartaler = [1, 3]", "kvartaler = 1"), "value.type", "kvartaler"),
        (small("kvartaler = [1, 3]", 'dato = "i marts"'), "value.type", "dato"),
        (small("kvartaler = [1, 3]", "kvartaler = [1, 3]\nsikkerhed = 1.5"), "value.range", "sikkerhed"),
        (small("kvartaler = [1, 3]", "kvartaler = [1, 3]\nsikkerhed = inf"), "value.type", "sikkerhed"),
        (small("kvartaler = [1, 3]", 'kvartaler = [1, 3]\nsikkerhed = "0,8"'), "value.type", "sikkerhed"),
        (small("praecis = 2", "mindst = -1"), "seat.impossible", "mindst"),
        (small("praecis = 2", "hoejst = 0"), "seat.impossible", "hoejst"),
        (small("praecis = 2", "praecis = 2\nhoejst = 3"), "key.conflict", "hoejst"),
        (small("praecis = 2", "praecis = 9999999999"), "value.type", "praecis"),
        (small("praecis = 2", "daekningsaftaler = true"), "seat.coverage", "daekningsaftaler"),
        (small('slags = "formand"', 'slags = "formand"\npraecis = 2'), "seat.two_chairs", "plads"),
        (small("arbejdsdage_foer = 5", "arbejdsdage_foer = 999"), "deadline.range", "arbejdsdage_foer"),
        (small("arbejdsdage_foer = 5", "arbejdsdage_foer = 5\nuger_foer = 1"), "key.conflict", "uger_foer"),
        (small('kode = "udsendelse"', 'kode = "referat_udkast"'), "deadline.before_meeting", "arbejdsdage_foer"),
        (small("pr_aar = 4", "pr_aar = 4\n[organ.indstillinger]\nvarighed_minutter = 0"), "value.range", "varighed_minutter"),
        (small("pr_aar = 4", "pr_aar = 4\n[organ.indstillinger]\nstarter_kl = 9"), "value.type", "starter_kl"),
        (small("pr_aar = 4", "pr_aar = { vaerdi = 4, forslag = 1 }"), "value.type", "pr_aar"),
        (small("pr_aar = 4", "pr_aar = { forslag = true }"), "key.missing", "pr_aar"),
        (small('kort = "U"', "kort = {}"), "key.missing", "kort"),
        (small('kode = "udvalg"', "kode = {}"), "key.missing", "kode"),
        (small("gaeldende_fra = 2027-01-01", "gaeldende_fra = 2027-01-01T12:00:00"), "value.type", "gaeldende_fra"),
        (small("gaeldende_fra = 2027-01-01", "gaeldende_fra = 2027-01-01\nindstillinger = 3"), "value.type", "indstillinger"),
        (small(more=RIGHT.replace("aprove", "approve") + "over_beloeb = -1"), "value.range", "over_beloeb"),
        (small(more=RIGHT.replace("aprove", "approve") + 'virkninger = "x"').replace(b'virkninger = ["proposal.approve"]\n', b""),
         "value.type", "virkninger"),
        (small(more='[indstillinger]\nopbevares_aar = -1').replace(b'kvartaler = [1, 3]\n', b'kvartaler = [1, 3]\n\n'),
         "value.range", "opbevares_aar"),
        (small('kort = "U"', 'kort = "U"\nraekkefoelge = ["faste_punkter", "statsu"]'), "order.unknown", "raekkefoelge"),
        (small('kort = "U"', 'kort = "U"\nraekkefoelge = "faste_punkter"'), "value.type", "raekkefoelge"),
    ],
)  # fmt: skip
def test_every_other_slip_has_its_own_finding(data: bytes, code: str, key: str) -> None:
    errors = wrong(data)
    assert [(error.code, error.key) for error in errors] == [(code, key)], [str(error) for error in errors]


def test_a_body_without_a_cadence_at_all_is_told_once() -> None:
    data = small("[organ.moeder]\npr_aar = 4\n", "")
    assert [(error.code, error.line) for error in wrong(data)] == [("key.missing", line("[[organ]]", data))]


def test_a_clock_time_of_toml_and_a_long_text_with_quotes_are_read() -> None:
    data = small("arbejdsdage_foer = 5", "arbejdsdage_foer = 5\nkl = 12:30:15")
    assert read(data, file="k.toml").body("udvalg").deadlines[0].at == clock(12, 30)
    long = 'formaal = """Han sagde \\"nej\\" og ""ja"" [ikke]\n# ingen kommentar\n"""'
    long += '\nopgaver_indledning = """Han sagde "ja""""'
    data = small('kort = "U"', f'kort = "U"\n{long}').replace(b"pr_aar = 4", b"pr_aar = 0")
    (error,) = wrong(data)
    assert error.line == line("pr_aar", data)


def test_two_chairs_are_named_both() -> None:
    data = small('[[organ.frist]]\nkode = "udsendelse"', TWO_CHAIRS + '[[organ.frist]]\nkode = "udsendelse"')
    (error,) = wrong(data)
    assert error.code == "seat.two_chairs"
    assert '"Formand" og "Anden formand"' in error.message


def test_a_circle_of_bodies_names_the_way_round() -> None:
    data = small("pr_aar = 4", 'foelger = "forum"', more=CIRCLE)
    errors = wrong(data)
    assert {error.code for error in errors} == {"body.follows_itself"}
    assert "Udvalg -> Forum -> Udvalg" in errors[0].message
    assert len(errors) == 2


def test_a_parent_circle_is_refused() -> None:
    data = small('kode = "udvalg"', 'kode = "udvalg"\noverordnet = "udvalg"')
    assert [error.code for error in wrong(data)] == ["body.above_itself"]


def test_all_errors_come_at_once_in_the_order_of_the_lines() -> None:
    data = (
        small("pr_aar = 4", "pr_aar = 99").replace(b"2027-01-01", b"2027-13-01").replace(b"praecis = 2", b"praecis = 0")
    )
    data = data.replace(b'kort = "U"', b'kort = "U"\nfrave = 2').replace(b"kvartaler = [1, 3]", b"kvartaler = [0, 3]")
    errors = wrong(data)
    assert [error.code for error in errors] == [
        "date.unknown",
        "key.unknown",
        "cadence.range",
        "seat.impossible",
        "quarter.range",
    ]
    assert [error.line for error in errors] == sorted(error.line for error in errors)


def test_two_false_dates_are_both_named() -> None:
    data = small("pr_aar = 4", "uger_imellem = 2\nfra = 2026-06-31").replace(b"2027-01-01", b"2027-02-30")
    assert [(error.code, error.key) for error in wrong(data)] == [
        ("date.unknown", "gaeldende_fra"),
        ("date.unknown", "fra"),
    ]


def test_a_false_date_inside_a_long_text_is_only_text() -> None:
    data = small("gaeldende_fra = 2027-01-01", 'baggrund = """\nMødet 2027-02-31 blev aldrig holdt.\n"""')
    assert read(data, file="k.toml").background == "Mødet 2027-02-31 blev aldrig holdt."


def test_windows_1252_names_the_line_and_what_to_do() -> None:
    data = SMALL.replace("Lilleby", "Ærø").encode("cp1252")
    (error,) = wrong(data)
    assert (error.code, error.path) == ("file.encoding", "k.toml:3")
    assert "UTF-8" in error.message


def test_a_byte_order_mark_and_windows_line_ends_are_read() -> None:
    data = b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()
    assert read(data, file="k.toml") == read(small(), file="k.toml")
    assert wrong(data.replace(b"pr_aar = 4", b"pr_aar = 0"))[0].line == line("pr_aar", small())


def test_ten_megabytes_are_refused_at_once() -> None:
    data = small() + b'baggrund = "' + b"x" * 10_000_000 + b'"'
    started = time.perf_counter()
    (error,) = wrong(data)
    assert time.perf_counter() - started < 0.5
    assert error.code == "file.too_big"
    assert "fylder 10,0 MB. Et kommissorium må højst fylde 1 MB" in error.message


@pytest.mark.parametrize(
    "bomb",
    [
        b"a=" + b"[" * 900_000,
        b".".join([b"a"] * 400_000) + b"=1",
        b"a={" + b".".join([b"b"] * 400_000) + b"=1}",
        b"a = 9" + b"9" * 900_000,
        b"a = 1e999999999",
        b'a = """' + b"\\" * 900_000,
        b"a." * 30 + b"a=1\n" + b"#" * 900_000,
        b"x" * 990_000,
        b"a = [" + b"{}," * 200_000 + b"]",
        b'sikkerhed = 0.1\nnavn = "' + b". " * 400_000 + b'"',
    ],
    ids=["brackets", "dots", "inline dots", "digits", "exponent", "escapes", "comment", "word", "tables", "full stops"],
)  # fmt: skip
def test_a_file_made_to_hang_the_reader_is_refused_soon(bomb: bytes) -> None:
    started = time.perf_counter()
    assert wrong(bomb)
    assert time.perf_counter() - started < 5


def test_something_else_than_tables_where_tables_belong() -> None:
    head = b'format = "styrehjul.kommissorium/1"\nnavn = "a"\nkommune = "b"\n'
    assert [error.code for error in wrong(head + b"organ = 3")] == ["value.type"]
    assert [error.code for error in wrong(head)] == ["key.missing"]
    assert [error.code for error in wrong(head + b"organ = []")] == ["body.missing"]


def test_weekday_deadline_and_from_to_seats_are_read() -> None:
    data = small("arbejdsdage_foer = 5", 'ugedag = "Mandag"\nuger_foer = 2\nkl = "12.30"')
    rule = read(data, file="k.toml").body("udvalg").deadlines[0]
    assert (rule.kind, rule.weekday, rule.weeks_before) == (DeadlineKind.WEEKDAY_TIME, 0, 2)
    assert rule.at == clock(12, 30)
    seat = read(small("praecis = 2", "mindst = 1\nhoejst = 3"), file="k.toml").body("udvalg").seat("medlem")
    assert (seat.rule, seat.number, seat.most) == (SeatCount.AT_LEAST, 1, 3)


def test_a_suggestion_is_kept_apart_from_a_rule() -> None:
    data = small("pr_aar = 4", 'pr_aar = { vaerdi = 4, forslag = true }\nugedag = "onsdag"')
    cadence = read(data, file="k.toml").body("udvalg").cadence
    assert cadence.number == 4
    assert cadence.suggested == {"number"}
    (error,) = wrong(small("pr_aar = 4", "pr_aar = { vaerdi = 4, forslg = true }"))
    assert error.code == "key.unknown"


def test_ladder_out_of_order_and_quarters_without_meetings_only_warn() -> None:
    more = '\n[[organ.frist]]\nkode = "materiale"\nnavn = "Materiale"\narbejdsdage_foer = 2\n'
    data = small("pr_aar = 4", "maaneder = [1, 4]", more=more)
    rows = {row.code: row for row in warnings_of(data, file="k.toml")}
    assert '"Udsendelse" falder før "Materiale"' in rows["deadline.order"].message
    assert rows["deadline.order"].line == line('navn = "Udsendelse"', data) - 2
    assert "3. kvartal" in rows["item.no_meeting"].message
    assert "seat.no_secretary" in rows


@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_fall(data: bytes) -> None:
    for prefix in (b"", small()):
        assert all(error.message and error.line >= 1 for error in told(prefix + b"\n" + data))


VALUES = st.sampled_from(
    [
        "3",
        "-1",
        "[]",
        "[1]",
        '["a"]',
        "true",
        "{}",
        "{vaerdi=1}",
        '"x"',
        "1.5",
        "2027-01-01",
        "12:00:00",
        "[[1]]",
        "inf",
    ]
)


@given(st.integers(0, 400), VALUES)
def test_any_value_at_any_key_is_read_or_told(place: int, value: str) -> None:
    rows = path_of("norddjurs").read_text().split("\n")
    keys = [number for number, row in enumerate(rows) if " = " in row and not row.startswith((" ", "#"))]
    number = keys[place % len(keys)]
    if rows[number].endswith(("[", '"""')):
        return
    rows[number] = f"{rows[number].partition(' = ')[0]} = {value}"
    errors = told("\n".join(rows).encode())
    assert all(error.message[0].isupper() or error.message[0] == '"' for error in errors)
    # A value that is right in itself may make another line wrong: a code that others name.
    assert all(1 <= error.line <= len(rows) for error in errors)

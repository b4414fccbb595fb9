"""Which body may decide what; and that silence refuses nothing."""

from __future__ import annotations

from decimal import Decimal

from styrehjul.bodies.domain.rights import RightKind, right_for
from tests.bodies.kommissorier import shipped


def test_norddjurs_rights() -> None:
    text = shipped("norddjurs")
    approve = right_for(text, "proposal.approve", category="cross")
    assert (approve.kind, approve.needed, approve.bodies) == (RightKind.BODIES, True, ("styregruppe",))
    assert approve.may_decide("styregruppe")
    assert not approve.may_decide("programgruppe")
    assert approve.rows[0].basis == "Bilag 1: Behandling af nye projektforslag"
    start = right_for(text, "project.start")
    assert (start.kind, start.needed, start.bodies) == (RightKind.FREE, False, ("programgruppe",))
    unset = right_for(text, "project.set_economy_frame")
    assert (unset.kind, unset.bodies, unset.may_decide("hvem som helst")) == (RightKind.UNSET, (), True)


def test_only_five_things_need_a_decision() -> None:
    text = shipped("norddjurs")
    assert set(text.settings.needs_decision) == {
        "proposal.approve", "proposal.reject", "proposal.postpone", "project.close", "project.stop", "project.reopen",
        "project.set_priority", "plan.approve", "project.change_category",
    }  # fmt: skip
    assert not right_for(text, "proposal.return").needed


def test_amounts_and_categories_of_the_example() -> None:
    text = shipped("eksempel")
    small = right_for(text, "proposal.approve", category="local", amount=Decimal(400_000))
    assert small.bodies == ("koordineringsforum",)
    large = right_for(text, "proposal.approve", category="local", amount=Decimal(500_000))
    assert large.bodies == ("digitaliseringsudvalg",)
    nobody = right_for(text, "proposal.approve", category="cross", amount=Decimal(400_000))
    assert (nobody.kind, nobody.bodies) == (RightKind.DECISION, ())
    assert right_for(text, "plan.approve").bodies == ("digitaliseringsudvalg",), (
        "a body that only recommends decides nothing"
    )

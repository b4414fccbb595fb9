"""Everything that can be done to a meeting, its agenda, its items, its decisions and its minutes."""

from styrehjul.meetings.actions.adhoc import add_ad_hoc
from styrehjul.meetings.actions.again import take_up_again
from styrehjul.meetings.actions.agenda import (
    approve_agenda,
    ask_for_items,
    close_for_items,
    dispatch,
    recall_agenda,
    return_agenda,
    send_to_chair,
)
from styrehjul.meetings.actions.annexes import add_annex, remove_annex
from styrehjul.meetings.actions.answers import answer_by_link, enter_reply, settle_hint, take_answer
from styrehjul.meetings.actions.becoming import make_need_of, make_proposal_of, make_risk_of, make_task_of
from styrehjul.meetings.actions.between import (
    answer_in_writing,
    answers_by,
    circulate,
    decide_by_chair,
    settle_circulation,
    take_to_meeting,
)
from styrehjul.meetings.actions.calling import book_ahead, follow_seats, invite, invite_many, room_silent, set_room
from styrehjul.meetings.actions.changing import (
    approve_changes,
    ask_for_changes,
    draft_additional,
    draft_annex,
    draft_correction,
    draft_withdrawal,
    drop_changes,
    remove_change,
    return_changes,
)
from styrehjul.meetings.actions.checks import answer_check, ask_for_checks, withdraw_check
from styrehjul.meetings.actions.commenting import (
    answer_comment,
    comment_minutes,
    complete_minutes,
    consent_to_minutes,
    put_minutes_on_next_meeting,
    send_to_members,
)
from styrehjul.meetings.actions.corrections import approve_correction, decline_correction, propose_correction
from styrehjul.meetings.actions.decisions import drop_effect, resolve_conflict
from styrehjul.meetings.actions.followups import add_follow_up, finish_follow_up, register_follow_up
from styrehjul.meetings.actions.handing import put_on_meeting
from styrehjul.meetings.actions.items import add_item, edit_item, make_ready, return_item, set_responsible
from styrehjul.meetings.actions.leading import hand_over_lead
from styrehjul.meetings.actions.meetings import (
    cancel_meeting,
    move_meeting,
    plan_meeting,
    register_held_meeting,
)
from styrehjul.meetings.actions.minutes import approve_minutes, attach_old_minutes, return_minutes
from styrehjul.meetings.actions.needs import raise_need, tick_need, withdraw_need
from styrehjul.meetings.actions.ordering import move_item, remove_item, reorder
from styrehjul.meetings.actions.plans import put_plan_in_line, put_plan_on_meeting
from styrehjul.meetings.actions.preparing import (
    adopt_agenda,
    propose_item,
    receive_item,
    redirect_item,
    reject_item,
    say_material_ready,
    silent_since,
    take_on,
)
from styrehjul.meetings.actions.presence import forget_presence, note_presence
from styrehjul.meetings.actions.priors import (
    enter_prior,
    enter_prior_by_link,
    keep_outside_body,
    link_holds,
    name_prior,
    remove_prior,
    send_prior_link,
    set_role,
    waive_prior,
)
from styrehjul.meetings.actions.proposals import put_proposal_on_meeting
from styrehjul.meetings.actions.reviews import answer_review, read_by, reply_to_reader, send_to_review
from styrehjul.meetings.actions.revising import drop_revision, revise_decision
from styrehjul.meetings.actions.rooms import give_up_test, keep_room, try_room
from styrehjul.meetings.actions.running import (
    drop_item,
    end_meeting,
    note_item,
    record_decision,
    set_attendance,
    start_meeting,
)
from styrehjul.meetings.actions.standing import add_standing_item
from styrehjul.meetings.actions.topics import add_topic, carry_topic, finish_topic

__all__ = [
    "add_ad_hoc",
    "add_annex",
    "add_follow_up",
    "add_item",
    "add_standing_item",
    "add_topic",
    "adopt_agenda",
    "answer_by_link",
    "answer_check",
    "answer_comment",
    "answer_in_writing",
    "answer_review",
    "answers_by",
    "approve_agenda",
    "approve_changes",
    "approve_correction",
    "approve_minutes",
    "ask_for_changes",
    "ask_for_checks",
    "ask_for_items",
    "attach_old_minutes",
    "book_ahead",
    "cancel_meeting",
    "carry_topic",
    "circulate",
    "close_for_items",
    "comment_minutes",
    "complete_minutes",
    "consent_to_minutes",
    "decide_by_chair",
    "decline_correction",
    "dispatch",
    "draft_additional",
    "draft_annex",
    "draft_correction",
    "draft_withdrawal",
    "drop_changes",
    "drop_effect",
    "drop_item",
    "drop_revision",
    "edit_item",
    "end_meeting",
    "enter_prior",
    "enter_prior_by_link",
    "enter_reply",
    "finish_follow_up",
    "finish_topic",
    "follow_seats",
    "forget_presence",
    "give_up_test",
    "hand_over_lead",
    "invite",
    "invite_many",
    "keep_outside_body",
    "keep_room",
    "link_holds",
    "make_need_of",
    "make_proposal_of",
    "make_ready",
    "make_risk_of",
    "make_task_of",
    "move_item",
    "move_meeting",
    "name_prior",
    "note_item",
    "note_presence",
    "plan_meeting",
    "propose_correction",
    "propose_item",
    "put_minutes_on_next_meeting",
    "put_on_meeting",
    "put_plan_in_line",
    "put_plan_on_meeting", "put_proposal_on_meeting",
    "raise_need",
    "read_by",
    "recall_agenda",
    "receive_item",
    "record_decision",
    "redirect_item",
    "register_follow_up",
    "register_held_meeting",
    "reject_item",
    "remove_annex",
    "remove_change",
    "remove_item",
    "remove_prior",
    "reorder",
    "reply_to_reader",
    "resolve_conflict",
    "return_agenda",
    "return_changes",
    "return_item",
    "return_minutes",
    "revise_decision",
    "room_silent",
    "say_material_ready",
    "send_prior_link",
    "send_to_chair",
    "send_to_members",
    "send_to_review",
    "set_attendance",
    "set_responsible",
    "set_role",
    "set_room",
    "settle_circulation",
    "settle_hint",
    "silent_since",
    "start_meeting",
    "take_answer",
    "take_on",
    "take_to_meeting",
    "take_up_again",
    "tick_need",
    "try_room",
    "waive_prior",
    "withdraw_check",
    "withdraw_need",
]  # fmt: skip

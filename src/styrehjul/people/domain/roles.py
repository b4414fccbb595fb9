"""Roles that are given to a person; seats in bodies and roles on a project are told elsewhere."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A dated role. Some hold for one organisation unit."""

    ADMINISTRATOR = "administrator"
    PORTFOLIO_ADMINISTRATOR = "portfolio_administrator"
    LOCAL_COORDINATOR = "local_coordinator"


class UnitKind(StrEnum):
    """What a node of the municipality's tree is."""

    MUNICIPALITY = "municipality"
    EXECUTIVE_BOARD = "executive_board"
    ADMINISTRATION = "administration"
    STAFF_UNIT = "staff_unit"
    DEPARTMENT_AREA = "department_area"
    DEPARTMENT = "department"
    INSTITUTION = "institution"

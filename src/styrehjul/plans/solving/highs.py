"""HiGHS for one matrix: every option set each time, every return looked at. Only ever imported in the solver's process."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from styrehjul.plans.domain.matrix import Matrix

OPTIONS = {"output_flag": False, "threads": 1, "random_seed": 0, "mip_abs_gap": 0.0}


@dataclass(frozen=True)
class Found:
    """`ended`: optimal | infeasible | time | nodes | stop | failure. `x` is the solver's best, if it has one."""

    ended: str
    x: list[float] | None = None
    bound: float = math.inf
    nodes: int = 0


def version() -> str:
    return f"HiGHS {_highspy().Highs().version()}"


def _highspy() -> Any:
    """Imported by the first solve and never at start: no other process than the solver's may hold it."""
    return import_module("highspy")


def maximise(
    matrix: Matrix,
    *,
    seconds: float,
    gap: float = 0.0,
    nodes: int | None = None,
    start: list[float] | None = None,
    better: Callable[[list[float], float], None] | None = None,
    bounded: Callable[[float], None] | None = None,
    stop: Callable[[], bool] = lambda: False,
    tolerance: float = 1e-7,
    presolve: bool = True,
) -> Found:
    """Solve it. `better(x, bound)` is told each improving plan, `bounded(bound)` each log line."""
    highspy = _highspy()
    h = highspy.Highs()
    options: dict[str, Any] = {
        **OPTIONS, "mip_rel_gap": gap, "mip_feasibility_tolerance": tolerance, "time_limit": max(seconds, 0.01),
        "presolve": "on" if presolve else "off",
    }  # fmt: skip
    if nodes is not None:
        options["mip_max_nodes"] = nodes
    for name, value in options.items():
        _sure(h.setOptionValue(name, value))
    _sure(h.passModel(_model(highspy, matrix)))
    if start is not None:
        given = highspy.HighsSolution()
        given.col_value = start
        h.setSolution(given)  # a start that is not taken costs nothing
    if better is not None:
        h.cbMipImprovingSolution += lambda event: better(
            list(event.data_out.mip_solution), event.data_out.mip_dual_bound
        )
    if bounded is not None:
        h.cbMipLogging += lambda event: bounded(event.data_out.mip_dual_bound)

    def interrupt(event: Any) -> None:
        if stop():
            event.data_in.user_interrupt = True

    h.cbMipInterrupt += interrupt
    h.cbSimplexInterrupt += interrupt
    _sure(h.run(), warning=True)
    status, names = h.getModelStatus(), highspy.HighsModelStatus
    if status == names.kUnboundedOrInfeasible and presolve:
        return maximise(
            matrix, seconds=seconds, gap=gap, nodes=nodes, start=start, better=better, bounded=bounded, stop=stop,
            tolerance=tolerance, presolve=False,
        )  # fmt: skip
    ended = {
        names.kOptimal: "optimal", names.kInfeasible: "infeasible", names.kTimeLimit: "time",
        names.kSolutionLimit: "nodes", names.kInterrupt: "stop", names.kHighsInterrupt: "stop",
    }.get(status, "failure")  # fmt: skip
    info = h.getInfo()
    feasible = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    x = list(h.getSolution().col_value) if feasible else None
    return Found(
        ended, x, info.mip_dual_bound if any(matrix.whole) else info.objective_function_value, info.mip_node_count
    )


class SolverError(RuntimeError):
    """HiGHS refused a call."""


def _sure(status: Any, *, warning: bool = False) -> None:
    if status.name == "kOk" or (warning and status.name == "kWarning"):
        return
    raise SolverError(status.name)


def _model(highspy: Any, m: Matrix) -> Any:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(m.cost), len(m.rows)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = m.cost, [0.0] * len(m.cost), m.top
    lp.row_lower_, lp.row_upper_ = m.lower, m.upper
    lp.sense_ = highspy.ObjSense.kMaximize
    kinds = highspy.HighsVarType
    lp.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in m.whole]
    begin, index, value = [0], list[int](), list[float]()
    for row in m.rows:
        index += row.keys()
        value += row.values()
        begin.append(len(index))
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = len(m.cost), len(m.rows)
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = begin, index, value
    return lp

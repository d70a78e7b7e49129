"""CASE001, CASE002: what a case's 服务方式 asks for: a contract has its contract, a voucher has none."""

from __future__ import annotations

from collections.abc import Iterator

from generator.library import Library
from generator.models.case import Case, Contract, Delivery
from generator.problems import Level, Problem

BY_CONTRACT = (Delivery.CONTRACT, Delivery.FRAMEWORK)
WITHOUT_CONTRACT = (Delivery.VOUCHER, Delivery.PER_SESSION, Delivery.SUBSIDY)


def check_deliveries(library: Library) -> Iterator[Problem]:
    """Each case, by its 服务方式."""
    for case in library.every(Case):
        if case.delivery in BY_CONTRACT and case.contract is None:
            message = f"服务方式是“{case.delivery}”，没有写“合同”"
            hint = "补上“合同”；原文没有的写 原文未写"
            yield Problem(Level.WARNING, "CASE001", message, library.place(case.id, "服务方式"), hint)
        if case.delivery in WITHOUT_CONTRACT and isinstance(case.contract, Contract):
            message = f"服务方式是“{case.delivery}”，却写了合同"
            hint = "核对服务方式；券和补贴没有单一合同，可写 不适用"
            yield Problem(Level.HINT, "CASE002", message, library.place(case.id, "合同"), hint)

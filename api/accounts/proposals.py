"""Corrections and reports as they are shown: to who made them, and on the moderators' desk."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import moments
from api.accounts.accounts import Accounts
from api.accounts.answers import CorrectionStep, DeskCorrection, DeskCorrections, DeskReport, DeskReports, UserReport
from api.accounts.audit import history
from api.accounts.desk import desk_user
from api.accounts.mailbox import the_other
from api.accounts.owners import owners
from api.accounts.present import Me
from api.accounts.reporting import concerning
from api.accounts.tables import Correction, CorrectionKind, CorrectionState, Report, ReportState, User
from graph.answers import Ref
from graph.connection import Connection
from graph.decisions import families, same_person
from graph.identity import aliases_of
from graph.optout import UNDO_DAYS
from graph.resolve import refs_of


async def my_corrections(accounts: Accounts, connection: Connection, me: Me) -> list[DeskCorrection]:
    """Return what the user has proposed, the newest first."""
    mine = select(Correction).where(Correction.user_id == me.id).order_by(Correction.created_at.desc(), Correction.id)
    async with accounts.store.read() as db:
        return await _corrections(db, connection, (await db.execute(mine)).scalars().all(), desk=False)


async def corrections(
    accounts: Accounts,
    connection: Connection,
    state: CorrectionState,
    kinds: Sequence[CorrectionKind],
    limit: int,
    offset: int,
) -> DeskCorrections:
    """Return the corrections of some kinds that are in a state, those that wait longest first."""
    where = Correction.state == state, Correction.kind.in_(kinds)
    async with accounts.store.read() as db:
        rows, total = await _page(db, select(Correction), Correction, where, limit, offset)
        return DeskCorrections(items=await _corrections(db, connection, rows, desk=True), total=total)


async def shown(accounts: Accounts, connection: Connection, row: Correction, *, desk: bool) -> DeskCorrection:
    """Return one correction as a moderator sees it (`desk`), or who asked for it."""
    async with accounts.store.read() as db:
        return (await _corrections(db, connection, [row], desk=desk))[0]


async def my_reports(accounts: Accounts, connection: Connection, me: Me) -> list[UserReport]:
    """Return what the user has reported, the newest first."""
    mine = select(Report).where(Report.user_id == me.id).order_by(Report.created_at.desc(), Report.id)
    async with accounts.store.read() as db:
        rows = (await db.execute(mine)).scalars().all()
    people = await _people(connection, [row.about_id for row in rows])
    return [_report(row, people) for row in rows]


async def reports(
    accounts: Accounts, connection: Connection, me: Me, state: ReportState, limit: int, offset: int
) -> DeskReports:
    """Return the reports that are in a state and not about the moderator, those that wait longest first."""
    where = Report.state == state, ~await concerning(accounts, connection, me)
    async with accounts.store.read() as db:
        rows, total = await _page(db, select(Report), Report, where, limit, offset)
        return DeskReports(items=await _reports(db, connection, rows), total=total)


async def report_on_desk(accounts: Accounts, connection: Connection, row: Report) -> DeskReport:
    """Return one report as a moderator sees it."""
    async with accounts.store.read() as db:
        return (await _reports(db, connection, [row]))[0]


async def report_of(connection: Connection, row: Report) -> UserReport:
    """Return one report as its user sees it."""
    return _report(row, await _people(connection, [row.about_id]))


async def _page(
    db: AsyncSession, rows: Select[Any], table: Any, where: Sequence[ColumnElement[bool]], limit: int, offset: int
) -> tuple[Sequence[Any], int]:
    ordered = rows.where(*where).order_by(table.changed_at, table.id).limit(limit).offset(offset)
    total = (await db.execute(select(func.count()).select_from(table).where(*where))).scalar_one()
    return (await db.execute(ordered)).scalars().all(), total


async def _corrections(
    db: AsyncSession, connection: Connection, rows: Sequence[Correction], *, desk: bool
) -> list[DeskCorrection]:
    people = await _people(connection, [id for row in rows for id in _about(row)])
    people |= await aliases_of(connection, [row.alias_id for row in rows if row.alias_id])
    kept = await families(connection, [id for row in rows for id in _about(row)] if desk else [])
    return [await _correction(db, row, people, kept, desk=desk) for row in rows]


def _about(row: Correction) -> list[str]:
    return [id for id in (row.person_id, row.alias_id) if id]


async def _correction(
    db: AsyncSession, row: Correction, people: dict[str, Ref], kept: dict[str, str], *, desk: bool
) -> DeskCorrection:
    until = row.changed_at + timedelta(days=UNDO_DAYS) if row.state == "accepted" and row.opt_out else None
    owned = await owners(db, same_person(kept, _about(row))) if desk else []
    return DeskCorrection.model_validate(
        {
            "id": row.id,
            "kind": row.kind,
            "state": row.state,
            "person": people.get(row.person_id),
            "alias": people.get(row.alias_id or ""),
            "reason": row.reason,
            "decision": row.decision,
            "created_at": row.created_at,
            "changed_at": row.changed_at,
            "user": desk_user(await db.get(User, row.user_id)) if desk and row.user_id else None,
            "email": row.email if desk else None,
            "owners": [desk_user(each) for each in owned],
            "decisions": _steps(row, until) if desk else [],
            "until": until,
            "history": await history(db, row.id, named=desk),
        }
    )


def _steps(row: Correction, until: datetime | None) -> list[CorrectionStep]:
    """Return what a moderator can do with a correction now."""
    if row.state == "open":
        return ["accept", "refuse"]
    if row.state != "accepted":
        return []
    in_time = until is not None and until > moments.now()
    joined = row.kind in ("join", "split") and row.person_id
    return ["undo"] if in_time or joined else []


async def _reports(db: AsyncSession, connection: Connection, rows: Sequence[Report]) -> list[DeskReport]:
    people = await _people(connection, [row.about_id for row in rows])
    kept = await families(connection, [row.about_id for row in rows if row.about == "person"])
    return [
        DeskReport(
            report=_report(row, people),
            user=desk_user(await db.get(User, row.user_id)),
            owners=[each for each in map(desk_user, await _concerned(db, row, kept)) if each],
            history=await history(db, row.id, named=True),
        )
        for row in rows
    ]


async def _concerned(db: AsyncSession, row: Report, kept: dict[str, str]) -> Sequence[User]:
    """Return who owns the record that is reported, or who wrote to the user who reports."""
    if row.about == "person":
        return await owners(db, same_person(kept, [row.about_id]))
    return await the_other(db, row.user_id, row.about, row.about_id)


def _report(row: Report, people: dict[str, Ref]) -> UserReport:
    return UserReport.model_validate(
        {
            "id": row.id,
            "about": row.about,
            "person": people.get(row.about_id),
            "reason": row.reason,
            "words": row.words,
            "state": row.state,
            "decision": row.decision,
            "created_at": row.created_at,
            "changed_at": row.changed_at,
        }
    )


async def _people(connection: Connection, ids: Sequence[str]) -> dict[str, Ref]:
    """Return the persons to whom ids lead now; those that lead nowhere are left out."""
    return await refs_of(connection, [id for id in ids if id]) if any(ids) else {}

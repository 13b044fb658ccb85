"""Corrections of who is who, decided by a moderator: carried out or refused, told to those concerned, undone.

A decision is carried out in the graph first and written down after it. One that was broken off between the two is taken
again: what the graph has already is not done once more, but written down. A process takes one decision at a time; where
another process was faster to refuse what this one has carried out, what the graph has is written down.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import letters, moments
from api.accounts.accounts import Accounts
from api.accounts.audit import note
from api.accounts.errors import Conflict, Forbidden
from api.accounts.forgetting import forget
from api.accounts.owners import check_one_owner, owners
from api.accounts.present import Me
from api.accounts.tables import Correction, CorrectionState, User
from graph import optout
from graph.connection import Connection
from graph.decisions import families, family
from graph.errors import LoadRunning, NotFound
from graph.optout import OptOut
from graph.resolve import refs_of, resolve
from loaders import identity

OFFICE = "moderator"
"""Who decides, as the graph tells it; who it was stands in the audit only."""
_BUSY = "Other data is being loaded here just now: decide again when that is done."
_LATER = "This was decided already, or was never asked for: load the list again."
_STANDS = "The graph has this already, since a decision was broken off or another one did it: accept it."
_AGAIN = "One person: that they were split was undone."
_CHANGED = {
    ("join", True): "was joined with another one, which is about the same person",
    ("join", False): "was split from another one again, with which it had been joined",
    ("split", True): "was split from another one, with which it had been joined",
    ("split", False): "was joined again with another one, from which it had been split",
    ("opt-out", True): "was taken out of the graph, as somebody asked who confirmed it by mail",
    ("opt-out", False): "is in the graph again: that it was taken out was undone",
}
"""What became of the record of an owner when a correction was carried out (true) or undone."""


async def decide(
    accounts: Accounts, connection: Connection, me: Me, id: str, *, accept: bool, words: str
) -> Correction:
    """Carry out what was asked for, or refuse it, and tell those concerned.

    Raises `NotFound`, `Conflict` when it was decided already or a load runs, `Forbidden` for one's own cause, and what
    the graph refuses.
    """
    async with accounts.deciding:
        row = await _find(accounts, id, "open")
        people = await _people(connection, row)
        await _check_cause(accounts, me, row, people)
        there = await _stands(connection, row)
        if there and not accept:
            raise Conflict(_STANDS)
        if accept and row.kind == "join" and not there:
            await check_one_owner(accounts, people)
        to = await _concerned(accounts, row, people, accept and (row.kind, True))
        gone = await _carry_out(accounts, connection, row, there) if accept else None
        done = await _write_down(accounts, connection, me, row, people, gone, accept=accept, words=words)
    _tell(accounts, to, "was done" if accept else "was refused", words)
    return done


async def undo(accounts: Accounts, connection: Connection, me: Me, id: str, *, words: str) -> Correction:
    """Undo what was accepted, and tell those concerned.

    Raises as `decide`, and `BadRequest` when the time to undo an opt-out is over.
    """
    async with accounts.deciding:
        row = await _find(accounts, id, "accepted")
        if not (row.opt_out or row.alias_id):
            raise Conflict("Nothing that this has changed is here, so that there is nothing to undo.")
        people = await _people(connection, row)
        await _check_cause(accounts, me, row, people)
        if row.kind == "split":
            await check_one_owner(accounts, people)
        to = await _concerned(accounts, row, people, (row.kind, False))
        back = await _take_back(connection, row)
        values = {"state": "undone", "decision": words} | ({"person_id": back} if back else {})
        async with accounts.store.write() as db:
            done = await _step(db, me, row, values, {"words": words})
    _tell(accounts, to, "was undone", words)
    return done


async def take_out(accounts: Accounts, connection: Connection, person: str) -> OptOut:
    """Take a person out of the graph, as those who run the program may, and out of what accounts say of them.

    Once more is harmless, as when it was broken off. Raises as `loaders.identity.opt_out`.
    """
    done, people = await _opt_out(accounts, connection, person)
    async with accounts.store.write() as db:
        await forget(db, connection.vault, people)
        note(db, None, "correction.accepted", done.id, kind="opt-out")
    return done


async def _opt_out(
    accounts: Accounts, connection: Connection, person: str, email: str | None = None
) -> tuple[OptOut, list[str]]:
    """Take a person out of the graph, or end what was begun; return the opt-out and the ids of their records.

    Letters that name them, or went to who asked for it, go too, where letters are files.
    """
    try:
        who = await resolve(connection, person, "Person")
    except NotFound:
        gone = optout.left(connection, person)
        if gone is None:
            raise
        await identity.settle(connection)
        return gone
    people = await family(connection, who.id)
    named = await optout.speaks_of(connection, who.id)
    await accounts.post.forget(lambda text: named(text) or bool(email and email in text))
    return await identity.opt_out(connection, who.id), people


async def _stands(connection: Connection, row: Correction) -> bool:
    """Say whether the graph has what is asked for already."""
    if row.kind == "opt-out":
        return bool(await _gone(connection, row))
    alias = row.alias_id or ""
    kept = await families(connection, [row.person_id, alias])
    one = kept[row.person_id] == kept[alias]
    return one if row.kind == "join" else row.kind == "split" and not one


async def _gone(connection: Connection, row: Correction) -> list[str]:
    """Return the ids of the records that an opt-out has taken out of the graph already; none where it has not."""
    if row.kind != "opt-out" or await refs_of(connection, [row.person_id]):
        return []
    left = optout.left(connection, row.person_id)
    return left[1] if left else []


async def _carry_out(accounts: Accounts, connection: Connection, row: Correction, there: bool) -> str | None:
    """Change the graph, where it is not `there` already; return the id of an opt-out."""
    try:
        if row.kind == "opt-out":
            return (await _opt_out(accounts, connection, row.person_id, row.email))[0].id
        if there:
            await identity.settle(connection)
        elif row.kind == "join":
            await identity.join(connection, row.person_id, row.alias_id or "", by=OFFICE, why=row.reason)
        elif row.kind == "split":
            await identity.split(connection, row.alias_id or "")
    except LoadRunning as error:  # whose words are for those who run this
        raise Conflict(_BUSY) from error
    return None


async def _take_back(connection: Connection, row: Correction) -> str | None:
    """Change the graph back; return who is back after an opt-out."""
    try:
        if row.opt_out and not optout.undone(connection, row.opt_out):
            return await identity.undo_opt_out(connection, row.opt_out)
        if row.opt_out or not await _stands(connection, row):
            await identity.settle(connection)
        elif row.kind == "join":
            await identity.split(connection, row.alias_id or "")
        else:
            await identity.join(connection, row.person_id, row.alias_id or "", by=OFFICE, why=_AGAIN)
    except LoadRunning as error:
        raise Conflict(_BUSY) from error
    return None


async def _people(connection: Connection, row: Correction) -> list[str]:
    """Return the ids of the records that a correction is about, and of what is joined to them."""
    if not row.person_id:
        return []
    if gone := await _gone(connection, row):
        return gone
    return sorted(await families(connection, [each for each in (row.person_id, row.alias_id) if each]))


async def _find(accounts: Accounts, id: str, state: CorrectionState) -> Correction:
    async with accounts.store.read() as db:
        row = await db.get(Correction, id)
    if row is None:
        raise NotFound("No correction has this id.")
    if row.state != state:
        raise Conflict(_LATER)
    return row


async def _check_cause(accounts: Accounts, me: Me, row: Correction, people: Sequence[str]) -> None:
    """Raise `Forbidden` when the user asked for it, or owns one of the records."""
    async with accounts.store.read() as db:
        if me.id in {row.user_id, *(each.id for each in await owners(db, people))}:
            raise Forbidden("Another moderator has to decide on what you have asked for, and on your own record.")


async def _write_down(
    accounts: Accounts,
    connection: Connection,
    me: Me,
    row: Correction,
    people: Sequence[str],
    gone: str | None,
    *,
    accept: bool,
    words: str,
) -> Correction:
    """Write down what was decided; of the opt-out `gone`, nothing stays that says who it was."""
    values = {"state": "accepted" if accept else "refused", "decision": words, "opt_out": gone, "email": None}
    if gone:
        values |= {"person_id": "", "reason": "", "decision": ""}
    async with accounts.store.write() as db:
        if gone:
            await forget(db, connection.vault, people)
        done = await _step(db, me, row, values, {} if gone else {"words": words})
        if accept and row.kind == "split":
            await _undo_join(db, me, row)
    return done


async def _step(
    db: AsyncSession, me: Me, row: Correction, values: Mapping[str, str | None], details: Mapping[str, Any]
) -> Correction:
    before = (row.state, "refused") if values["state"] == "accepted" else (row.state,)
    mine = Correction.id == row.id, Correction.state.in_(before)
    changed = update(Correction).where(*mine).values(**values, changed_at=moments.now()).returning(Correction)
    found = (await db.execute(changed, execution_options={"populate_existing": True})).scalar_one_or_none()
    if found is None:
        raise Conflict(_LATER)
    note(db, me.id, f"correction.{values['state']}", row.id, **details)
    return found


async def _undo_join(db: AsyncSession, me: Me, split: Correction) -> None:
    """Write down that a join that was accepted stands no more, since it was split."""
    mine = Correction.kind == "join", Correction.state == "accepted", Correction.alias_id == split.alias_id
    undone = update(Correction).where(*mine).values(state="undone", changed_at=moments.now()).returning(Correction.id)
    for id in (await db.execute(undone)).scalars().all():
        note(db, me.id, "correction.undone", id, words=split.reason)


async def _concerned(
    accounts: Accounts, row: Correction, people: Sequence[str], change: tuple[str, bool] | bool
) -> list[tuple[str, str | None]]:
    """Return the addresses of those who are told: who asked (with None), and owners, with what becomes of theirs."""
    async with accounts.store.read() as db:
        asked = await db.get(User, row.user_id) if row.user_id else None
        theirs = await owners(db, people) if isinstance(change, tuple) and change in _CHANGED else []
    first = row.email or (asked and asked.email)
    found: list[tuple[str, str | None]] = [(first, None)] if first else []
    more = [each.email for each in theirs if each.email and each.email != first]
    return found + [(email, _CHANGED[change]) for email in more if isinstance(change, tuple)]


def _tell(accounts: Accounts, to: Sequence[tuple[str, str | None]], what: str, words: str) -> None:
    for email, owned in to:
        letter = letters.record_changed if owned else letters.correction_decided
        accounts.post.later(accounts.post.send(letter(email, accounts.site, owned or what, words)))

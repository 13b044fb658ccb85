"""What becomes of accounts when a person leaves the graph: nothing in them names that person any more."""

from collections.abc import Callable, Sequence

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import claiming, reporting
from api.accounts.accounts import Accounts
from api.accounts.audit import note
from api.accounts.tables import Audit, Claim, Confirmation, Correction, Follow, Report, Words
from api.accounts.tables_talk import Invitation
from graph.tombstones import Hiding, Vault

_NAMED = (
    Claim.person_id,
    Follow.node_id,
    Confirmation.person_id,
    Correction.person_id,
    Correction.alias_id,
    Report.about_id,
    Invitation.person_id,
)
"""Where accounts name records of people."""


async def forget(db: AsyncSession, vault: Vault | None, people: Sequence[str]) -> None:
    """Take away all that names records that have left the graph, and what others can read that names the person."""
    about = Correction.person_id.in_(people) | Correction.alias_id.in_(people)
    asked = (await db.execute(select(Correction.id).where(about))).scalars().all()
    claims = (await db.execute(select(Claim.id).where(Claim.person_id.in_(people)))).scalars().all()
    reports = await reporting.forget(db, people)
    told = Audit.about.in_([*asked, *claims, *reports])
    await db.execute(update(Audit).where(told).values(details="{}"))
    for id in people:
        await claiming.forget(db, id)
    empty = {"person_id": "", "alias_id": None, "reason": "", "decision": "", "email": None, "digest": None}
    ended = Correction.state.in_(("open", "unconfirmed"))
    await db.execute(update(Correction).where(about, ended).values(**empty, state="refused"))
    await db.execute(update(Correction).where(about).values(**empty))
    if vault:
        await _forget_texts(db, _hidden(vault).speaks_of)


async def obey(accounts: Accounts, vault: Vault | None) -> bool:
    """Forget once more who opted out and is named here, as after a restore of an older dump; say whether anybody was.

    The files of the opt-outs know their ids as hashes, also when the time to undo them is over.
    """
    if vault is None or not _opted_out(vault):
        return False
    hidden = _hidden(vault)
    async with accounts.store.write() as db:
        named = {id for column in _NAMED for id in (await db.execute(select(column).distinct())).scalars() if id}
        people = sorted(filter(hidden.hides, named))
        if people:
            await forget(db, vault, people)
            note(db, None, "correction.obeyed", "opt-out")
    return bool(people)


async def _forget_texts(db: AsyncSession, named: Callable[[str], bool]) -> None:
    """Take out of what owners say of themselves, and of proposals, what names who opted out.

    The reason of a proposal is public once it is accepted.
    """
    for words in (await db.execute(select(Words))).scalars():
        words.about = "" if named(words.about) else words.about
        words.name = "" if named(words.name) else words.name
        words.links = [each for each in words.links if not named(each)]
    for asked in (await db.execute(select(Correction).where(Correction.reason != ""))).scalars():
        if named(f"{asked.reason} {asked.decision}"):
            asked.reason = asked.decision = ""
            await db.execute(update(Audit).where(Audit.about == asked.id).values(details="{}"))


def _opted_out(vault: Vault) -> list[dict[str, object]]:
    return [each for each in vault.files() if not each.get("undone")]


def _hidden(vault: Vault) -> Hiding:
    return Hiding(vault, _opted_out(vault))

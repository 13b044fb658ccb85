"""Reports: a user tells the moderators of something that should not be; a moderator sees to it and answers."""

from collections.abc import Sequence
from typing import get_args

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import letters, mailbox, moments
from api.accounts.accounts import Accounts
from api.accounts.audit import note
from api.accounts.errors import Conflict, Forbidden
from api.accounts.joined import records_of
from api.accounts.present import Me
from api.accounts.secrets import new_id
from api.accounts.tables import Report, ReportedKind, ReportReason, User
from api.accounts.tables_talk import Invitation, Side
from graph.connection import Connection
from graph.errors import InvalidValue, NotFound
from graph.resolve import resolve


async def report(
    accounts: Accounts, connection: Connection, me: Me, about: str, reason: ReportReason, words: str
) -> Report:
    """Tell the moderators of `about`: `person:` and any identifier of a person, or `invitation:` or `conversation:` and
    the id of one that the user has received or takes part in.

    Raises `InvalidValue`, `NotFound`, and `Conflict` while the user's report of the same waits.
    """
    kind, _, id = about.partition(":")
    if kind not in get_args(ReportedKind) or not id:
        raise InvalidValue("'about' must be 'person:' and an identifier of a person, such as person:acl:ada-example.")
    if kind == "person":
        id = (await resolve(connection, id, "Person")).id
    else:
        await mailbox.check(accounts, me, kind, id)
    at = moments.now()
    row = Report(id=new_id(), about=kind, about_id=id, reason=reason, words=words, state="open", decision="")
    row.user_id, row.created_at, row.changed_at = me.id, at, at
    try:
        async with accounts.store.write() as db:
            db.add(row)
            await db.flush()
            note(db, me.id, "report.made", row.id, kind=kind)
    except IntegrityError as error:
        raise Conflict("You have reported this already; a moderator will look at it.") from error
    return row


async def concerning(accounts: Accounts, connection: Connection, me: Me) -> ColumnElement[bool]:
    """Return the condition that a report is about the user: a record of theirs, or what they have written."""
    sent = select(Invitation.id).where(Invitation.from_id == me.id)
    talks = select(Side.conversation_id).where(Side.user_id == me.id)
    return or_(
        and_(Report.about == "person", Report.about_id.in_(await records_of(accounts, connection, me))),
        and_(Report.about == "invitation", Report.about_id.in_(sent)),
        and_(Report.about == "conversation", Report.about_id.in_(talks), Report.user_id != me.id),
    )


async def close(accounts: Accounts, connection: Connection, me: Me, id: str, words: str) -> Report:
    """Close a report, and tell who made it.

    Raises `NotFound`, `Conflict` when it was closed already, and `Forbidden` for one by the user or about them.
    """
    about_me = await concerning(accounts, connection, me)
    values = {"state": "closed", "decision": words, "changed_at": moments.now()}
    done = update(Report).where(Report.id == id, Report.state == "open").values(**values).returning(Report)
    async with accounts.store.write() as db:
        await on_desk(db, me, id, about_me)
        row = (await db.execute(done, execution_options={"populate_existing": True})).scalar_one_or_none()
        if row is None:
            raise Conflict("This report was closed already: load the list again.")
        note(db, me.id, "report.closed", id, words=words)
        user = await db.get(User, row.user_id)
    if user and user.email:
        accounts.post.later(accounts.post.send(letters.report_closed(user.email, accounts.site, words)))
    return row


async def on_desk(db: AsyncSession, me: Me, id: str, about_me: ColumnElement[bool]) -> Report:
    """Return a report that the moderator may see to; `about_me` as `concerning` has it.

    Raises `NotFound`, and `Forbidden` for one by the moderator or about them.
    """
    row = await db.get(Report, id)
    if row is None:
        raise NotFound("No report has this id.")
    own = or_(Report.user_id == me.id, about_me)
    if (await db.execute(select(Report.id).where(Report.id == id, own))).first():
        raise Forbidden("Another moderator has to see to what you have reported, and to what is about you.")
    return row


async def forget(db: AsyncSession, people: Sequence[str]) -> Sequence[str]:
    """Take out of reports what names records that have left the graph; return the ids of these reports."""
    about = Report.about == "person", Report.about_id.in_(people)
    found = (await db.execute(select(Report.id).where(*about))).scalars().all()
    empty = {"about_id": "", "words": "", "decision": "", "state": "closed"}
    await db.execute(update(Report).where(*about).values(**empty))
    return found

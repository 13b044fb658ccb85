"""What a moderator may read of a conversation: its messages, while a report of it by one of the two is open."""

from sqlalchemy import select

from api.accounts.accounts import Accounts
from api.accounts.answers import ReportedMessage, ReportedTalk
from api.accounts.audit import note
from api.accounts.desk import desk_user
from api.accounts.errors import Conflict
from api.accounts.mailbox import PAGE
from api.accounts.present import Me
from api.accounts.reporting import concerning, on_desk
from api.accounts.tables import User
from api.accounts.tables_talk import Message
from graph.connection import Connection
from graph.errors import NotFound


async def messages(
    accounts: Accounts, connection: Connection, me: Me, report: str, *, before: int | None = None
) -> ReportedTalk:
    """Return the last messages of the conversation that a report is about, or the last before a number.

    That they were read is written down with the report. Raises `NotFound` for a report of something else, `Conflict`
    when it is closed, and `Forbidden` for one by the moderator or about them.
    """
    about_me = await concerning(accounts, connection, me)
    async with accounts.store.write() as db:
        row = await on_desk(db, me, report, about_me)
        if row.about != "conversation":
            raise NotFound("This report is not about a conversation.")
        if row.state != "open":
            raise Conflict("This report is closed, so that the conversation can be read here no more.")
        said = (
            select(Message, User).join(User, User.id == Message.user_id).where(Message.conversation_id == row.about_id)
        )
        said = said.where(Message.number < before) if before else said
        rows = (await db.execute(said.order_by(Message.number.desc()).limit(PAGE + 1))).all()
        note(db, me.id, "report.read", row.id)
    return ReportedTalk(
        messages=[
            ReportedMessage(number=said.number, by=desk_user(user), text=said.text, at=said.created_at)
            for said, user in reversed(rows[:PAGE])
        ],
        earlier=len(rows) > PAGE,
    )

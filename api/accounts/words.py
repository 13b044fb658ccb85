"""What the owners of records say of themselves. It hangs on the claim, is shown as theirs, and ends with it."""

from sqlalchemy import select

from api.accounts import moments
from api.accounts.accounts import Accounts
from api.accounts.answers_claims import MyWords, OwnersWords, PersonWords
from api.accounts.audit import note
from api.accounts.joined import owner_of
from api.accounts.owning import hold
from api.accounts.present import Me
from api.accounts.questions import WordsWanted
from api.accounts.tables import Claim, Words
from graph.answers import Ref
from graph.connection import Connection
from graph.decisions import family
from graph.errors import InvalidValue
from graph.resolve import refs_of, resolve


async def words_of(accounts: Accounts, connection: Connection, me: Me | None, person: Ref) -> PersonWords:
    """Return what the owner of a record says; nothing for one without an owner, and while it is disputed."""
    claim = await owner_of(accounts, await family(connection, person.id))
    if claim is None or claim.state != "verified":
        return PersonWords(person=person, words=None, mine=False)
    async with accounts.store.read() as db:
        row = await db.get(Words, claim.id)
    words = await _shown(connection, row) if row else None
    return PersonWords(person=person, words=words, mine=me is not None and claim.user_id == me.id)


async def write(accounts: Accounts, connection: Connection, me: Me, claim: Claim, wanted: WordsWanted) -> None:
    """Keep what the owner says in place of what they said; saying nothing at all takes it away.

    Raises `InvalidValue` for topics or kinds of one who is not open, `NotFound` for a topic that is not here, and
    `Forbidden` when the claim has ended meanwhile.
    """
    if not wanted.open and (wanted.topics or wanted.kinds):
        raise InvalidValue(
            "Topics and kinds of collaboration are for one who is open to it: say so, or leave them out."
        )
    topics = list(dict.fromkeys([(await resolve(connection, each, "Topic")).id for each in wanted.topics]))
    said = wanted.model_dump() | {"topics": topics, "kinds": list(dict.fromkeys(wanted.kinds))}
    nothing = not any((wanted.about, wanted.name, wanted.links)) and wanted.open is None
    async with accounts.store.write() as db:
        await hold(db, claim)
        row, at = await db.get(Words, claim.id), moments.now()
        if nothing and row:
            await db.delete(row)
        elif row:
            for name, value in said.items():
                setattr(row, name, value)
            row.changed_at = at
        elif not nothing:
            db.add(Words(claim_id=claim.id, created_at=at, changed_at=at, **said))
        note(db, me.id, "words.changed", claim.id)


async def my_words(accounts: Accounts, connection: Connection, me: Me) -> list[MyWords]:
    """Return all that the user says of themselves, for the export."""
    mine = select(Words, Claim.person_id).join(Claim).where(Claim.user_id == me.id).order_by(Words.created_at)
    async with accounts.store.read() as db:
        rows = (await db.execute(mine)).all()
    people = await refs_of(connection, (person for _, person in rows))
    return [MyWords(person=people.get(person), words=await _shown(connection, row)) for row, person in rows]


async def _shown(connection: Connection, row: Words) -> OwnersWords:
    """Return words as they are shown; a topic that left the graph is left out."""
    topics = await refs_of(connection, row.topics) if row.topics else {}
    return OwnersWords.model_validate(
        {
            "about": row.about,
            "name": row.name,
            "links": row.links,
            "open": row.open,
            "topics": [topics[each] for each in row.topics if each in topics],
            "kinds": row.kinds,
            "since": row.created_at,
            "changed_at": row.changed_at,
        }
    )

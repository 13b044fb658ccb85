"""Evidence that a user adds to an open claim: a mail address, or a page, at the domain of a stated institution.

What is found is a sentence for the moderator; it decides nothing by itself (`api.accounts.evidence`).
"""

from datetime import timedelta
from urllib.parse import urlsplit

from sqlalchemy import delete, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from api.accounts import letters, moments
from api.accounts.accounts import Accounts
from api.accounts.answers_claims import ClaimPlace, ClaimProofs
from api.accounts.audit import note
from api.accounts.domains import FREE_PAGES, domain, within
from api.accounts.errors import Conflict, Expired
from api.accounts.evidence import free_mail, named, place_of
from api.accounts.present import Me
from api.accounts.secrets import digest, secret
from api.accounts.tables import OPEN, Claim, ClaimMail
from graph.answers import Ref
from graph.claims import HomePage, home_pages
from graph.connection import Connection
from graph.decisions import family
from graph.errors import InvalidValue, NotFound
from graph.resolve import refs_of

MOST = 20
"""Pieces of evidence of one claim."""
_LIVES = timedelta(days=1)
_USED = "This link was used already, is too old, or was sent for another user: log in as the one who claims."


async def proofs(accounts: Accounts, connection: Connection, me: Me, person: str) -> ClaimProofs:
    """Return what is known for the user's open claim, and at which domains more can be shown. Raises `NotFound`."""
    records = await family(connection, person)
    async with accounts.store.read() as db:
        row = await _mine(db, me, records)
    places: dict[str, Ref] = {}
    for page in await home_pages(connection, person):
        own = domain(page.url)
        if own:
            places.setdefault(own, page.institution)
    return ClaimProofs(
        evidence=list(row.evidence),
        places=[ClaimPlace(institution=place, domain=own) for own, place in places.items()],
        token=token(row),
    )


def token(row: Claim) -> str:
    """Return the word that a page must hold. It needs no secret: who knows it can only speak for this claim."""
    return f"bzpeer-claim-{row.id}"


async def send_mail(accounts: Accounts, connection: Connection, me: Me, person: str, email: str) -> None:
    """Send a link to a mail address at the domain of a stated institution. Raises `NotFound`, `InvalidValue`."""
    records = await family(connection, person)
    async with accounts.store.read() as db:
        await _mine(db, me, records)
    host = email.rpartition("@")[2]
    place = place_of(await _pages(connection, person), host)
    if place is None or free_mail(host):
        raise InvalidValue("'email' must be at the domain of an institution that is stated for this person.")
    at, made = moments.now(), secret()
    async with accounts.store.write() as db:
        row = await _mine(db, me, records)
        await db.execute(delete(ClaimMail).where((ClaimMail.expires_at <= at) | (ClaimMail.claim_id == row.id)))
        link = ClaimMail(digest=digest(made), claim_id=row.id, email=email, place_id=place.id, expires_at=at + _LIVES)
        db.add(link)
        note(db, me.id, "claim.mail_asked", row.id)
    letter = letters.to_prove_mail(email, accounts.site, made)
    accounts.post.later(accounts.post.send(letter))


async def confirm_mail(accounts: Accounts, connection: Connection, me: Me, made: str) -> Claim:
    """Take a link from such a letter: the one who claims reads mail there. Raises `Expired`, `Conflict`."""
    async with accounts.store.read() as db:
        place_id = (await db.execute(select(ClaimMail.place_id).where(ClaimMail.digest == digest(made)))).scalar()
    place = (await refs_of(connection, [place_id] if place_id else [])).get(place_id or "")
    at = named(place) if place else "an institution that is here no more"
    async with accounts.store.write() as db:
        mine = select(Claim.id).where(Claim.user_id == me.id, text(OPEN))
        link = ClaimMail.digest == digest(made), ClaimMail.expires_at > moments.now(), ClaimMail.claim_id.in_(mine)
        used = (await db.execute(delete(ClaimMail).where(*link).returning(ClaimMail))).scalar_one_or_none()
        if used is None:
            raise Expired(_USED)
        return await _add(db, me, used.claim_id, f"The user reads mail at {used.email}, an address of {at}", "mail")


async def read_page(accounts: Accounts, connection: Connection, me: Me, person: str, address: str) -> Claim:
    """Look for the word of the user's claim on a page of a stated institution.

    Raises `NotFound`, `InvalidValue` when the page is none of these or does not hold it, and `Conflict`.
    """
    records = await family(connection, person)
    async with accounts.store.read() as db:
        row = await _mine(db, me, records)
    pages = await _pages(connection, person)

    def allowed(host: str) -> bool:
        return place_of(pages, host) is not None and not within(host, FREE_PAGES)

    found = await accounts.pages.read(address, allowed, token(row))
    if token(row).encode() not in found.content:
        raise InvalidValue(f"The page was read, and does not hold {token(row)}: put it there, then try again.")
    place = place_of(pages, urlsplit(found.address).hostname)
    of = named(place) if place else "an institution"
    async with accounts.store.write() as db:
        return await _add(db, me, row.id, f"The page {found.address} of {of} holds the word of this claim", "page")


async def _pages(connection: Connection, person: str) -> list[HomePage]:
    """Return the home pages that have a domain of their own. Raises `InvalidValue` when there is none."""
    pages = [page for page in await home_pages(connection, person) if domain(page.url)]
    if not pages:
        raise InvalidValue("No home page of an institution stated for this person is known: write to the moderator.")
    return pages


async def _mine(db: AsyncSession, me: Me, records: list[str]) -> Claim:
    """Return the user's open claim of a person, by the ids of their records; the last of several. Raises `NotFound`."""
    mine = select(Claim).where(Claim.person_id.in_(records), Claim.user_id == me.id, text(OPEN))
    row = (await db.execute(mine.order_by(Claim.created_at.desc(), Claim.id).limit(1))).scalar_one_or_none()
    if row is None:
        raise NotFound("You have no open claim of this record: claim it first.")
    return row


async def _add(db: AsyncSession, me: Me, id: str, says: str, how: str) -> Claim:
    """Write down what was found for an open claim, with the time. Raises `NotFound`, `Conflict`."""
    mine = select(Claim).where(Claim.id == id, text(OPEN)).with_for_update()
    row = (await db.execute(mine)).scalar_one_or_none()
    if row is None:
        raise NotFound("This claim was decided meanwhile.")
    if len(row.evidence) >= MOST:
        raise Conflict(f"Your claim has {MOST} pieces of evidence, as many as one may have.")
    row.evidence = [*row.evidence, f"{says}: seen {moments.now():%Y-%m-%d %H:%M} UTC."]
    note(db, me.id, "claim.evidence_added", row.id, by=how)
    return row

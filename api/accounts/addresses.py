"""A mail address for a user who has logged in with ORCID alone: it counts once the link in a letter to it was used."""

from datetime import timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from api.accounts import letters, moments
from api.accounts.accounts import Accounts
from api.accounts.answers import AccountUser
from api.accounts.audit import note
from api.accounts.errors import Conflict, Expired
from api.accounts.present import Me, described
from api.accounts.secrets import digest, secret
from api.accounts.tables import AddressLink, User

_LIVES = timedelta(days=1)
_HAS_ONE = "This account has a mail address already."


async def ask(accounts: Accounts, me: Me, email: str) -> None:
    """Write to an address that a user says is theirs. The answer does not show whether an account has it.

    Raises `Conflict` when the user has an address.
    """
    if me.email:
        raise Conflict(_HAS_ONE)
    accounts.post.later(_ask(accounts, me, email))


async def _ask(accounts: Accounts, me: Me, email: str) -> None:
    at, made = moments.now(), secret()
    async with accounts.store.write() as db:
        taken = (await db.execute(select(User.id).where(User.email == email))).first()
        if not taken:
            await db.execute(delete(AddressLink).where((AddressLink.expires_at <= at) | (AddressLink.user_id == me.id)))
            db.add(AddressLink(digest=digest(made), user_id=me.id, email=email, expires_at=at + _LIVES))
            note(db, me.id, "account.address_asked", me.id)
    site = accounts.site
    known = letters.already_registered(email, site)
    await accounts.post.send(known if taken else letters.to_add_address(email, site, made))


async def add(accounts: Accounts, me: Me, made: str) -> AccountUser:
    """Give the user the address to which a link was sent, which works once and for its user only.

    Raises `Expired`, and `Conflict` when the user has an address by now.
    """
    mine = AddressLink.digest == digest(made), AddressLink.user_id == me.id, AddressLink.expires_at > moments.now()
    try:
        async with accounts.store.write() as db:
            link = (await db.execute(delete(AddressLink).where(*mine).returning(AddressLink))).scalar_one_or_none()
            if link is None:
                raise Expired("This link was used already, is too old, or is for another account: ask for a new one.")
            without = update(User).where(User.id == me.id, User.email.is_(None)).values(email=link.email)
            user = (await db.execute(without.returning(User))).scalar_one_or_none()
            if user is None:
                raise Conflict(_HAS_ONE)
            note(db, me.id, "account.address_added", me.id)
            return described(user)
    except IntegrityError as error:
        raise Expired("This address has an account already.") from error

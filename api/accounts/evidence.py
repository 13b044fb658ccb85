"""What is known of somebody who claims a record, in sentences for the moderator who decides.

None of it decides by itself, but for the ORCID iD that the record states: whoever reads mail at an institution, or can
put a page there, belongs to it, as hundreds of others do.
"""

from collections.abc import Sequence

from api.accounts.domains import FREE_MAIL, domain, host_of, within
from api.accounts.present import Me
from graph.answers import Ref
from graph.claims import HomePage, home_pages, works_in_common
from graph.connection import Connection
from graph.errors import NotFound
from graph.resolve import resolve

_NAMED = 3
"""Works that a sentence names."""


async def known(connection: Connection, me: Me, person: str, stated: Sequence[str]) -> list[str]:
    """Return what is known when the user claims the record `person`, which states the ORCID iDs `stated`."""
    found = []
    if me.orcid and stated:
        found.append(f"The user has logged in with the ORCID iD {me.orcid}, which the record states.")
    elif me.orcid:
        found.append(f"The user has logged in with the ORCID iD {me.orcid}; the record states none.")
        found.append(await _compared(connection, me.orcid, person))
    elif stated:
        found.append(f"The record states the ORCID iD {stated[0]}, with which the user has not logged in.")
    if me.email:
        host = me.email.rpartition("@")[2]
        place = place_of(await home_pages(connection, person), host)
        says = f", a domain of {named(place)}" if place and not free_mail(host) else ""
        found.append(f"The user reads mail at {host}{says}.")
    return found


async def _compared(connection: Connection, orcid: str, person: str) -> str:
    """Return how the works of the record with an ORCID iD overlap with those of the record that is claimed."""
    try:
        other = await resolve(connection, f"orcid:{orcid}", "Person")
    except NotFound:
        return "No record here states that iD, so that no works can be compared."
    shared = await works_in_common(connection, person, other.id)
    about = "The record here that states that iD"  # unnamed, so that no name outlives an opt-out here
    if not shared:
        return f"{about} lists none of the works of the claimed one."
    titles = "; ".join(f"{work.label} ({work.id})" for work in shared[:_NAMED])
    more = f"; and {len(shared) - _NAMED} more" if len(shared) > _NAMED else ""
    return f"{about} lists {len(shared)} of the works of the claimed one: {titles}{more}."


def place_of(pages: Sequence[HomePage], host: str | None) -> Ref | None:
    """Return the institution to whose domain a host belongs; None when to none."""
    plain = host_of(host)
    fits = (page for page in pages if plain and (own := domain(page.url)) and within(plain, {own}))
    return next((page.institution for page in fits), None)


def free_mail(host: str) -> bool:
    """Tell whether anybody gets an address at a domain."""
    return within(host, FREE_MAIL)


def named(place: Ref) -> str:
    """Return an institution as sentences name it."""
    return f"{place.label} ({place.id})"

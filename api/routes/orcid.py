"""Logging in with ORCID: to ORCID, and back."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from starlette.responses import RedirectResponse

from api.accounts import entering, orcid, rates
from api.accounts.answers import OrcidStart
from api.accounts.cookies import drop_orcid, orcid_cookie, session_cookie, set_orcid, set_session
from api.accounts.errors import AccountsUnavailable, Conflict, Expired, Forbidden
from api.accounts.present import LONGEST, Me
from api.accounts.questions import Onward
from api.accounts.who import accounts_of, client_of, visitor
from api.documents import problems
from api.limits import network
from api.routes.account import private
from graph.errors import BzpeerError, NotAllowed, TooMany

router = APIRouter(prefix="/api/account", tags=["account"])
Visitor = Annotated[Me | None, visitor()]
_PROBLEMS: dict[type[BzpeerError], str] = {
    Expired: "expired",
    NotAllowed: "refused",
    Conflict: "taken",
    Forbidden: "disabled",
    TooMany: "too-many",
    AccountsUnavailable: "unavailable",
}
"""What the login page is told of a login that failed, as `/login?orcid=…`."""


@router.post("/orcid", operation_id="begin_orcid", response_model=OrcidStart, responses=problems(403, 422, 429))
async def begin(request: Request, body: Onward, me: Visitor) -> Response:
    """Begin to log in with ORCID, or to add an ORCID iD to the account; the page goes to the address in the answer.

    The browser comes back to `next`, or to `/login?orcid=` with `expired`, `refused`, `taken`, `disabled`, `too-many`
    or `unavailable`.
    """
    accounts = accounts_of(request)
    accounts.rates.take(rates.LINK_CLIENT, "orcid", network(client_of(request)))
    address, made = await orcid.start(accounts, me, entering.local(body.next))
    response = private(OrcidStart(address=address))
    set_orcid(request, response, made)
    return response


@router.get("/orcid/callback", include_in_schema=False)
async def back(
    request: Request,
    me: Visitor,
    state: Annotated[str, Query(max_length=200)] = "",
    code: Annotated[str | None, Query(max_length=2000)] = None,
) -> Response:
    """Finish what was begun: the browser is back from ORCID."""
    accounts = accounts_of(request)
    agent, before = request.headers.get("user-agent", ""), session_cookie(request)
    try:
        accounts.rates.take(rates.LINK_CLIENT, "orcid-back", network(client_of(request)))
        entered, next = await orcid.finish(accounts, me, state, orcid_cookie(request), code, agent, before)
        response = _to(request, next)
        set_session(request, response, entered[1], int(LONGEST.total_seconds()))
    except tuple(_PROBLEMS) as error:
        response = _to(request, "/login?" + urlencode({"orcid": _PROBLEMS[type(error)]}))
    drop_orcid(request, response)
    return response


def _to(request: Request, path: str) -> Response:
    root = request.app.state.settings.root_path.rstrip("/")
    return RedirectResponse(root + path, 303, {"Cache-Control": "no-store"})

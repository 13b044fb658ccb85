"""The cookies: one names the session, one the login with ORCID that was begun, one shows that the owner of an account
has logged in here before. No script can read them."""

from starlette.requests import Request
from starlette.responses import Response

from graph.settings import Settings

SESSION = "bzpeer_session"
ORCID = "bzpeer_orcid"
BEFORE = "bzpeer_before"
ORCID_SECONDS = 600
BEFORE_SECONDS = 365 * 24 * 3600


def encrypted(request: Request) -> bool:
    """Tell whether the browser speaks TLS: to this program or to the proxy before it."""
    settings: Settings = request.app.state.settings
    return (settings.public_url or request.url.scheme).startswith("https")


def session_cookie(request: Request) -> str | None:
    """Return the secret of the session that the browser sent."""
    return request.cookies.get(_name(SESSION, request))


def orcid_cookie(request: Request) -> str | None:
    """Return the secret of the login with ORCID that this browser began."""
    return request.cookies.get(_name(ORCID, request))


def before_cookie(request: Request) -> str | None:
    """Return what this browser shows of a login before."""
    return request.cookies.get(_name(BEFORE, request))


def set_session(request: Request, response: Response, secret: str, seconds: int) -> None:
    """Let the browser send the secret of a session for so long."""
    _set(request, response, SESSION, secret, seconds)


def set_orcid(request: Request, response: Response, secret: str) -> None:
    """Let the browser show, when it comes back from ORCID, that it is the one that went."""
    _set(request, response, ORCID, secret, ORCID_SECONDS)


def set_before(request: Request, response: Response, proof: str) -> None:
    """Let the browser show at its next login that there was one before."""
    _set(request, response, BEFORE, proof, BEFORE_SECONDS)


def drop_session(request: Request, response: Response) -> None:
    """Let the browser forget the session."""
    _set(request, response, SESSION, "", 0)


def drop_orcid(request: Request, response: Response) -> None:
    """Let the browser forget the login with ORCID."""
    _set(request, response, ORCID, "", 0)


def _set(request: Request, response: Response, name: str, value: str, seconds: int) -> None:
    """Set a cookie; behind TLS its name makes sure that no other host and no plain connection has set it."""
    response.set_cookie(
        _name(name, request),
        value,
        max_age=seconds,
        path="/",
        secure=encrypted(request),
        httponly=True,
        samesite="lax",
    )


def _name(name: str, request: Request) -> str:
    return f"__Host-{name}" if encrypted(request) else name

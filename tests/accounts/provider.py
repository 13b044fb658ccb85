"""An authorisation server that speaks the protocol as ORCID does, strictly: what is not as it should be is refused."""

import base64
import hashlib
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode

from fastapi import FastAPI, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from tests.api.conftest import serving

CLIENT, SECRET = "APP-TEST", "marker-of-the-client-secret"
ORCID = "0000-0002-1825-0097"
OTHER = "0000-0001-5109-3700"


@dataclass
class Provider:
    """The server; `who` is logged in at it and agrees, unless it is None."""

    callback: str = "http://127.0.0.1:8000/api/account/orcid/callback"
    who: str | None = ORCID
    pkce: bool = True
    address: str = ""
    broken: str = ""
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    tokens: int = 0

    def app(self) -> FastAPI:
        """Return its routes."""
        app = FastAPI()
        app.add_api_route("/.well-known/openid-configuration", self.discovery)
        app.add_api_route("/oauth/authorize", self.authorize)
        app.add_api_route("/oauth/token", self.token, methods=["POST"])
        return app

    def discovery(self) -> Response:
        said = {
            "issuer": "https://evil.example" if self.broken == "issuer" else self.address,
            "authorization_endpoint": f"{self.address}/oauth/authorize",
            "token_endpoint": f"{self.address}/oauth/token",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            **({"code_challenge_methods_supported": ["S256"]} if self.pkce else {}),
        }
        return Response("<html>") if self.broken == "discovery" else JSONResponse(said)

    def authorize(self, request: Request) -> Response:
        asked = dict(request.query_params)
        assert asked["response_type"] == "code"
        assert (asked["client_id"], asked["redirect_uri"], asked["scope"]) == (CLIENT, self.callback, "openid")
        assert ("code_challenge" in asked) == self.pkce
        assert asked.get("code_challenge_method", "S256") == "S256"
        if self.who is None:
            told = {"error": "access_denied", "error_description": "marker", "state": asked["state"]}
        else:
            code = secrets.token_hex(4)
            self.codes[code] = asked | {"orcid": self.who}
            told = {"code": code, "state": asked["state"]}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(told)}", 302)

    async def token(self, request: Request) -> Response:
        self.tokens += 1
        given = dict(parse_qsl((await request.body()).decode()))
        asked = self.codes.pop(given.get("code", ""), None)
        if (given.get("client_id"), given.get("client_secret")) != (CLIENT, SECRET):
            return JSONResponse({"error": "invalid_client"}, 401)
        if asked is None or given.get("grant_type") != "authorization_code" or not self._verified(asked, given):
            return JSONResponse({"error": "invalid_grant", "error_description": "marker"}, 400)
        if given.get("redirect_uri") != asked["redirect_uri"]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        orcid = "0000-0000-0000-0000" if self.broken == "orcid" else asked["orcid"]
        said = {"access_token": "marker", "token_type": "bearer", "expires_in": 600, "scope": "openid"}
        return JSONResponse(said | {"orcid": orcid, "name": "Ann  García"})

    def _verified(self, asked: dict[str, str], given: dict[str, str]) -> bool:
        if not self.pkce:
            return "code_verifier" not in given
        made = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        return base64.urlsafe_b64encode(made).rstrip(b"=").decode() == asked["code_challenge"]


@asynccontextmanager
async def provider() -> AsyncIterator[Provider]:
    """Serve it."""
    made = Provider()
    async with serving(made.app(), "uvicorn") as port:
        made.address = f"http://127.0.0.1:{port}"
        yield made

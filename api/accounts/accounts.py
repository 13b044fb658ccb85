"""The accounts of one application: their store, their letters, and how often one may try."""

import asyncio
from dataclasses import dataclass

from api.accounts.answers import Way
from api.accounts.mail import Post
from api.accounts.public_pages import Reader
from api.accounts.rates import Rates
from api.accounts.store import AccountStore
from graph.news import Recent
from graph.settings import Settings


@dataclass(frozen=True, slots=True)
class Provider:
    """What ORCID says of itself: its addresses, and whether it offers PKCE."""

    authorize: str
    token: str
    pkce: bool


class Accounts:
    """What the functions of accounts work on. Nothing is opened before it is used."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.store = AccountStore(settings)
        self.post = Post(settings)
        self.rates = Rates()
        self.pages = Reader()
        self.news = Recent()
        self.orcid: Provider | None = None
        self.deciding = asyncio.Lock()  # of moderators on a correction: one after another

    @property
    def site(self) -> str:
        """Address of the start page as letters name it, with a slash at its end.

        Never that of a request, which anybody can make up.
        """
        settings = self.settings
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        return (settings.public_url or f"http://{host}:{settings.port}") + settings.root_path.rstrip("/") + "/"

    @property
    def ways(self) -> list[Way]:
        """Ways to log in here."""
        return ["password", "orcid"] if self.settings.orcid_client_id else ["password"]

    async def close(self) -> None:
        """Finish what was to be done later, and close the store."""
        await self.post.settled()
        await self.store.close()

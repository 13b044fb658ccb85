"""The web application: everything is built by `create_app`, nothing when this module is imported."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import metadata

from fastapi import FastAPI
from granian.utils.proxies import wrap_asgi_with_proxy_headers
from starlette.middleware.cors import CORSMiddleware

from api import documents, errors, pages
from api.accounts import forgetting
from api.accounts.accounts import Accounts
from api.accounts.same_site import SameSite
from api.answers import Answers
from api.console import Analysts
from api.imports import Imports
from api.metrics import Metrics
from api.middleware import Around
from api.paths import RawPaths
from api.recall import Recall
from api.routes import (
    account,
    claims,
    console,
    corrections,
    crawlers,
    desk,
    disowning,
    exports,
    finding,
    follows,
    imports,
    news,
    orcid,
    owning,
    people,
    queries,
    slices,
    status,
    talks,
    things,
)
from graph.console.named import Named
from graph.console.run import Console, open_console
from graph.settings import Settings, load_settings
from graph.store import Store, open_store

_DESCRIPTION = (
    "A researcher in context: people, papers, topics and institutions, and what joins them. "
    "Null means not imported, never zero. Any identifier of a thing finds it. Errors are problem+json (RFC 9457)."
)

_ROUTES = (
    people,
    things,
    exports,
    slices,
    finding,
    queries,
    imports,
    console,
    account,
    orcid,
    follows,
    news,
    claims,
    corrections,
    disowning,
    owning,
    desk,
    talks,
    status,
    crawlers,
)


def create_app(settings: Settings | None = None, store: Store | None = None) -> FastAPI:
    """Return the application; `settings` are read from the environment when None.

    It asks `store`, or opens one from the settings when it starts and closes it when it ends.
    """
    settings = settings or load_settings()
    metrics = Metrics()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with _opened(settings, store) as opened, open_console(settings, opened.connection) as other:
            if not store:
                _attach(app, opened)
            app.state.analysts = Analysts(other, settings)
            await app.state.accounts.store.open()
            await forgetting.obey(app.state.accounts, opened.connection.vault)
            yield
            await app.state.imports.close()
            await app.state.accounts.close()

    app = FastAPI(
        title="BZPEER",
        version=version(),
        description=_DESCRIPTION,
        lifespan=lifespan,
        openapi_url="/api/openapi.json",
        docs_url=None,  # the interactive pages of the framework load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.metrics = metrics
    app.state.settings = settings
    app.state.named = Named(settings.queries)
    app.state.accounts = Accounts(settings)
    metrics.runaways(lambda: runaways(app))
    if store:
        _attach(app, store)
    for routes in _ROUTES:
        app.include_router(routes.router)
    app.openapi = lambda: documents.document(app)  # type: ignore[method-assign]
    errors.install(app)
    pages.install(app, settings)
    _wrap(app, settings, metrics)
    return app


@asynccontextmanager
async def _opened(settings: Settings, store: Store | None) -> AsyncIterator[Store]:
    """Yield the store that is given, or open one."""
    if store:
        yield store
        return
    async with open_store(settings) as opened:
        yield opened


def _wrap(app: FastAPI, settings: Settings, metrics: Metrics) -> None:
    """Put the layers around the routes; the one added last meets a request first."""
    app.add_middleware(Recall)
    app.add_middleware(SameSite)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(settings.cors_origins),
            allow_methods=["GET", "POST"],
            allow_headers=["Content-Type", "X-Request-Id"],
            expose_headers=["ETag", "X-Request-Id", "Content-Disposition", "X-Works-Shown", "X-Works-Total"],
        )
    app.add_middleware(Around, metrics=metrics)
    if settings.trusted_proxies:
        app.add_middleware(wrap_asgi_with_proxy_headers, trusted_hosts=list(settings.trusted_proxies))
    app.add_middleware(RawPaths, root_path=settings.root_path.rstrip("/"))


def _attach(app: FastAPI, store: Store) -> None:
    metrics: Metrics = app.state.metrics
    store.connection.observe = metrics.query
    app.state.answers = Answers(store.connection, metrics)
    app.state.imports = Imports(app.state.answers, app.state.settings)
    app.state.analysts = Analysts(Console(store.connection, app.state.settings.console_at_once), app.state.settings)


def runaways(app: FastAPI) -> int:
    """Return how many queries of the console were ended, and are computed all the same."""
    analysts: Analysts | None = getattr(app.state, "analysts", None)  # there is none before the graph is open
    return analysts.console.runaways if analysts else 0


def version() -> str:
    """Return the version of the program."""
    try:
        return metadata.version("bzpeer")
    except metadata.PackageNotFoundError:  # run from a checkout
        return "0"

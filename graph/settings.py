"""Settings, read from `BZPEER_…` environment variables and an optional `.env` file.

Nothing reads them at import time: the command line and `create_app` make one `Settings`
with `load_settings`, and functions take it as a parameter.
"""

import re
from pathlib import Path
from typing import Annotated, Any, Literal

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from graph.errors import InvalidSetting

PREFIX = "BZPEER_"
LEAST_MEMORY = 128 * 2**20  # bytes; with less the server spends its time collecting garbage
Memory = Annotated[str, Field(pattern=r"^[1-9]\d*[kKmMgG]$")]
Words = Annotated[tuple[str, ...], NoDecode]


def memory_bytes(size: str) -> int:
    """Return the bytes of a size such as `512m`."""
    return int(size[:-1]) << 10 * " kmg".index(size[-1].lower())


class Settings(BaseSettings):
    """All settings of the program. The description of each is its documentation."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    host: str = Field("127.0.0.1", description="Address on which the web server listens.")
    port: int = Field(8000, ge=1, le=65535, description="Port on which the web server listens.")
    root_path: str = Field("", description="Path under which a proxy serves the program, for example `/bzpeer`.")
    public_url: str | None = Field(
        None,
        description="Address by which the world reaches the program, for example `https://example.org`, without the "
        "root path; for links that are shared or sent by mail. Unset: the address of each request; in letters, that of "
        "`BZPEER_HOST` and `BZPEER_PORT`.",
    )
    embed_ancestors: Words = Field(
        ("*",),
        description="Sites that may show `/embed` in a frame, separated by commas: `*` for all, `'none'`, or origins.",
    )
    trusted_proxies: Words = Field(
        (), description="Addresses of proxies whose `X-Forwarded-…` headers are believed, separated by commas."
    )
    cors_origins: Words = Field(
        (), description="Origins that may call the API from a browser, separated by commas; none by default."
    )
    log_format: Literal["plain", "json"] = Field("plain", description="Form of log lines: `plain` or `json`.")
    demo: Literal["auto", "off"] = Field(
        "auto", description="`auto` loads the demo into an empty graph when serving; `off` never does."
    )

    data_dir: Path = Field(
        default_factory=lambda: user_data_path("bzpeer", appauthor=False),
        description="Folder of everything that must be kept: the graph of the managed server, the accounts, letters, "
        "rejected records.",
    )
    cache_dir: Path = Field(
        default_factory=lambda: user_cache_path("bzpeer", appauthor=False),
        description="Folder of what can be fetched again: the jars of the managed server.",
    )

    neo4j_uri: str | None = Field(
        None,
        description="Address of a Neo4j (`neo4j://`, `neo4j+s://`, `bolt://` …). Unset: the program runs its own.",
    )
    neo4j_user: str = Field("neo4j", description="User name for `BZPEER_NEO4J_URI`.")
    neo4j_password: SecretStr | None = Field(
        None, description="Password for `BZPEER_NEO4J_URI`; unset when that server asks for none."
    )
    neo4j_database: str | None = Field(
        None, description="Database at `BZPEER_NEO4J_URI`; unset for the user's home database."
    )
    neo4j_version: str = Field(
        "5.26.30",
        description="Release of the managed Neo4j; each has a lock file in `graph/` (`5.26.30`, `2026.09.0`).",
    )
    neo4j_heap: Memory = Field("512m", description="Heap of the managed server, for example `512m` or `4g`.")
    neo4j_pagecache: Memory = Field("256m", description="Page cache of the managed server, for example `256m` or `8g`.")
    neo4j_jars: Path | None = Field(
        None, description="Folder that holds the server's jars already, for a machine that cannot fetch them."
    )
    read_timeout: float = Field(10.0, gt=0, description="Seconds after which a reading query is stopped.")

    optout_key: SecretStr | None = Field(
        None,
        description="Secret under which it is remembered who opted out; unset: one is made in the data folder. "
        "Processes that load into one graph need the same.",
    )
    imports: Literal["on", "off"] = Field(
        "on", description="`on` lets readers bring in a person or paper from OpenAlex or arXiv; `off` forbids it."
    )
    imports_per_client: int = Field(
        10,
        ge=1,
        description="Imports that one client may begin per hour; behind a proxy set `BZPEER_TRUSTED_PROXIES`, or all "
        "readers count as one client.",
    )
    imports_per_hour: int = Field(60, ge=1, description="Imports that all clients together may begin per hour.")
    console: Literal["local", "accounts", "public", "off"] = Field(
        "local",
        description="Who may run Cypher of their own: `local` (from this machine), `accounts` (who is logged in), "
        "`public` (everybody) or `off`.",
    )
    console_uri: str | None = Field(
        None,
        description="Address of a second, read-only Neo4j for such queries; unset: that of the graph.",
    )
    console_user: str | None = Field(None, description="User name for `BZPEER_CONSOLE_URI`; unset: that of the graph.")
    console_password: SecretStr | None = Field(
        None, description="Password for `BZPEER_CONSOLE_URI`; unset: that of the graph."
    )
    console_at_once: int = Field(4, ge=1, description="Such queries that run at the same time, those of all clients.")
    console_timeout: float = Field(20.0, gt=0, description="Seconds after which such a query is stopped.")
    console_rows: int = Field(10_000, ge=1, description="Rows of a JSON answer at most.")
    console_client_seconds: float = Field(
        120.0, gt=0, description="Seconds that the queries of one client may take in a minute, all together."
    )
    stream_timeout: float = Field(
        600.0, gt=0, description="Seconds after which a stream (NDJSON, CSV, Parquet) is stopped."
    )
    stream_rows: int = Field(5_000_000, ge=1, description="Rows of a stream at most.")
    queries: Path | None = Field(
        None, description="Folder of named queries of one's own (`*.cypher`, with headers as those of the program)."
    )

    database_url: SecretStr | None = Field(
        None,
        description="Address of a PostgreSQL for accounts, for example `postgresql://user:password@host/bzpeer`. "
        "Unset: SQLite in the folder of data.",
    )
    smtp_url: SecretStr | None = Field(
        None,
        description="Address of the mail server, `smtp://user:password@host:587` or `smtps://…`. Unset: letters are "
        "written into the folder `mail` of the data, and reach nobody.",
    )
    mail_from: str = Field("bzpeer@localhost", description="Address from which letters are sent.")
    orcid_client_id: str | None = Field(
        None, description="Id of this installation at ORCID; unset: nobody can log in with ORCID."
    )
    orcid_client_secret: SecretStr | None = Field(None, description="Secret that belongs to `BZPEER_ORCID_CLIENT_ID`.")
    orcid_issuer: str = Field("https://orcid.org", description="Address of ORCID, or of its sandbox.")

    openalex_url: str = Field("https://api.openalex.org", description="Base address of the OpenAlex API.")
    openalex_key: SecretStr | None = Field(None, description="Key for the OpenAlex API, which asks for one.")
    arxiv_url: str = Field("https://export.arxiv.org/api", description="Base address of the arXiv API.")
    mailto: str | None = Field(None, description="Address that sources may write to; sent with every request to them.")

    @field_validator("database_url", mode="after")
    @classmethod
    def _postgresql(cls, value: SecretStr | None) -> SecretStr | None:
        """Refuse other kinds of databases."""
        if value and not re.match(r"postgres(ql)?://", value.get_secret_value()):
            raise ValueError("it should begin with postgresql://; leave it unset for SQLite")
        return value

    @field_validator("smtp_url", mode="after")
    @classmethod
    def _smtp(cls, value: SecretStr | None) -> SecretStr | None:
        """Refuse what names no mail server."""
        if value and not re.match(r"smtps?://[^/]*[^/@]", value.get_secret_value()):
            raise ValueError("it should look like smtp://user:password@host:587")
        return value

    @field_validator("public_url", "orcid_issuer", mode="after")
    @classmethod
    def _origin(cls, value: str | None) -> str | None:
        """Refuse what is no scheme and host."""
        if value is not None and not re.fullmatch(r"https?://[^/\s?#]+/?", value):
            raise ValueError("it should be a scheme and a host, such as https://example.org")
        return value and value.rstrip("/")

    @field_validator("embed_ancestors", mode="after")
    @classmethod
    def _one_word_each(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        """Refuse what would end the policy that these words become a part of."""
        if not value or any(re.search(r"[\s;,]", word) or not word.isascii() for word in value):
            raise ValueError("it should be `*`, `'none'`, or origins such as https://example.org, separated by commas")
        return value

    @field_validator("trusted_proxies", "cors_origins", "embed_ancestors", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        """Split a list written with commas."""
        if isinstance(value, str):
            return tuple(word.strip() for word in value.split(",") if word.strip())
        return value

    @field_validator("neo4j_heap", "neo4j_pagecache", mode="after")
    @classmethod
    def _enough(cls, value: str) -> str:
        """Refuse what no server can start with."""
        if memory_bytes(value) < LEAST_MEMORY:
            raise ValueError(f"it should be at least {LEAST_MEMORY >> 20}m")
        return value

    @field_validator("data_dir", "cache_dir", "neo4j_jars", "queries", mode="after")
    @classmethod
    def _absolute(cls, value: Path | None) -> Path | None:
        """Resolve `~` and relative folders once, so that a later change of folder does not move the data."""
        return None if value is None else value.expanduser().resolve()


def load_settings(**values: Any) -> Settings:
    """Read the settings; `values` win over the environment. Raise `InvalidSetting` with one sentence."""
    try:
        return Settings(**values)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        name = PREFIX + str(fault["loc"][0]).upper() if fault["loc"] else "The settings"
        reason = _reason(fault["type"], fault["msg"])
        raise InvalidSetting(f"{name} has a value that cannot be used: {reason}.") from error


def _reason(kind: str, message: str) -> str:
    """Return why a value is refused, in words that do not need a programmer."""
    if kind == "string_pattern_mismatch":
        return "it should be a number followed by k, m or g, as in 512m"
    message = message.removeprefix("Value error, ")
    return message[:1].lower() + message[1:]

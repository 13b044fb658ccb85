"""Secrets that are given away once, of which only a digest is kept, and passwords."""

import asyncio
import hashlib
import hmac
import secrets

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

TOKEN_PREFIX = "bzpeer_"  # noqa: S105 - what tokens of programs begin with, so that one that leaks can be found
_PASSWORDS = PasswordHash((Argon2Hasher(memory_cost=19 * 1024, time_cost=2, parallelism=1),))
_NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$hXkGsEENvxuJKzKdU3L8nw$x2iVUgj0vfO62iV8jqf6WzpHsRrXM3qJnK2RnsiyCT0"
"""What a password is compared with where there is none, so that it takes as long."""


def secret() -> str:
    """Return a new secret of 256 bits, as text for addresses and headers."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """Return the digest of a secret, by which it is found; it needs no salt, for nobody can guess 256 bits."""
    return hashlib.sha256(secret.encode()).hexdigest()


def proof_of_login(user: str, hash: str) -> str:
    """Return what a browser keeps of a login of the user with this id and password hash; another password ends it."""
    return hmac.digest(hash.encode(), f"has logged in: {user}".encode(), "sha256").hex()


def new_id() -> str:
    """Return an id that says nothing."""
    return secrets.token_hex(8)


async def hashed(password: str) -> str:
    """Return the argon2id hash of a password, computed beside the event loop."""
    return await asyncio.to_thread(_PASSWORDS.hash, password)


async def matches(password: str, hash: str | None) -> bool:
    """Tell whether a password has this hash; it takes as long when there is no hash, and is never so then."""
    right = await asyncio.to_thread(_PASSWORDS.verify, password, hash or _NOBODYS)
    return right and hash is not None

"""Where the real data packages are: the folder that `BZPEER_TEST_DATA` names."""

import os
from pathlib import Path


def folder() -> Path:
    """Return the folder of the unpacked packages; exit with one sentence when it is not named or not there."""
    named = os.environ.get("BZPEER_TEST_DATA")
    if not named or not Path(named).is_dir():
        raise SystemExit("Set BZPEER_TEST_DATA to the folder in which the data packages are unpacked.")
    return Path(named)


def works() -> Path:
    """Return the file of OpenAlex works of 2023."""
    return sorted((folder() / "openalex" / "synergy-v1").glob("works.jsonl*"))[0]


def anthology() -> Path:
    """Return the folder of the ACL Anthology."""
    return folder() / "acl-anthology"


def organisations() -> Path:
    """Return the folder of ROR."""
    return folder() / "ror"

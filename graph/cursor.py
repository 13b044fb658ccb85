"""Cursors: where a list of the neighbours of something goes on. Opaque to whoever carries them."""

import base64
import binascii
from typing import Annotated

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import InvalidValue
from graph.models import Kind

Place = Annotated[int, Field(ge=0, le=1_000_000)]


class Cursor(BaseModel):
    """A place in the order of one kind around one or more nodes, under the filters with which it was begun."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    seeds: tuple[str, ...] = Field(min_length=1, max_length=20)
    kind: Kind
    place: Place
    seen: tuple[Place, ...] = Field(default=(), max_length=500, description="Places after `place` shown already.")
    year_from: int | None = Field(default=None, ge=1000, le=2200)
    year_to: int | None = Field(default=None, ge=1000, le=2200)

    def text(self) -> str:
        """Return the cursor as it travels: letters, digits, `-` and `_`."""
        packed = orjson.dumps(self.model_dump(mode="json", exclude_defaults=True), option=orjson.OPT_SORT_KEYS)
        return base64.urlsafe_b64encode(packed).rstrip(b"=").decode()


def read_cursor(text: str) -> Cursor:
    """Return the cursor that `text` carries; raise `InvalidValue` when it carries none."""
    try:
        packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        return Cursor.model_validate_json(packed)
    except (binascii.Error, ValidationError, ValueError) as error:
        raise InvalidValue("The cursor 'after' is not one of ours: begin again without it.") from error

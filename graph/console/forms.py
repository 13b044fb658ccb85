"""The forms in which rows go out, over HTTP and on the command line, with the limits of each."""

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.console.formats import comma_separated, ndjson
from graph.console.parquet import parquet
from graph.console.run import STREAM, TABLE, Limits, Result
from graph.console.table import as_json
from graph.settings import Settings


@dataclass(frozen=True, slots=True)
class Form:
    """A form in which rows go out."""

    media: str
    pieces: Callable[[Result, Mapping[str, Any]], AsyncIterator[bytes]]
    stream: bool = True

    def limits(self, settings: Settings) -> Limits:
        """Return the limits of an answer in this form: larger for a stream than for what is held in memory."""
        if self.stream:
            return Limits(settings.stream_timeout, settings.stream_rows, STREAM.bytes)
        return Limits(settings.console_timeout, settings.console_rows, TABLE.bytes)


JSON = Form("application/json", as_json, stream=False)
LINES = Form("application/x-ndjson", lambda result, _: ndjson(result))
CSV = Form("text/csv; charset=utf-8", lambda result, _: comma_separated(result))
PARQUET = Form("application/vnd.apache.parquet", lambda result, _: parquet(result))
FORMS = {form.media.partition(";")[0]: form for form in (JSON, LINES, CSV, PARQUET)}
"""By the media type that a client accepts."""

"""Toy records on which users act, as OpenAlex tells works; none of their ids stands in `hard_names`."""

from typing import Any

from tests.accounts.provider import ORCID
from tests.web.hard_names import work

STATED, BARE = "/people/openalex:A9001", "/people/openalex:A9002"
"""A record that states an ORCID iD, and one that states none and is at an institution of which the domain is known."""
ONE, SAME, THIRD, ALONE = (f"/people/openalex:A901{at}" for at in range(1, 5))
"""The first two may be one person: both wrote with the third. Nobody wrote with the last."""
FOLLOWED = "/people/openalex:A9021"
LATER = work("W9022", "On $k$-toys", 1998, [("Ann Author", "A9021"), ("Ben Author", "A9022")])
"""What comes in when the first of the two is followed."""


def records() -> list[dict[str, Any]]:
    """Return what there is at first."""
    place = {"id": "https://openalex.org/I9001", "display_name": "Uni", "homepage_url": "https://www.uni.example/"}
    both = _work("W9001", "A9001", "A9002")
    stated, bare = both["authorships"]
    stated["author"]["orcid"] = f"https://orcid.org/{ORCID}"
    bare["institutions"] = [{"id": place["id"], "display_name": "Uni"}]
    alike = [_work("W9011", "A9011", "A9013"), _work("W9012", "A9012", "A9013"), _work("W9013", "A9014")]
    return [both, place, *alike, work("W9021", "On toys", 2019, [("Ann Author", "A9021")])]


def _work(key: str, *authors: str) -> dict[str, Any]:
    return work(key, f"Work {key}", 2020, [(f"Author {each}", each) for each in authors])

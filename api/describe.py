"""What a page says of itself: a title, a sentence from facts, and the facts as schema.org JSON-LD."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from pylatexenc.latex2text import LatexNodes2Text

from api.head import SITE, Head, path_of
from graph.models import Kind

Facts = dict[str, Any]
"""An answer as JSON, see `graph.answers`."""
START = Head(
    f"{SITE}: researchers in context",
    "See any researcher in context: papers, people, topics and institutions around one person.",
    "",
    data={"@type": "WebSite", "name": SITE},
)
EXPLORER = Head(
    "Explorer",
    "Explore the graph of people, papers, topics and institutions from any of them, step by step.",
    "explore",
)
VIEW = Head("Explorer", "A view of the graph around some researchers and papers.", None)
CONSOLE = Head("Console", "Ask the graph of people, papers, topics and institutions in Cypher.", "console")
COMPARISON = Head("Compare two people", "What two researchers share, and what each has alone.", "compare")
PRIVACY = Head("Privacy", "What this site stores about those who use it, why, and for how long.", "privacy")
ACCOUNT = {
    "login": Head("Log in", "Log in to follow people, topics and institutions.", None),
    "register": Head("Register", "Make an account to follow people, topics and institutions.", None),
    "verify": Head("Finish your registration", "What the link of the letter opens.", None),
    "reset": Head("Choose a new password", "Choose a new password for an account.", None),
    "claim-mail": Head("Your address at an institution", "Finish showing that a mail address is yours.", None),
    "opt-out": Head("Take a person out", "Ask that a person be taken out of the graph.", None),
    "correct": Head("Correct a record", "Tell what is wrong with the record of a person.", None),
    "desk": Head("Moderators' desk", "What waits for a moderator.", None),
    "messages": Head("Messages", "Invitations to collaborate, and what came of them.", None),
    "messages/{id}": Head("A conversation", "What two people write to each other.", None),
    "news": Head("News", "What is new around the people, topics and institutions that a user follows.", None),
    "account": Head("Your account", "What is stored about an account, and the ways to change it.", None),
}
"""Pages that are for one user only: no search engine keeps them."""
LOST = Head("No such page", "Nothing stands at this address.", None)
_ARTICLES = {
    "book": "Book",
    "book-chapter": "Chapter",
    "dataset": "Dataset",
    "dissertation": "Thesis",
    "report": "Report",
    "software": "SoftwareSourceCode",
}
"""Types of schema.org for kinds of work; every other is a `ScholarlyArticle`."""
_RAISED = re.compile(r"\^(\d)")
_HIGH = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MATH = re.compile(r"(?<!\\)(\$\$?)(?=\S)((?:\\.|[^$\\])+?)(?<=\S)\1(?!\d)")


def person(facts: Facts, site: str) -> Head:
    """Return the head of a person's page, from a `PersonProfile`."""
    name, works = facts["name"], facts["counts"]["works"]["value"] or 0
    topics = list(dict.fromkeys(each["name"] for each in facts["topics"]))
    sentence = f"{name} has {_number(works, 'work')} in this graph{_years(facts)}"
    sentence += _listed(", on ", topics[:3])
    sentence += _listed(", most closely with ", [each["label"] for each in facts["top_coauthors"]])
    place = facts["affiliation"]
    sentence += f"; {place['name']}." if place else "."
    path = path_of("Person", facts["id"])
    data = {
        "@type": "Person",
        "@id": site + path,
        "name": name,
        "url": site + path,
        "alternateName": facts["names"],
        "identifier": _identifiers(facts["identifiers"]),
        "sameAs": _addresses(facts["identifiers"]),
        "affiliation": [_named(site, "Organization", "Institution", each) for each in facts["affiliations"][:3]],
        "knowsAbout": topics,
    }
    return Head(name, sentence, path, "profile", _known(data))


def paper(facts: Facts, site: str) -> Head:
    """Return the head of a paper's page, from a `PaperFacts`."""
    work = facts["work"]
    title = plain_math(work["title"] or work["id"])
    names = [each["name"] for each in work["byline"]]
    path = path_of("Paper", work["id"])
    data = {
        "@type": _ARTICLES.get(work["type"], "ScholarlyArticle"),
        "@id": site + path,
        "name": title,
        "headline": title,
        "url": site + path,
        "author": [_author(site, each) for each in work["byline"]],
        "datePublished": work["date"] or (str(work["year"]) if work["year"] else None),
        "isPartOf": {"@type": "CreativeWork", "name": work["venue"]} if work["venue"] else None,
        "identifier": _identifiers(work["identifiers"]),
        "sameAs": _addresses(work["identifiers"]),
        "abstract": work["abstract"],
        "about": [each["label"] for each in work["topics"]],
        "isAccessibleForFree": work["open_access"],
        "license": work["license"],
    }
    return Head(title, _of_paper(work, names), path, "article", _known(data), _citation(work, names))


def _of_paper(work: Facts, names: list[str]) -> str:
    kind = (work["type"] or "work").replace("-", " ")
    sentence = f"{'An' if kind[0] in 'aeiou' else 'A'} {kind}"
    sentence += f" of {work['year']}" if work["year"] else ""
    others = len(names) - 3
    by = [*names[:3], _number(others, "other")] if others > 0 else names
    sentence += _listed(" by ", by)
    sentence += f", in {work['venue']}" if work["venue"] else ""
    sentence += _listed(", on ", list(dict.fromkeys(each["label"] for each in work["topics"]))[:3])
    cited = work["citations_graph"]
    return sentence + (f"; cited by {_number(cited, 'work')} in this graph." if cited else ".")


def _citation(work: Facts, names: list[str]) -> list[tuple[str, str]]:
    """Return the tags by which reference managers in a browser know a work."""
    ids = {each["scheme"]: each["value"] for each in work["identifiers"]}
    known: list[tuple[str, str | None]] = [
        ("citation_title", plain_math(work["title"] or "")),
        *(("citation_author", name) for name in names),
    ]
    known += [("citation_publication_date", (work["date"] or str(work["year"] or "")).replace("-", "/"))]
    holds = {"article": "citation_journal_title", "proceedings-article": "citation_conference_title"}
    known += [(holds.get(work["type"], "citation_publisher"), work["venue"])]
    known += [("citation_doi", ids.get("doi")), ("citation_arxiv_id", ids.get("arxiv"))]
    return [(name, content) for name, content in known if content]


def topic(facts: Facts, site: str) -> Head:
    """Return the head of a topic's page, from a `TopicFacts`."""
    name, path = facts["name"], path_of("Topic", facts["id"])
    sentence = f"{name}: a topic of the scheme {facts['scheme']} with {_number(facts['papers'], 'work')} in this graph"
    sentence += _listed("; most active on it: ", [each["person"]["label"] for each in facts["people"][:3]]) + "."
    data = {
        "@type": "DefinedTerm",
        "@id": site + path,
        "name": name,
        "url": site + path,
        "description": facts["description"],
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": facts["scheme"]} if facts["scheme"] else None,
    }
    return Head(name, sentence, path, data=_known(data))


def institution(facts: Facts, site: str) -> Head:
    """Return the head of an institution's page, from an `InstitutionFacts`."""
    name, path = facts["name"], path_of("Institution", facts["id"])
    where = ", ".join(each for each in (facts["city"], facts["country"]) if each)
    sentence = f"{name}{f' ({where})' if where else ''}: {_number(facts['people_total'], 'person', 'people')}"
    sentence += " with works in this graph" + _listed(", on ", [each["name"] for each in facts["topics"][:3]])
    sentence += _listed("; most active: ", [each["person"]["label"] for each in facts["people"][:3]]) + "."
    place = {"@type": "PostalAddress", "addressLocality": facts["city"], "addressCountry": facts["country"]}
    data = {
        "@type": "Organization",
        "@id": site + path,
        "name": name,
        "alternateName": facts["names"],
        "url": facts["url"] or site + path,
        "mainEntityOfPage": site + path,
        "identifier": _identifiers(facts["identifiers"]),
        "sameAs": _addresses(facts["identifiers"]),
        "address": _known(place) if where else None,
        "foundingDate": str(facts["established"]) if facts["established"] else None,
        "parentOrganization": [_named(site, "Organization", "Institution", each) for each in facts["parents"]],
    }
    return Head(name, sentence, path, data=_known(data))


def comparison(one: Facts, other: Facts) -> Head:
    """Return the head of a comparison of two people, each a `PersonProfile`."""
    a, b = one["name"], other["name"]
    ids = (path_of("Person", each["id"]).partition("/")[2] for each in (one, other))
    return Head(
        f"{a} and {b}",
        f"What {a} and {b} share, and what each has alone: works, co-authors, topics, institutions.",
        "compare?a={}&b={}".format(*ids),
    )


DESCRIBE: dict[Kind, Callable[[Facts, str], Head]] = {
    "Person": person,
    "Paper": paper,
    "Topic": topic,
    "Institution": institution,
}


def plain_math(text: str) -> str:
    """Return a title without TeX: formulas as plain signs, dollars that begin none as they are."""
    return _MATH.sub(lambda found: _plain(found[2]), text).replace("\\$", "$")


def _plain(tex: str) -> str:
    if tex.count("{") != tex.count("}"):
        return tex
    read: str = LatexNodes2Text(math_mode="text").latex_to_text(tex, tolerant_parsing=True)
    return " ".join(_RAISED.sub(lambda found: found[1].translate(_HIGH), read).split()) or tex


def _number(count: int, noun: str, several: str = "") -> str:
    return f"{count:,} {noun if count == 1 else several or noun + 's'}"


def _years(facts: Facts) -> str:
    first, last = (facts["counts"][name]["value"] for name in ("first_year", "last_year"))
    if first is None:
        return ""
    return f" of {first}" if first == last else f", {first} to {last}"


def _listed(before: str, words: list[str]) -> str:
    """Return `before` and the words as a list of English; nothing when there are none."""
    if not words:
        return ""
    return before + (", ".join(words[:-1]) + " and " if len(words) > 1 else "") + words[-1]


def _known(data: Facts) -> Facts:
    return {name: value for name, value in data.items() if value not in (None, [], "")}


def _identifiers(ids: Iterable[Facts]) -> list[Facts]:
    return [{"@type": "PropertyValue", "propertyID": each["scheme"], "value": each["value"]} for each in ids]


def _addresses(ids: Iterable[Facts]) -> list[str]:
    return [each["url"] for each in ids if each["url"]]


def _named(site: str, type: str, kind: Kind, thing: Facts) -> Facts:
    name = thing.get("name") or thing["label"]
    return {"@type": type, "@id": site + path_of(kind, thing["id"]), "name": name}


def _author(site: str, entry: Facts) -> Facts:
    known = {"@type": "Person", "name": entry["name"]}
    return known | ({"@id": site + path_of("Person", entry["id"])} if entry["id"] else {})

"""Real bibliographic facts that pages break on, as OpenAlex tells works; ids are toys (W1, A1, …), facts are not.

From the ACL Anthology: UniMorph 4.0, OpenIE6, the paper on Parkinsonian speech, the one with a Chinese title. From
arXiv: 1401.3683. The algebras are those of al-Khwārizmī and of Khayyām, the sketchbook is Shen Kuo's.
"""

from collections.abc import Iterator
from typing import Any

RTL, RTL_TITLE = "محمد بن موسى الخوارزمي", "الكتاب المختصر في حساب الجبر والمقابلة"
HAN, HAN_TITLE = "沈括", "夢溪筆談"
MONONYM = "Mausam"
ACCENTS = "Maëlle Le Cerf"
BROKEN = (
    r"$\mathcal R\!\raise2pt\hbox{$\varepsilon$}\!\hbox{$\mathcal L$}$: "
    "A Fault Tolerance Linguistic Structure for Distributed Applications"
)
LONG = (
    "Paramètres acoustiques et phonétiques dans la parole parkinsonienne avant et après traitement LSVT LOUD® "
    "(Acoustic and phonetic parameters in parkinsonian speech before and after LSVT LOUD® Purpose: Our research "
    "examines the effect of the Lee Silverman Voice Treatment (LSVT LOUD®) on the area and position of the vowel "
    "space, fundamental frequency (f0), voice quality parameters, speech rate, maximum phonation time (MPT) and "
    "patient-perceived vocal handicap in Frenchspeaking patients with Parkinson’s disease)"
)
MIXED = (
    "長短期記憶模型之忘記閘提取語意流暢度之架構以自閉症小孩說故事為例 (A Lexical Coherence Representation "
    "Computational Framework using LSTM Forget Gate For Autism Recognition)"
)
_BYLINE = """
    Khuyagbaatar Batsuren; Omer Goldman; Salam Khalifa; Nizar Habash; Witold Kieraś; Gábor Bella; Brian Leonard;
    Garrett Nicolai; Kyle Gorman; Yustinus Ghanggo Ate; Maria Ryskina; Sabrina Mielke; Elena Budianskaya;
    Charbel El-Khaissi; Tiago Pimentel; Michael Gasser; William Abbott Lane; Mohit Raj; Matt Coler;
    Jaime Rafael Montoya Samame; Delio Siticonatzi Camaiteri; Esaú Zumaeta Rojas; Didier López Francis;
    Arturo Oncevay; Juan López Bautista; Gema Celeste Silva Villegas; Lucas Torroba Hennigen; Adam Ek; David Guriel;
    Peter Dirix; Jean-Philippe Bernardy; Andrey Scherbakov; Aziyana Bayyr-ool; Antonios Anastasopoulos;
    Roberto Zariquiey; Karina Sheifer; Sofya Ganieva; Hilaria Cruz; Ritván Karahóǧa; Stella Markantonatou;
    George Pavlidis; Matvey Plugaryov; Elena Klyachko; Ali Salehi; Candy Angulo; Jatayu Baxi; Andrew Krizhanovsky;
    Natalia Krizhanovskaya; Elizabeth Salesky; Clara Vania; Sardana Ivanova; Jennifer White; Rowan Hall Maudslay;
    Josef Valvoda; Ran Zmigrod; Paula Czarnowska; Irene Nikkarinen; Aelita Salchak; Brijesh Bhatt;
    Christopher Straughn; Zoey Liu; Jonathan North Washington; Yuval Pinter; Duygu Ataman; Marcin Wolinski;
    Totok Suhardijanto; Anna Yablonskaya; Niklas Stoehr; Hossep Dolatian; Zahroh Nuriah; Shyam Ratan;
    Francis M. Tyers; Edoardo M. Ponti; Grant Aiton; Aryaman Arora; Richard J. Hatcher; Ritesh Kumar; Jeremiah Young;
    Daria Rodionova; Anastasia Yemelina; Taras Andrushko; Igor Marchenko; Polina Mashkovtseva; Alexandra Serova;
    Emily Prud’hommeaux; Maria Nepomniashchaya; Fausto Giunchiglia; Eleanor Chodroff; Mans Hulden;
    Miikka Silfverberg; Arya D. McCarthy; David Yarowsky; Ryan Cotterell; Reut Tsarfaty; Ekaterina Vylomova
"""
MANY = tuple(" ".join(name.split()) for name in _BYLINE.split(";"))
WORKS: tuple[tuple[str, int | None, tuple[str, ...]], ...] = (
    (RTL_TITLE, None, (RTL,)),
    ("رسالة في البراهين على مسائل الجبر والمقابلة", 1070, ("عمر خيام",)),
    (HAN_TITLE, 1088, (HAN,)),
    (MIXED, 2018, ("Yu-Shuo Liu", "Chin-Po Chen", "Susan Shur-Fen Gau", "Chi-Chun Lee")),
    (LONG, 2020, (ACCENTS, "Emmanuel Ferragne")),
    (BROKEN, 2014, ("Vincenzo De Florio", "G. Deconinck")),
    (
        "OpenIE6: Iterative Grid Labeling and Coordination Analysis for Open Information Extraction",
        2020,
        ("Keshav Kolluru", "Vaibhav Adlakha", "Samarth Aggarwal", MONONYM, "Soumen Chakrabarti"),
    ),
    ("UniMorph 4.0: Universal Morphology", 2022, MANY),
)
PROLIFIC, PROLIFIC_WORKS = "Author A400", 400
"""A toy, for volume only: four hundred works on which nobody else stands."""
PLACES = {"Author A401": ("I1",), "Author A402": ("I2", "I1")}
"""Toys: one author at an institution and one at its part, each with a place and what that is part of."""
WHOLE, PART = "/institutions/openalex:I1", "/institutions/openalex:I2"


def addresses() -> dict[str, str]:
    """Return the address of the page of each name and each title."""
    found: dict[str, str] = {}
    for number, (title, _, names) in enumerate(_works(), 1):
        for name in names:
            found.setdefault(name, f"/people/openalex:A{len(found) + 1}")
        found[title] = f"/papers/openalex:W{number}"
    return found


def records() -> Iterator[dict[str, Any]]:
    """Yield the works as OpenAlex tells them."""
    pages = addresses()
    for number, (title, year, names) in enumerate(_works(), 1):
        yield work(f"W{number}", title, year, [(name, pages[name].rpartition(":")[2]) for name in names])


def _works() -> Iterator[tuple[str, int | None, tuple[str, ...]]]:
    yield from WORKS
    for number in range(1, PROLIFIC_WORKS + 1):
        yield f"Work {number} of {PROLIFIC_WORKS}", 1990 + number % 30, (PROLIFIC,)
    for name in PLACES:
        yield f"Work of {name}", 2020, (name,)


def work(key: str, title: str, year: int | None, people: list[tuple[str, str]]) -> dict[str, Any]:
    """Return a work as OpenAlex tells it; of its people the name and the key of each."""
    return {
        "id": f"https://openalex.org/{key}",
        "title": title,
        "publication_year": year,
        "type": "article",
        "authorships": [
            {"author": {"id": f"https://openalex.org/{person}", "display_name": name}, "institutions": _places(name)}
            for name, person in people
        ],
    }


def _places(name: str) -> list[dict[str, Any]]:
    keys = PLACES.get(name, ())
    lineage = [f"https://openalex.org/{key}" for key in keys]
    return [{"id": lineage[0], "display_name": f"Institution {keys[0]}", "lineage": lineage}] if keys else []

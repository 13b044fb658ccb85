"""The tree of errors: its drawing is true, and each class says what it is for."""

import inspect

from graph import errors


def drawn() -> dict[str, str]:
    """Return the parent of each class in the drawing of the module's docstring."""
    path: list[str] = []
    parents: dict[str, str] = {}
    for line in (errors.__doc__ or "").splitlines():
        words = line.lstrip(" │├└─").split()
        if not line.startswith("    ") or not words:
            continue
        depth = (len(line) - len(line.lstrip(" │├└─")) - 4) // 4
        path[depth:] = [words[0]]
        parents[words[0]] = path[depth - 1] if depth else "Exception"
    return parents


def test_the_drawing_shows_every_error_under_its_parent() -> None:
    classes = [item for _, item in inspect.getmembers(errors, inspect.isclass)]
    assert drawn() == {item.__name__: item.__bases__[0].__name__ for item in classes}

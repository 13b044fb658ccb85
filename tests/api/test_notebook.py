"""The worked notebook, run from first cell to last against the demo as it is served."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from api.app import create_app
from graph.settings import Settings
from graph.store import Store
from loaders.start import prepare
from tests.api.conftest import serving

NOTEBOOK = Path(__file__).parents[2] / "docs" / "notebooks" / "researcher-in-context.ipynb"


async def test_the_notebook_runs_and_its_ranking_is_that_of_the_service(
    store: Store, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    await prepare(store, settings, lambda *_, **__: None)
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    async with serving(create_app(settings, store)) as port:
        monkeypatch.setenv("BZPEER_ADDRESS", f"http://127.0.0.1:{port}")
        await NotebookClient(notebook, timeout=120, kernel_name="python3").async_execute()  # its asserts are the proof
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    printed = "".join(output.get("text", "") for output in outputs)
    assert "Yuxiong He" in printed
    assert "113 of 113 collaborators" in printed
    assert any("image/png" in output.get("data", {}) for output in outputs)


def test_the_notebook_is_kept_without_outputs() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in cells)

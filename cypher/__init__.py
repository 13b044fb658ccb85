"""Where the Cypher files of the project stand: text only, read by `graph.catalogue`."""

from pathlib import Path

FOLDER = Path(__file__).parent

"""What the tests of the questions share."""

from tests.graph.toys import near
from tests.world import world

__all__ = ["near", "world"]

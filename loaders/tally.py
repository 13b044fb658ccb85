"""What a load did, counted: read = written + unchanged + rejected."""

from dataclasses import asdict, dataclass


@dataclass(slots=True)
class Tally:
    """Counts of the source's records (`position` of them consumed since the load's first start)."""

    position: int = 0
    read: int = 0
    written: int = 0
    unchanged: int = 0
    rejected: int = 0
    conflicts: int = 0
    """Ids that two things claim; they stay with the first."""
    records: int = 0
    """Records written, those of things that were only mentioned included."""

    def state(self) -> dict[str, int]:
        """Return the counts as the properties of a LoadRun."""
        return asdict(self)

    def take(self, state: dict[str, int]) -> None:
        """Take over all counts of another one."""
        for name, value in state.items():
            setattr(self, name, value)

    @property
    def adds_up(self) -> bool:
        """Say whether every record that was read is accounted for."""
        return self.read == self.written + self.unchanged + self.rejected


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a load ended."""

    source: str
    run: str | None
    tally: Tally
    resumed_at: int
    version: int | None
    seconds: float
    dead_letters: str | None
    dry_run: bool = False

    def line(self) -> str:
        """Return the outcome in one line for a reader."""
        t = self.tally
        text = f"{self.source}: {t.read:,} read = {t.written:,} written + {t.unchanged:,} unchanged"
        text += f" + {t.rejected:,} rejected, in {self.seconds:.1f} s"
        if self.dry_run:
            text += " (dry run: nothing was written)"
        if self.dead_letters and t.rejected:
            text += f"; the rejected ones are in {self.dead_letters}"
        if t.conflicts:
            text += f"; {t.conflicts:,} ids stay with the thing that had them first"
        return text

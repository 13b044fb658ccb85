"""Settings: read from the environment, described one by one, and refused with one sentence."""

from pathlib import Path

import pytest

from graph.errors import InvalidSetting
from graph.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder, so that no `.env` of somebody is read."""
    monkeypatch.chdir(tmp_path)


def test_every_setting_is_described() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BZPEER_PORT", "9000")
    monkeypatch.setenv("BZPEER_CORS_ORIGINS", "https://a.example, https://b.example,")
    monkeypatch.setenv("BZPEER_NEO4J_PASSWORD", "hidden")
    settings = load_settings()
    assert (settings.port, settings.cors_origins) == (9000, ("https://a.example", "https://b.example"))
    assert "hidden" not in repr(settings)


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BZPEER_NEO4J_URI", "")
    assert load_settings().neo4j_uri is None


def test_a_file_is_read_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("BZPEER_PORT=9001\nBZPEER_HOST=0.0.0.0\nSOMETHING_ELSE=1\n", encoding="utf-8")
    monkeypatch.setenv("BZPEER_PORT", "9002")
    settings = load_settings()
    assert (settings.host, settings.port) == ("0.0.0.0", 9002)


def test_folders_are_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    settings = load_settings(data_dir="here", cache_dir="~/there")
    assert (settings.data_dir, settings.cache_dir) == (tmp_path / "here", tmp_path / "there")


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("PORT", "abc", "integer"),
        ("PORT", "70000", "65535"),
        ("NEO4J_HEAP", "lots", "512m"),
        ("NEO4J_HEAP", "64m", "at least 128m"),
        ("READ_TIMEOUT", "0", "greater than 0"),
        ("PUBLIC_URL", "example.org", "such as https://example.org"),
        ("PUBLIC_URL", "https://example.org/x", "a scheme and a host"),
        ("EMBED_ANCESTORS", "*; script-src *", "separated by commas"),
        ("LOG_FORMAT", "xml", "'plain' or 'json'"),
    ],
)
def test_a_wrong_value_gets_one_sentence(monkeypatch: pytest.MonkeyPatch, name: str, value: str, reason: str) -> None:
    monkeypatch.setenv(f"BZPEER_{name}", value)
    with pytest.raises(InvalidSetting) as caught:
        load_settings()
    message = str(caught.value)
    assert message.startswith(f"BZPEER_{name} has a value that cannot be used: ")
    assert reason in message
    assert "\n" not in message

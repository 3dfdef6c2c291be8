# cardmaker with its fonts, templates and figures; see README.md for how to build and run it.
FROM python:3.13-slim-bookworm AS build
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY cardmaker cardmaker
COPY templates templates
COPY illustrations illustrations
RUN python -m venv /opt/cardmaker \
    && /opt/cardmaker/bin/pip install --no-cache-dir --quiet -c constraints.txt .

FROM python:3.13-slim-bookworm
COPY --from=build /opt/cardmaker /opt/cardmaker
RUN useradd --create-home --uid 1000 coach
USER coach
WORKDIR /work
ENV HOME=/tmp PYTHONDONTWRITEBYTECODE=1
ENTRYPOINT ["/opt/cardmaker/bin/cardmaker"]
CMD ["--help"]

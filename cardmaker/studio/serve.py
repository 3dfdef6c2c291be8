"""Studio on this computer: the page's files, and its messages to an engine, for whoever has the token.

It listens on the loopback alone. A page of another site may know the address, but not the token; its requests have a
Host or an Origin that isn't this one, and are refused before they are read.
"""

import errno
import json
import os
import secrets
import socketserver
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

import cardmaker
from cardmaker.errors import OutputError
from cardmaker.studio.engine import Engine
from cardmaker.studio.messages import MARK, enveloped

HOST: Final = "127.0.0.1"
PORT: Final = 8417
"""Always the same, as browsers keep what a page stores by its address, port included."""
TOKEN: Final = "X-Studio-Token"
MOST_BYTES: Final = 32 * 1024 * 1024
PAGE: Final = Path(__file__).parent / "page"
POLICY: Final = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' blob: data:; object-src 'none';"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
_SECONDS: Final = 30
"""How long a connection may be silent."""


class StudioServer(ThreadingHTTPServer):
    """Serves the files of a *page*, and an *engine*, one message at a time. OutputError if the port is taken."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # Windows would give a port to two

    def __init__(self, engine: Engine, port: int = PORT, page: Path = PAGE) -> None:
        self.engine, self.page, self.token = engine, page.resolve(), secrets.token_urlsafe(32)
        self.lock = threading.Lock()
        try:
            super().__init__((HOST, port), _Handler)
        except OSError as fault:
            raise OutputError(_refusal(fault, port)) from None

    def server_bind(self) -> None:
        """Bind the port, and ask no name server what this computer is called."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.port

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        """Where the page is, with the token, which browsers don't send to anybody."""
        return f"http://{HOST}:{self.port}/#token={self.token}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """What a request may call it."""
        return f"{HOST}:{self.port}", f"localhost:{self.port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of connections that break off: a tab was closed."""


def _refusal(fault: OSError, port: int) -> str:
    if fault.errno == errno.EADDRINUSE:
        open_it = f"then open http://{HOST}:{port}/ in the browser where it was opened"
        return f"port {port} is taken, perhaps by another Studio, {open_it}; or choose a port with --port"
    if fault.errno == errno.EACCES:
        return f"port {port} can't be used without an administrator's rights; choose one from 1024 on with --port"
    return f"port {port} can't be used: {fault.strerror or 'the system refuses it'}"


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: StudioServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "cardmaker", ""
    timeout = _SECONDS

    def do_GET(self) -> None:
        """A file of the page."""
        self._give_file(whole=True)

    def do_HEAD(self) -> None:
        """What would be said of a file of the page."""
        self._give_file(whole=False)

    def do_POST(self) -> None:
        """A message to the engine."""
        if not self._is_ours():
            return
        if self.path != "/call":
            self._refuse(HTTPStatus.NOT_FOUND)
        elif not secrets.compare_digest(self.headers.get(TOKEN, "").encode(), self.server.token.encode()):
            self._refuse(HTTPStatus.FORBIDDEN)
        elif (data := self._body()) is not None:
            self._answer(data)

    def _answer(self, data: bytes) -> None:
        line, mark, rest = data.partition(MARK)
        try:
            message = line.decode("utf-8")
        except UnicodeDecodeError:
            self._refuse(HTTPStatus.BAD_REQUEST)
            return
        if not mark:
            self._refuse(HTTPStatus.BAD_REQUEST)
            return
        with self.server.lock:
            answer, blobs = self.server.engine.call(message, rest)
        kind = "application/octet-stream" if blobs else "application/json"
        self._send(HTTPStatus.OK, kind, enveloped(answer, blobs), cache="no-store")

    def _body(self) -> bytes | None:
        """The bytes of the request; None if it was refused."""
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdecimal()):
            self._refuse(HTTPStatus.LENGTH_REQUIRED)
        elif int(length[:12]) > MOST_BYTES:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        elif len(data := self.rfile.read(int(length))) == int(length):
            return data
        return None

    def _is_ours(self) -> bool:
        """Whether it was asked for by the page itself; else it is refused."""
        origin = self.headers.get("Origin")
        hosts = self.server.hosts
        ours = self.headers.get("Host") in hosts and (
            origin is None or origin.removeprefix("http://") in hosts
        )
        if not ours:
            self._refuse(HTTPStatus.FORBIDDEN)
        return ours

    def _give_file(self, *, whole: bool) -> None:
        if not self._is_ours():
            return
        path = self.path.partition("?")[0].partition("#")[0]
        if path == "/engine.json":
            about = {"engine": "service", "version": cardmaker.__version__}
            self._send(HTTPStatus.OK, TYPES[".json"], json.dumps(about).encode(), whole=whole)
            return
        file = self._file(path)
        if file is None:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        kind = TYPES.get(file.suffix, "text/plain; charset=utf-8")
        self._send(HTTPStatus.OK, kind, file.read_bytes(), whole=whole)

    def _file(self, path: str) -> Path | None:
        """The file of the page at a path; None if there is none."""
        parts = path.strip("/").split("/") if path != "/" else ["index.html"]
        if any(not part or part[0] == "." or set(part) & set("\\:%\0") for part in parts):
            return None
        file = self.server.page.joinpath(*parts).resolve()
        return file if file.is_relative_to(self.server.page) and file.is_file() else None

    def _refuse(self, status: HTTPStatus) -> None:
        """Answer with a status alone, and read no more of a request that wasn't read."""
        self.close_connection = True
        self._send(status, "text/plain; charset=utf-8", status.phrase.encode())

    def _send(
        self, status: HTTPStatus, kind: str, data: bytes, *, whole: bool = True, cache: str = "no-cache"
    ) -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind),
            ("Content-Length", str(len(data))),
            ("Cache-Control", cache),
            ("Content-Security-Policy", POLICY),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ):
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if whole:
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: the terminal is for people."""

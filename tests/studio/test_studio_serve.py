"""The service: what it gives to the page, what it refuses to others, and the folder that it doesn't leave."""

import json
import socket
import threading
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cardmaker.cli.app import app
from cardmaker.errors import OutputError
from cardmaker.studio.engine import Engine
from cardmaker.studio.folder import PlanFolder
from cardmaker.studio.serve import MOST_BYTES, PAGE, POLICY, TOKEN, TYPES, StudioServer
from tests.studio.studio_kit import SMALL


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StudioServer]:
    folder, page = tmp_path_factory.mktemp("plans"), tmp_path_factory.mktemp("page")
    (folder / "spring.yaml").write_text(SMALL, "utf-8")
    (page / "index.html").write_text("<!doctype html>", "utf-8")
    (page / "app").mkdir()
    (page / "app" / "main.mjs").write_text("//", "utf-8")
    (page.parent / "secret.txt").write_text("secret", "utf-8")
    (page / "leads-out.html").symlink_to(page.parent / "secret.txt")
    engine = Engine(folder)
    engine.add(PlanFolder(folder, engine, "spring.yaml").messages)
    with StudioServer(engine, 0, page) as one:
        threading.Thread(target=one.serve_forever, daemon=True).start()
        yield one
        one.shutdown()


def asked(
    server: StudioServer, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
) -> tuple[HTTPResponse, bytes]:
    """An answer and its body; a header that is '' is left out."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=20)
    own = {"Host": f"127.0.0.1:{server.port}", "Content-Length": str(len(body))}
    own |= headers or {}
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in own.items():
        if value:
            connection.putheader(name, value)
    connection.endheaders(body)
    response = connection.getresponse()
    data = response.read()
    connection.close()
    return response, data


def called(server: StudioServer, name: str, /, **args: Any) -> dict[str, Any]:
    """What a message is answered."""
    body = json.dumps({"name": name, "args": args}).encode() + b"\n"
    response, data = asked(server, "POST", "/call", body, {TOKEN: server.token})
    assert response.status == 200
    answer: dict[str, Any] = json.loads(data.partition(b"\n")[0])
    return answer


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/index.html?x=1", "text/html"),
        ("/app/main.mjs", "text/javascript"),
        ("/engine.json", "json"),
    ],
)
def test_files_of_the_page_have_their_types_and_the_policy(
    server: StudioServer, path: str, kind: str
) -> None:
    response, data = asked(server, "GET", path)
    assert response.status == 200 and kind in response.headers["Content-Type"] and data
    assert response.headers["Content-Security-Policy"] == POLICY
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    head, nothing = asked(server, "HEAD", path)
    assert head.headers["Content-Length"] == str(len(data)) and nothing == b""


def test_the_policy_lets_no_script_in_from_elsewhere() -> None:
    assert POLICY.startswith("default-src 'self'; script-src 'self' 'wasm-unsafe-eval';")
    assert "unsafe-inline" not in POLICY and "http" not in POLICY and "*" not in POLICY


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/app/../../secret.txt", "/%2e%2e/secret.txt", "/leads-out.html", "/.git", "//etc/passwd",
     "/app", "/nothing.html", "/C:/x", "/a\\b"],
)  # fmt: skip
def test_no_file_is_given_but_those_of_the_page(server: StudioServer, path: str) -> None:
    response, data = asked(server, "GET", path)
    assert response.status == 404 and b"secret" not in data


GOOD = b'{"name": "hello"}\n'


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:{port}"}, 200),
        ({"Origin": "http://127.0.0.1:{port}"}, 200),
        ({"Host": "club.example"}, 403),
        ({"Host": "127.0.0.1"}, 403),
        ({"Host": ""}, 403),
        ({"Origin": "http://club.example"}, 403),
        ({"Origin": "https://127.0.0.1:{port}"}, 403),
        ({"Origin": "null"}, 403),
        ({TOKEN: "wrong"}, 403),
        ({TOKEN: ""}, 403),
        ({TOKEN: "é"}, 403),
        ({"Content-Length": ""}, 411),
        ({"Content-Length": "-1"}, 411),
        ({"Content-Length": str(MOST_BYTES + 1)}, 413),
    ],
)
def test_only_the_page_itself_is_answered(server: StudioServer, headers: dict[str, str], status: int) -> None:
    given = {TOKEN: server.token} | {key: value.format(port=server.port) for key, value in headers.items()}
    response, data = asked(server, "POST", "/call", GOOD, given)
    assert response.status == status
    assert (b"version" in data) == (status == 200)
    if "Host" in headers or "Origin" in headers:
        assert asked(server, "GET", "/", headers=given)[0].status == status


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/call", b'{"name": "hello"}', 400),
        ("/call", b"\xff\n", 400),
        ("/calls", GOOD, 404),
        ("/call", b"\n", 200),
    ],
)
def test_bodies_that_are_no_messages_are_refused(
    server: StudioServer, path: str, body: bytes, status: int
) -> None:
    response, data = asked(server, "POST", path, body, {TOKEN: server.token})
    assert response.status == status and b"Traceback" not in data


def test_bytes_go_in_and_out_behind_the_line(server: StudioServer) -> None:
    picture = b"\x89PNG\n\r\n\x1a\n" + bytes(range(256))
    body = b'{"name": "put", "args": {"name": "a.png"}}\n' + picture
    _, data = asked(server, "POST", "/call", body, {TOKEN: server.token})
    assert json.loads(data)["ok"]["size"] == len(picture)
    called(server, "drop", name="a.png")
    body = json.dumps({"name": "pdf", "args": {"text": SMALL, "parts": ["sheets", "gym"]}}).encode() + b"\n"
    response, data = asked(server, "POST", "/call", body, {TOKEN: server.token})
    assert response.headers["Content-Type"] == "application/octet-stream"
    line, _, rest = data.partition(b"\n")
    sizes = [file["size"] for file in json.loads(line)["ok"]["files"]]
    assert sum(sizes) == len(rest) and rest.startswith(b"%PDF") and rest[sizes[0] :].startswith(b"%PDF")


def test_a_port_that_is_taken_is_said_in_one_line(server: StudioServer, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=f"^port {server.port} is taken"):
        StudioServer(Engine(tmp_path), server.port)


def test_it_listens_on_the_loopback_alone(server: StudioServer) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert (
        server.address == f"http://127.0.0.1:{server.port}/#token={server.token}" and len(server.token) > 30
    )


# The folder -----------------------------------------------------------------------------------------


def test_plans_of_the_folder_are_listed_opened_and_saved(server: StudioServer) -> None:
    hello = called(server, "hello")["ok"]
    assert hello["service"] and hello["plan"] == "spring.yaml" and hello["folder"].startswith("plans")
    assert "spring.yaml" in called(server, "files")["ok"]["files"]
    opened = called(server, "open", name="spring.yaml")["ok"]
    assert opened["text"] == SMALL
    text = "\ufeff" + SMALL.replace("\n", "\r\n")
    saved = called(server, "save", name="spring.yaml", text=text, seen=opened["seen"])["ok"]
    assert saved["saved"] and saved["seen"] != opened["seen"]
    assert called(server, "open", name="spring.yaml")["ok"] == {
        "name": "spring.yaml", "text": text, "seen": saved["seen"]
    }  # fmt: skip


def test_a_file_that_changed_meanwhile_is_not_written_over(server: StudioServer) -> None:
    called(server, "save", name="new.yaml", text=SMALL)
    again = called(server, "save", name="new.yaml", text="title: Other\n")["ok"]
    assert not again["saved"] and called(server, "open", name="new.yaml")["ok"]["text"] == SMALL
    assert called(server, "save", name="new.yaml", text="title: Other\n", seen=again["seen"])["ok"]["saved"]


def test_pictures_are_looked_for_next_to_the_plan(tmp_path: Path) -> None:
    club = tmp_path / "club"
    club.mkdir()
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    (club / "logo.svg").write_text(logo, "utf-8")
    text = f"{SMALL}club: {{name: Club, logo: logo.svg}}\n"
    (club / "plan.yaml").write_text(text, "utf-8")
    engine = Engine(tmp_path)
    folder = PlanFolder(tmp_path, engine)
    assert [one["field"] for one in engine.plans.check(text).data["findings"] if one["level"] == "error"]
    folder.open("club/plan.yaml")
    assert not [one for one in engine.plans.check(text).data["findings"] if one["level"] == "error"]


def test_pictures_that_were_put_are_saved_with_the_plan_and_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "there.svg").write_text("mine", "utf-8")
    engine = Engine(tmp_path)
    folder = PlanFolder(tmp_path, engine)
    for name in ("logo.svg", "there.svg", "../out.svg", ".hidden.svg", "a\\b.svg", "plan.yaml.txt"):
        engine.plans.files = {**engine.plans.files, name: b"<svg/>"}
    folder.save("plan.yaml", SMALL)
    assert {one.name for one in tmp_path.iterdir()} == {"logo.svg", "there.svg", "plan.yaml"}
    assert (tmp_path / "there.svg").read_text("utf-8") == "mine"
    assert (tmp_path / "logo.svg").read_bytes() == b"<svg/>" and not (tmp_path.parent / "out.svg").exists()


@pytest.mark.parametrize(
    "name",
    ["../x.yaml", "/etc/x.yaml", "a/../../x.yaml", "out.yaml", "out/x.yaml", ".hidden.yaml", "C:\\x.yaml",
     "\\\\host\\x.yaml", "", "x.txt", "~/x.yaml", "x\0.yaml", "nowhere/x.yaml", "f" * 300 + ".yaml", "folder.yaml"],
)  # fmt: skip
def test_nothing_outside_the_folder_is_opened_or_written(tmp_path: Path, name: str) -> None:
    inner, outer = tmp_path / "in", tmp_path / "out"
    for folder in (inner, outer, inner / "folder.yaml"):
        folder.mkdir()
    (outer / "x.yaml").write_text(SMALL, "utf-8")
    (inner / "out").symlink_to(outer)
    (inner / "out.yaml").symlink_to(outer / "x.yaml")
    engine = Engine(inner)
    engine.add(PlanFolder(inner, engine).messages)
    for message in (
        {"name": "open", "args": {"name": name}},
        {"name": "save", "args": {"name": name, "text": "x"}},
    ):
        answer = json.loads(engine.call(json.dumps(message))[0])
        assert answer["error"]["fault"] is False and "\n" not in answer["error"]["message"]
    assert (outer / "x.yaml").read_text("utf-8") == SMALL
    assert engine.call('{"name": "files"}')[0].startswith('{"ok":{"files":[]}')


# The command ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["nothing.yaml"], "no file 'nothing.yaml'"),
        (["../other.yaml"], "isn't in this folder"),
        (["--port", "70000"], "70000"),
    ],
)
def test_what_cannot_be_served_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], words: str
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "other.yaml").write_text(SMALL, "utf-8")
    monkeypatch.chdir(tmp_path / "in")
    ran = CliRunner().invoke(app, ["studio", "--no-browser", *args], standalone_mode=False)
    assert words in str(ran.exception)


def test_the_command_says_the_address_and_ends_quietly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "spring.yaml").write_text(SMALL, "utf-8")
    monkeypatch.chdir(tmp_path)
    found: list[str] = []

    def serve(server: StudioServer) -> None:
        found.append(server.address)
        assert json.loads(server.engine.call('{"name": "hello"}')[0])["ok"]["plan"] == "spring.yaml"
        raise KeyboardInterrupt

    monkeypatch.setattr(StudioServer, "serve_forever", serve)
    ran = CliRunner().invoke(app, ["studio", "spring.yaml", "--no-browser", "--port", "0"])
    assert ran.exit_code == 0 and f"Studio is at {found[0]}\n" in ran.output
    port = int(found[0].split(":")[2].partition("/")[0])
    with socket.socket() as free:
        free.bind(("127.0.0.1", port))  # it was given back


def test_every_file_of_the_page_has_a_type() -> None:
    files = [file for file in PAGE.rglob("*") if file.is_file() and file.suffix]
    assert {file.suffix for file in files} <= {*TYPES, ".md"}

"""Files written to S3, as a server of this computer plays it: `pip install -e ".[s3]"`, then `pytest -m deep`."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.kit import Command

pytestmark = pytest.mark.deep
s3fs = pytest.importorskip("s3fs", reason="the extra 's3' isn't installed")
serving = pytest.importorskip("moto.server", reason="the extra 's3' isn't installed")

BUCKET = "club"
PLAN = "title: Week\nweeks:\n  - tue: {run: 8 km easy}\n"
TABLE = "Name,5k time\nRunner 1,20:00\nRünner 2,21:00\nRunner 3,22:00\n"
WISH = ("build", "plan.yaml", "--roster", "club.csv", "--only", "sheets")


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A server with a bucket, which is what S3 is for the time of a test."""
    server = serving.ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nobody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "nothing")
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    s3fs.S3FileSystem.clear_instance_cache()
    try:
        files = s3fs.S3FileSystem()
        files.makedirs(BUCKET, exist_ok=True)
        yield files
    finally:
        s3fs.S3FileSystem.clear_instance_cache()
        server.stop()


def test_a_bucket_gets_the_files_of_a_folder(command: Command, in_folder: Path, store: Any) -> None:
    Path("plan.yaml").write_text(PLAN)
    Path("club.csv").write_text(TABLE)
    assert command(*WISH, "-o", "alone").code == 0
    url = f"s3://{BUCKET}/spring"
    done = command(*WISH, "-o", url)
    assert done.code == 0, done.err
    names = {path.name for path in Path("alone").iterdir() if path.suffix in (".pdf", ".json")}
    assert {path.rpartition("/")[2] for path in store.ls(f"{BUCKET}/spring", detail=False)} == names
    for path in Path("alone").glob("*.pdf"):
        made = store.cat_file(f"{BUCKET}/spring/{path.name}")
        assert sha256(made).digest() == sha256(path.read_bytes()).digest()
    Path("club.csv").write_text(TABLE.replace("22:00", "23:00"))
    again = command(*WISH, "-o", url)
    assert (
        again.out == f"{url}: wrote 1 file, {again.out.partition('file, ')[2]}" and "2 unchanged" in again.out
    )


def test_a_bucket_that_is_not_there_is_reported(command: Command, in_folder: Path, store: Any) -> None:
    Path("plan.yaml").write_text(PLAN)
    Path("club.csv").write_text(TABLE)
    store.rm(BUCKET, recursive=True)
    done = command(*WISH, "-o", "s3://Not A Bucket/spring")
    assert done.code != 0 and "s3://Not A Bucket/spring" in done.err and "Traceback" not in done.err

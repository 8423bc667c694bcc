import hashlib
import io
import tarfile
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

import numpy as np
import pytest

from seqtui.corpora import Corpus, load_corpus
from seqtui.corpora.imdb import download_archive, read_archive, read_folder, read_unlabelled
from seqtui.errors import InputError

Members = dict[str, bytes]


@pytest.fixture(scope="module")
def members(corpus: Corpus) -> Members:
    """Real reviews under the official names, and the other files of the official archive."""
    files = {
        "aclImdb/README": b"read me",
        "aclImdb/train/unsup/0_0.txt": b"no label",
        "aclImdb/imdb.vocab": b"the",
    }
    small = corpus.limited(120)
    for part, reviews in (("train", small.train), ("test", small.test)):
        for number, (text, label) in enumerate(zip(reviews.texts, reviews.labels, strict=True)):
            text = text.replace("<br /><br />", "\r\n")  # line endings are part of a review
            files[f"aclImdb/{part}/{('neg', 'pos')[label]}/{number}_{(2, 9)[label]}.txt"] = text.encode()
    return files


def write_archive(path: Path, files: Members) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        add(archive, files)
    return path


def add(archive: tarfile.TarFile, files: Members) -> None:
    for name, content in files.items():
        member = tarfile.TarInfo(name)
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))


@pytest.fixture
def archive(tmp_path: Path, members: Members) -> Path:
    (tmp_path / "served").mkdir()
    return write_archive(tmp_path / "served" / "aclImdb_v1.tar.gz", members)


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    servers = []

    def start(folder: Path, handler: type[SimpleHTTPRequestHandler] = SimpleHTTPRequestHandler) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/aclImdb_v1.tar.gz"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def md5(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def test_the_archive_keeps_its_own_split(archive: Path, members: Members) -> None:
    corpus = load_corpus(str(archive))
    assert (len(corpus.train), len(corpus.test)) == (80, 40)
    for part, reviews in (("train", corpus.train), ("test", corpus.test)):
        expected = {
            (content.decode(), "/pos/" in name)
            for name, content in members.items()
            if f"/{part}/" in name and "unsup" not in name
        }
        assert set(zip(reviews.texts, (reviews.labels == 1).tolist(), strict=True)) == expected


def test_the_extracted_folder_is_the_same_corpus(archive: Path, members: Members, tmp_path: Path) -> None:
    for name, content in members.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    corpus = read_archive(archive)
    assert read_folder(tmp_path / "aclImdb").fingerprint() == corpus.fingerprint()
    assert read_folder(tmp_path).fingerprint() == corpus.fingerprint()


def test_the_reviews_without_labels_are_read_in_the_order_of_their_numbers(
    tmp_path: Path, members: Members
) -> None:
    more = {f"aclImdb/train/unsup/{number}_0.txt": f"review {number}".encode() for number in (10, 2)}
    archive = write_archive(tmp_path / "with.tar.gz", {**members, **more})
    assert read_unlabelled(archive) == ["no label", "review 2", "review 10"]
    labelled = {name: content for name, content in members.items() if "unsup" not in name}
    without = write_archive(tmp_path / "without.tar.gz", labelled)
    with pytest.raises(InputError, match="contains no reviews named aclImdb/train/unsup"):
        read_unlabelled(without)


def test_members_with_hostile_names_are_skipped(tmp_path: Path, members: Members) -> None:
    path = tmp_path / "hostile.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        add(archive, members)
        for name, kind in (
            ("../../escaped.txt", tarfile.REGTYPE),
            ("/aclImdb/train/pos/1_9.txt", tarfile.REGTYPE),
            ("aclImdb/train/pos/../../../7777_9.txt", tarfile.REGTYPE),
            ("aclImdb/train/pos/8888_9.txt", tarfile.SYMTYPE),
            ("aclImdb/train/pos/9999_9.txt", tarfile.CHRTYPE),
        ):
            member = tarfile.TarInfo(name)
            member.type = kind
            member.linkname = "/etc/passwd"
            archive.addfile(member)
    before = sorted(tmp_path.rglob("*"))
    assert len(read_archive(path).train) == 80
    assert sorted(tmp_path.rglob("*")) == before


def test_a_member_too_large_for_a_review_is_refused_before_it_is_read(
    tmp_path: Path, members: Members
) -> None:
    path = write_archive(tmp_path / "bomb.tar.gz", {**members, "aclImdb/train/pos/7_9.txt": b"a" * (1 << 21)})
    with pytest.raises(InputError, match=r"bomb\.tar\.gz.*7_9.txt.*too large"):
        read_archive(path)


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda content: content[: len(content) // 2], "not a readable aclImdb archive"),
        (lambda _: b"<html>not found</html>", "not a readable aclImdb archive"),
        (lambda _: b"", "not a readable aclImdb archive"),
    ],
)
def test_a_damaged_archive_is_refused(archive: Path, damage: Callable[[bytes], bytes], message: str) -> None:
    archive.write_bytes(damage(archive.read_bytes()))
    with pytest.raises(InputError, match=rf"aclImdb_v1\.tar\.gz: {message}"):
        read_archive(archive)


@pytest.mark.parametrize("mode", ["w:gz", "w:xz", "w:"])
def test_an_archive_damaged_in_the_middle_is_not_read_as_a_shorter_one(
    tmp_path: Path, members: Members, mode: Literal["w:gz", "w:xz", "w:"]
) -> None:
    path = tmp_path / "damaged.tar"
    with tarfile.open(path, mode) as archive:
        add(archive, members)
    content = bytearray(path.read_bytes())
    middle = len(content) * 7 // 10 // 512 * 512
    content[middle : middle + 4096] = b"\xa5" * 4096  # in an uncompressed archive this includes a header
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"damaged\.tar: not a readable aclImdb archive|not UTF-8"):
        read_archive(path)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"other/train/pos/1_9.txt": b"a"}, "contains no reviews named"),
        ({"aclImdb/train/pos/1_9.txt": b"\xff"}, "1_9.txt' is not UTF-8"),
        (
            {"aclImdb/train/pos/1_9.txt": b"a", "aclImdb/test/pos/1_9.txt": b"a"},
            "none of the training reviews is",
        ),
    ],
)
def test_an_archive_with_other_contents_is_refused(tmp_path: Path, files: Members, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_archive(write_archive(tmp_path / "other.tar.gz", files))


def test_a_download_is_checked_and_cached(archive: Path, tmp_path: Path, serve: Callable[..., str]) -> None:
    url, cache = serve(archive.parent), tmp_path / "cache"
    downloaded = download_archive(url, md5(archive), cache)
    assert np.array_equal(read_archive(downloaded).train.labels, read_archive(archive).train.labels)
    archive.unlink()  # the second call must use the cache
    assert download_archive(url, md5(downloaded), cache) == downloaded


class CutShort(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        content = (Path(self.directory) / "aclImdb_v1.tar.gz").read_bytes()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[: len(content) // 2])


def test_an_interrupted_download_leaves_no_file(
    archive: Path, tmp_path: Path, serve: Callable[..., str]
) -> None:
    cache = tmp_path / "cache"
    with pytest.raises(InputError, match="--data imdb-25k"):
        download_archive(serve(archive.parent, CutShort), md5(archive), cache)
    assert not list(cache.iterdir())


def test_a_download_with_a_wrong_checksum_leaves_no_file(
    archive: Path, tmp_path: Path, serve: Callable[..., str]
) -> None:
    cache = tmp_path / "cache"
    with pytest.raises(InputError, match=r"wrong checksum.*--data imdb-25k"):
        download_archive(serve(archive.parent), "0" * 32, cache)
    assert not list(cache.iterdir())


def test_without_network_and_cache_the_error_suggests_the_offline_source(
    archive: Path, tmp_path: Path, serve: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    url = serve(archive.parent).replace("aclImdb_v1", "absent")
    with pytest.raises(InputError, match="use --data imdb-25k, which works offline"):
        download_archive(url, md5(archive), tmp_path)
    monkeypatch.setattr("seqtui.corpora.imdb.platformdirs.user_cache_path", lambda _: tmp_path / "cache")
    unreachable = "http://127.0.0.1:9/aclImdb_v1.tar.gz"  # nothing listens on the discard port
    with pytest.raises(InputError, match="use --data imdb-25k, which works offline") as raised:
        download_archive(unreachable, md5(archive))
    assert "\n" not in str(raised.value)

"""What an earlier report has left goes; what is anybody else's is never touched."""

from hashlib import sha256
from pathlib import Path

import click
import pytest

from simulator.cli.putting import SUMS, Put, put
from simulator.cli.reported import File

PAGE = File("report.html", b"whole")
ARTA = File("personal/arta-watch.html", b"Arta")
NORTH = File("navigator/north-enterprise.json", b"{}")


def there(folder: Path) -> set[str]:
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return files - {SUMS}


def listed(folder: Path) -> list[str]:
    return [line.partition("  ")[2] for line in (folder / SUMS).read_text("utf-8").splitlines()]


def test_what_only_an_earlier_report_had_goes(tmp_path: Path):
    # given a report with a page for Arta, and what people put beside it
    assert put(tmp_path, [PAGE, ARTA, NORTH]) == Put((), ())
    for own in ("notes.md", "personal.txt", "navigator/ours.json", "report.docx"):
        (tmp_path / own).write_text("own")
    # when it is made again without her, and of another team
    became = put(tmp_path, [PAGE._replace(raw=b"again")])
    # then her page and the layer are gone with the folder that is empty, and nothing else
    assert became == Put((ARTA.name, NORTH.name), ())
    assert there(tmp_path) == {
        "report.html", "notes.md", "personal.txt", "navigator/ours.json", "report.docx"
    }  # fmt: skip
    assert not (tmp_path / "personal").exists()
    assert listed(tmp_path) == ["report.html"]
    assert sha256(b"again").hexdigest() in (tmp_path / SUMS).read_text("utf-8")


def test_what_somebody_changed_stays_and_is_named_each_time(tmp_path: Path):
    put(tmp_path, [PAGE, ARTA])
    (tmp_path / ARTA.name).write_text("Arta, and a word of mine")
    for _ in range(2):
        assert put(tmp_path, [PAGE]) == Put((), (ARTA.name,))
    assert there(tmp_path) == {PAGE.name, ARTA.name}
    (tmp_path / ARTA.name).unlink()
    assert put(tmp_path, [PAGE]) == Put((ARTA.name,), ())
    assert listed(tmp_path) == [PAGE.name]


def test_one_that_was_ended_half_way_is_cleared_up_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    put(tmp_path, [PAGE, NORTH])
    with monkeypatch.context() as broken:
        broken.setattr("simulator.cli.putting._taken", _ended)
        with pytest.raises(KeyboardInterrupt):
            put(tmp_path, [PAGE._replace(raw=b"new"), ARTA])
    assert there(tmp_path) == {PAGE.name, NORTH.name, ARTA.name}
    put(tmp_path, [PAGE])
    assert there(tmp_path) == {PAGE.name}


def _ended(*_: object) -> bool:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    "name",
    ["../own.txt", "notes.md", "/etc/hostname", "personal/../own.txt", "csv/../../own.txt", "own",
     "personal/a\\b.html", "report.html/../own.txt", "C:own.html", "personal/x.html/"],
)  # fmt: skip
def test_a_list_that_names_other_files_is_somebody_s(tmp_path: Path, name: str):
    folder = tmp_path / "out"
    for own in (tmp_path / "own.txt", folder / "own.txt", folder / "notes.md", folder / "own"):
        own.parent.mkdir(exist_ok=True)
        own.write_bytes(b"own")
    theirs = f"{sha256(b'own').hexdigest()}  {name}\n"
    (folder / SUMS).write_text(theirs)
    with pytest.raises(click.ClickException, match=r"SHA256SUMS is not, or not any more, what"):
        put(folder, [PAGE])
    assert (folder / SUMS).read_text() == theirs
    assert there(tmp_path) == {
        "own.txt", "out/own.txt", "out/own", "out/notes.md", f"out/{SUMS}"
    }  # fmt: skip


@pytest.mark.parametrize("name", [PAGE.name, "csv", SUMS])
def test_what_people_have_there_under_a_name_of_ours_is_not_written_over(tmp_path: Path, name: str):
    # given a folder with a file of somebody's, or a report that somebody has edited
    if name == PAGE.name:
        put(tmp_path, [PAGE, ARTA])
    (tmp_path / name).write_text("own")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    # when another is written there
    with pytest.raises(click.ClickException, match=f"{name} is not, or not any more"):
        put(tmp_path, [ARTA._replace(raw=b"new"), PAGE, File("csv/msel.csv", b"")])
    # then nothing has changed; and once it is moved away, it goes well
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert after == before
    (tmp_path / name).unlink()
    assert put(tmp_path, [PAGE, File("csv/msel.csv", b"")]).left == ()


def test_nothing_is_taken_or_written_through_a_link(tmp_path: Path):
    # given a folder in which a page, and later a folder of pages, are links to what is not ours
    out, other = tmp_path / "out", tmp_path / "other"
    put(out, [PAGE, ARTA])
    other.mkdir()
    (other / "arta-watch.html").write_bytes(ARTA.raw)
    (out / ARTA.name).unlink()
    (out / ARTA.name).symlink_to(other / "arta-watch.html")
    assert put(out, [PAGE]) == Put((), (ARTA.name,))
    (out / ARTA.name).unlink()
    (out / "personal").rmdir()
    (out / "personal").symlink_to(other)
    assert put(out, [PAGE]) == Put((), (ARTA.name,))
    # when a page is to be written there, then nothing is
    with pytest.raises(click.ClickException, match="is a link"):
        put(out, [PAGE._replace(raw=b"new"), ARTA._replace(raw=b"new")])
    assert (out / PAGE.name).read_bytes() == PAGE.raw
    assert there(other) == {"arta-watch.html"}
    assert (other / "arta-watch.html").read_bytes() == ARTA.raw
    # and a folder that is a link itself is as any other
    (tmp_path / "way").symlink_to(out)
    assert put(tmp_path / "way", [PAGE._replace(raw=b"new")]).gone == ()
    assert (out / PAGE.name).read_bytes() == b"new"

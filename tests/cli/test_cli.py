"""The command as its users meet it: output, exit codes, quiet in a pipe, no traceback."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import cli
from generator.problems import CODES

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project(library: Path) -> Path:
    return library.parent


def test_check_prints_places_and_exits_by_severity(project: Path) -> None:
    sound = run("check", cwd=project)
    assert sound.returncode == 0
    assert sound.stdout.startswith("content/roles/librarian.yaml:18:5 missing-translation warning: ")
    assert re.fullmatch(
        "1 warning. 2 roles, 2 stages, 1 case, 1 metric, 2 terms, 1 guide, 1 source; "
        r"4 of 4 statements accounted for; 1 translation missing; figures agree in (\d+) of \1 texts.",
        sound.stdout.splitlines()[-1],
    )
    assert sound.stderr == ""
    librarian = project / "content" / "roles" / "librarian.yaml"
    whole = librarian.read_text("utf-8")
    librarian.write_text(whole.replace("{zh: 回答读者的问题。}", "{zh: 答问。, en: Answer.}"), "utf-8")
    assert run("check", cwd=project).stdout.startswith("No problems. 2 roles, ")
    librarian.write_text(whole, "utf-8")
    role = project / "content" / "roles" / "shelver.yaml"
    role.write_text(role.read_text("utf-8").replace("family: stacks", "family: stack"), "utf-8")
    broken = run("check", cwd=project)
    assert broken.returncode == 1
    assert "content/roles/shelver.yaml:2:1 unknown-reference error: " in broken.stdout
    assert broken.stdout.splitlines()[-1].startswith("1 error, 1 warning. 2 roles, ")
    role.write_text("title: {", "utf-8")
    assert run("check", cwd=project).stdout.splitlines()[-1] == "1 error, 1 warning."


def test_check_for_machines(project: Path) -> None:
    (problem,) = json.loads(run("check", "--format", "json", cwd=project).stdout)
    assert (problem["path"], problem["line"], problem["column"]) == ("content/roles/librarian.yaml", 18, 5)
    assert problem["code"] == "missing-translation"
    github = run("check", "--format", "github", cwd=project).stdout
    assert github.startswith("::warning file=content/roles/librarian.yaml,line=18,col=5,title=missing-translation::")


def test_check_without_content(tmp_path: Path) -> None:
    result = run("check", cwd=tmp_path)
    assert result.returncode == 1
    assert "content/handbook.yaml:1:1 file-missing error: " in result.stdout
    assert "Traceback" not in result.stderr


def test_render_writes_or_says_why_not(project: Path) -> None:
    result = run("render", cwd=project)
    assert (result.returncode, result.stdout) == (0, "")
    assert (project / "site_src" / "en" / "roles" / "librarian.md").exists()
    assert "\r" not in result.stderr  # progress is for terminals
    (project / "content" / "metrics.yaml").write_text("metrics: [", "utf-8")
    result = run("render", cwd=project)
    assert result.returncode == 1
    assert "content/metrics.yaml:1:10 yaml-syntax error: " in result.stdout


def test_render_takes_the_address_of_the_site(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "handbook.example")
    result = run("render", cwd=project)
    assert result.returncode == 2
    assert "SITE_URL is `handbook.example`" in result.stderr
    assert not (project / "site_src").exists()
    monkeypatch.setenv("SITE_URL", "https://handbook.example")
    assert run("render", cwd=project).returncode == 0
    page = (project / "site_src" / "en" / "roles" / "librarian.md").read_text("utf-8")
    assert 'address: "https://handbook.example/en/roles/librarian.html"\n' in page


@pytest.mark.parametrize("variable", ["SITE_URL", "REPO_URL"])
@pytest.mark.parametrize(
    "said", ["javascript://a/%0aalert(1)", 'https://a.b/"><i>', "https://a.b/c d", "http://[", "https://a.b/?c"]
)
def test_build_takes_no_address_that_is_none(
    project: Path, monkeypatch: pytest.MonkeyPatch, variable: str, said: str
) -> None:
    (project / "mkdocs.yml").touch()
    monkeypatch.setenv(variable, said)
    result = run("build", cwd=project)
    assert result.returncode == 2
    assert f"{variable} is `{said}`" in result.stderr
    assert not (project / "site").exists()


def test_build_outside_a_handbook(tmp_path: Path) -> None:
    result = run("build", cwd=tmp_path)
    assert result.returncode == 2
    assert "mkdocs.yml" in result.stderr


@pytest.mark.parametrize("code", sorted(CODES))
def test_explain_every_code(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain", code]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{code} ({CODES[code].severity})\n\n")
    assert len(said) > 40


def test_explain_lists_all_and_refuses_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["explain"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(CODES)
    assert cli.main(["explain", "no-such-code"]) == 2


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("role/librarian#duty-lending", "  rules#1  rules.txt:1:3 responsibility zh-Hans"),
        ("rules#3", "  role/librarian#duty-answering  答问"),
        ("rules#4", "  not for the handbook: 开馆时间另行公布。"),
    ],
)
def test_trace(project: Path, what: str, expected: str) -> None:
    result = run("trace", what, cwd=project)
    assert result.returncode == 0
    assert expected in result.stdout.splitlines()


@pytest.mark.parametrize("what", ["rules#99", "role/nobody", "rules#x", "#", ""])
def test_trace_of_nothing(project: Path, what: str) -> None:
    result = run("trace", what, cwd=project)
    assert result.returncode == 2
    assert "There is no item and no statement" in result.stderr


def test_ingest_the_samples(tmp_path: Path) -> None:
    result = run("ingest", ROOT / "samples", "--into", tmp_path, cwd=tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
    names = sorted(file.stem for file in (ROOT / "samples").glob("*.txt"))
    assert names
    for folder in ("content/ledger", "content/sources", "drafts"):
        assert sorted(file.stem for file in (tmp_path / folder).iterdir()) == names
    again = run("ingest", ROOT / "samples", "--into", tmp_path, cwd=tmp_path)
    assert "wrote" not in again.stderr


def test_ingest_json_writes_nothing(tmp_path: Path) -> None:
    result = run("ingest", ROOT / "samples", "--json", "--into", tmp_path, cwd=tmp_path)
    found = json.loads(result.stdout)
    assert {"source", "kind", "postings", "dropped", "repairs"} <= set(found[0])
    assert list(tmp_path.iterdir()) == []


def test_ingest_json_of_a_folder_with_a_bad_file(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "bad.txt").write_bytes(b"\x00\xff\xfe\x00binary\xff")
    (tmp_path / "texts" / "good.txt").write_text("岗位职责\n1、排班；\n2、打烊。\n", "utf-8")
    result = run("ingest", "texts", "--json", cwd=tmp_path)
    assert result.returncode == 1
    assert [found["source"] for found in json.loads(result.stdout)] == ["good"]
    assert "encoding-undecodable" in result.stderr


def test_ingest_shows_progress_on_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text("岗位职责\n1、排班；\n2、打烊。\n", "utf-8")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert cli.main(["ingest", str(tmp_path), "--into", str(tmp_path)]) == 0
    said = capsys.readouterr().err
    assert re.search(r"\rReading 1/2, [\d.]+ a second, \d+:\d\d left", said)
    assert re.search(r"\rReading 2/2, [\d.]+ a second, 0:00 left", said)


def test_ingest_keeps_the_words_where_they_may_be_quoted(tmp_path: Path) -> None:
    text = tmp_path / "shop.txt"
    text.write_text("工作內容：\n1、負責排班；\n2、打烊。\n", "utf-8")
    run("ingest", text, "--into", tmp_path, cwd=tmp_path)
    ledger = tmp_path / "content" / "ledger" / "shop.yaml"
    cited = ledger.read_text("utf-8")
    assert "排班" not in cited
    record = tmp_path / "content" / "sources" / "shop.yaml"
    record.write_text(record.read_text("utf-8").replace("rights: cite", "rights: quote"), "utf-8")
    run("ingest", text, "--into", tmp_path, cwd=tmp_path)
    assert 'text: "負責排班；", simplified: "负责排班；"}' in ledger.read_text("utf-8")
    record.write_text("rights: maybe\n", "utf-8")
    result = run("ingest", text, "--into", tmp_path, cwd=tmp_path)
    assert result.returncode == 1
    assert "content/sources/shop.yaml" in result.stdout
    assert "排班" in ledger.read_text("utf-8")


def test_a_draft_shows_sub_points_and_doubtful_pairs(tmp_path: Path) -> None:
    text = tmp_path / "shop.txt"
    text.write_text(
        "岗位职责\n1、管好门店；\n  a) 排班；\n  b) 打烊。\n2、守时。\n"
        "Requirements\n- Run the shop for 5 years.\n- Count stock in Excel.\n"
        "任职要求\n- 经营3年咖啡店，维护供应商。\n- 用Excel盘点库存。\n",
        "utf-8",
    )
    run("ingest", text, "--into", tmp_path, cwd=tmp_path)
    draft = (tmp_path / "drafts" / "shop.yaml").read_text("utf-8")
    assert "  # under: 管好门店；\n  - from:\n    - shop#2\n    under:\n    - shop#1\n" in draft
    assert "  # do these two say the same? They agree by 0." in draft


def test_ingest_explain(tmp_path: Path) -> None:
    result = run("ingest", ROOT / "samples", "--explain", cwd=tmp_path)
    assert result.returncode == 0
    assert " → " in result.stdout
    assert list(tmp_path.iterdir()) == []


def test_ingest_keeps_a_draft_that_was_edited(tmp_path: Path) -> None:
    sample = sorted((ROOT / "samples").glob("*.txt"))[0]
    run("ingest", sample, "--into", tmp_path, cwd=tmp_path)
    draft = tmp_path / "drafts" / f"{sample.stem}.yaml"
    draft.write_text(draft.read_text("utf-8") + "# mine\n", "utf-8")
    copy = tmp_path / sample.name
    copy.write_text(sample.read_text("utf-8") + "\n新增一条：每周一清点。\n", "utf-8")
    run("ingest", copy, "--into", tmp_path, cwd=tmp_path)
    assert draft.read_text("utf-8").endswith("# mine\n")


def test_ingest_reports_a_bad_file_and_goes_on(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    shutil.copy(sorted((ROOT / "samples").glob("*.txt"))[0], texts / "good.txt")
    (texts / "bad.txt").write_bytes(b"\x00\xff\xfe\x00binary\xff")
    (texts / "empty.txt").write_bytes(b"")
    result = run("ingest", texts, texts / "none.txt", "--into", tmp_path, cwd=tmp_path)
    assert result.returncode == 1
    assert "encoding-undecodable" in result.stdout
    assert "text-empty" in result.stdout
    assert "file-missing" in result.stdout
    assert (tmp_path / "content" / "ledger" / "good.yaml").exists()
    assert "Traceback" not in result.stderr


def test_ingest_never_replaces_a_broken_ledger(tmp_path: Path) -> None:
    sample = sorted((ROOT / "samples").glob("*.txt"))[0]
    ledger = tmp_path / "content" / "ledger" / f"{sample.stem}.yaml"
    ledger.parent.mkdir(parents=True)
    ledger.write_text("source: [", "utf-8")
    result = run("ingest", sample, "--into", tmp_path, cwd=tmp_path)
    assert result.returncode == 1
    assert f"content/ledger/{sample.stem}.yaml:1:9 yaml-syntax" in result.stdout
    assert ledger.read_text("utf-8") == "source: ["


def test_two_texts_for_one_source(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "rules.txt").write_text("1. 每天清点。\n2. 每周盘点。\n", "utf-8")
    result = run("ingest", tmp_path / "a", tmp_path / "b", "--into", tmp_path, cwd=tmp_path)
    assert result.returncode == 1
    assert "twin-id" in result.stdout


def test_a_closed_pipe_is_no_error(project: Path) -> None:
    command = f"{sys.executable} -m generator.cli explain | head -n 1"
    done = subprocess.run(
        command,
        shell=True,
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr


def test_ctrl_c_leaves_whole_files(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(400):
        (texts / f"t{number:03}.txt").write_text("岗位职责\n" + "1、每天清点货架，缺货当天补上。\n" * 60, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "generator.cli", "ingest", str(texts), "--into", str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    ledgers = tmp_path / "content" / "ledger"
    for _ in range(600):
        if ledgers.is_dir() and list(ledgers.iterdir()):
            break
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    if process.returncode != 0:  # a very fast machine may have finished
        assert process.returncode == 130, said
        assert "Traceback" not in said
    assert not list(tmp_path.rglob("*.part"))


def test_ingest_shows_what_an_edited_draft_would_be_now(tmp_path: Path) -> None:
    text = tmp_path / "shop.txt"
    text.write_text("岗位职责\n1、每天清点货架；\n2、每周盘点一次。\n", "utf-8")
    run("ingest", text, "--into", tmp_path, cwd=tmp_path)
    draft = tmp_path / "drafts" / "shop.yaml"
    draft.write_text(draft.read_text("utf-8").replace("每周盘点一次", "每周盘点两次"), "utf-8")
    result = run("ingest", text, "--into", tmp_path, cwd=tmp_path)
    assert "--- drafts/shop.yaml (yours)" in result.stdout
    assert "+    zh: 每周盘点一次。" in result.stdout
    assert "每周盘点两次" in draft.read_text("utf-8")
    assert "stays as it is" in result.stderr


def test_a_draft_says_what_the_handbook_holds_already(project: Path) -> None:
    text = project / "rules-two.txt"
    text.write_text("岗位职责\n1、办理借书，核对逾期率，见预约单；\n2、给盆栽换土修枝。\n", "utf-8")
    run("ingest", text, "--into", project, cwd=project)
    draft = (project / "drafts" / "rules-two.yaml").read_text("utf-8")
    assert "role/librarian#duty-lending (" in draft
    assert "supports: new" in draft


def test_many_files_are_read_side_by_side_and_told_in_order(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(24):
        (texts / f"t{number:02}.txt").write_text(f"岗位职责\n1、每天清点{number}号货架，缺货当天补上。\n", "utf-8")
    (texts / "t07.txt").write_bytes(b"\x00\xff\xfe\x00binary\xff")
    result = run("ingest", texts, "--into", tmp_path, cwd=tmp_path)
    assert result.returncode == 1
    told = [line.split(":")[0] for line in result.stderr.splitlines() if not line.startswith(" ")]
    assert told == [f"t{number:02}" for number in range(24) if number != 7]
    assert "t07.txt:1:1 encoding-undecodable" in result.stdout
    assert len(list((tmp_path / "content" / "ledger").iterdir())) == 23


@pytest.mark.parametrize(
    ("kind", "name", "file"),
    [
        ("role", "night-porter", "content/roles/night-porter.yaml"),
        ("stage", "stocktaking/count", "content/processes/stocktaking.yaml"),
        ("case", "open-shelves", "content/cases/open-shelves.yaml"),
    ],
)
def test_new_makes_a_record_that_check_accepts(project: Path, kind: str, name: str, file: str) -> None:
    result = run("new", kind, name, cwd=project)
    assert result.returncode == 0
    assert f"wrote {file}" in result.stderr
    checked = run("check", cwd=project)
    assert checked.returncode == 0, checked.stdout
    assert run("new", kind, name, cwd=project).returncode == 2


@pytest.mark.parametrize(
    ("kind", "name", "file"),
    [("stage", "loan/count", "processes/loan.yaml"), ("term", "shelf-mark", "glossary.yaml")],
)
def test_new_prints_what_to_paste_where_a_file_is_there(project: Path, kind: str, name: str, file: str) -> None:
    target = project / "content" / file
    before = target.read_text("utf-8")
    result = run("new", kind, name, cwd=project)
    assert result.returncode == 0
    assert target.read_text("utf-8") == before
    target.write_text(before + result.stdout, "utf-8")
    assert run("check", cwd=project).returncode == 0


@pytest.mark.parametrize("name", ["Night Porter", "../evil", "a/b", "", "夜班"])
def test_new_refuses_what_is_no_id(project: Path, name: str) -> None:
    result = run("new", "role", name, cwd=project)
    assert result.returncode == 2
    assert "is no id" in result.stderr


def test_trace_says_what_was_meant(project: Path) -> None:
    assert "Did you mean `role/librarian#duty-lending`?" in run("trace", "role/librarian#duty-lend", cwd=project).stderr

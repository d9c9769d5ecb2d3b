"""How a run ends: signals, crashes, closed and full outputs, and terminals that speak other encodings."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sciplan_tui import crash
from sciplan_tui.exits import Exit

PLAN = (
    "某某市全民科学素质行动规划纲要实施方案（2021—2025年）\n一、重点任务\n（一）青少年科学素质提升行动。\n"
    "1. 办好科学教育活动。每年举办活动10场。（市教育局牵头，市科协、团市委负责）\n"
)
BROKEN = "import sys; from sciplan_tui import __main__ as m; m._run = lambda: 1 / 0; sys.exit(m.main())"
SECRET = (
    "import sys; from sciplan_tui import __main__ as m\n"
    "def fail(): raise KeyError('市教育局的秘密')\n"
    "m._run = fail; sys.exit(m.main())"
)
WAITING = (
    "import sys, time; from sciplan_tui import __main__ as m\n"
    "def wait():\n try: print('ready', flush=True); time.sleep(60)\n finally: print('swept', flush=True)\n"
    "m._run = wait; sys.exit(m.main())"
)


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "SCIPLAN", "XDG"))}
    return {**kept, "HOME": str(home), "SCIPLAN_LANG": "zh", **more}


def sciplan(home: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "sciplan_tui", *arguments]
    return subprocess.run(
        command, env=environment(home, **more), capture_output=True, check=False, stdin=subprocess.DEVNULL, cwd=home
    )


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "more", [{"PYTHONIOENCODING": "gbk"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
@pytest.mark.parametrize(
    "arguments", [["--help"], ["check", "plan.txt"], ["check", "plan.txt", "--json"], ["nonsense"]]
)
def test_no_encoding_ends_the_program(arguments: list[str], more: dict[str, str], plan: Path, tmp_path: Path) -> None:
    ran = sciplan(tmp_path, *arguments, **more)
    assert ran.returncode == (Exit.USAGE if arguments == ["nonsense"] else Exit.DONE), ran.stderr


def test_a_gbk_terminal_reads_chinese(plan: Path, tmp_path: Path) -> None:
    ran = sciplan(tmp_path, "check", "plan.txt", PYTHONIOENCODING="gbk")
    assert "市教育局" in ran.stdout.decode("gbk")
    assert "?" not in ran.stdout.decode("gbk")


def test_a_language_that_there_is_not_ends_the_program_with_a_sentence(tmp_path: Path) -> None:
    ran = sciplan(tmp_path, "--version", SCIPLAN_LANG="fr", LANG="en_US.UTF-8")
    assert (ran.returncode, ran.stdout) == (Exit.MEND, b"")
    assert ran.stderr.startswith(b"SCIPLAN_LANG=fr: ")


def test_nothing_is_coloured_where_nobody_looks(plan: Path, tmp_path: Path) -> None:
    assert b"\x1b" not in sciplan(tmp_path, "check", "plan.txt").stdout


def test_a_closed_pipe_is_quiet(plan: Path, tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m sciplan_tui check {"plan.txt " * 200} | head -n 1; echo "${{PIPESTATUS[0]}}"'
    ran = subprocess.run(
        ["bash", "-c", command], env=environment(tmp_path), capture_output=True, check=False, cwd=tmp_path
    )
    assert ran.stdout.split()[-1] == b"0"
    assert ran.stderr == b""


@pytest.mark.skipif(os.name != "posix", reason="descriptors are closed by a POSIX shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_closed_descriptors_do_no_harm(closed: str, plan: Path, tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m sciplan_tui check plan.txt {closed}'
    ran = subprocess.run(
        ["bash", "-c", command], env=environment(tmp_path), capture_output=True, check=False, cwd=tmp_path
    )
    assert ran.returncode in {Exit.DONE, Exit.MEND}
    assert b"Traceback" not in ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_behind_stdout_is_said(plan: Path, tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m sciplan_tui check plan.txt > /dev/full'
    ran = subprocess.run(
        ["bash", "-c", command], env=environment(tmp_path), capture_output=True, check=False, cwd=tmp_path
    )
    assert ran.returncode == Exit.MEND
    assert "没能写完" in ran.stderr.decode()
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="closes stdout as a POSIX shell does")
def test_an_export_to_a_closed_stdout_is_said(plan: Path, tmp_path: Path) -> None:
    database = {"SCIPLAN_DB": str(tmp_path / "own.db")}
    assert sciplan(tmp_path, "import", "plan.txt", **database).returncode == Exit.DONE
    command = f'"{sys.executable}" -m sciplan_tui export matrix >&-'
    ran = subprocess.run(
        ["bash", "-c", command], env=environment(tmp_path, **database), capture_output=True, check=False, cwd=tmp_path
    )
    assert ran.returncode == Exit.MEND
    assert "没能写完" in ran.stderr.decode()


def test_a_crash_leaves_a_private_report_and_says_where(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", BROKEN], env=environment(tmp_path), capture_output=True, check=False, umask=0
    )
    [report] = tmp_path.rglob("crash-*.txt")
    assert ran.returncode == Exit.CRASH
    assert str(report) in ran.stderr.decode()
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert stat.S_IMODE(report.parent.stat().st_mode) == 0o700
    assert "ZeroDivisionError" in report.read_text()


def test_a_report_holds_nothing_of_the_plans(tmp_path: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", SECRET], env=environment(tmp_path), capture_output=True, check=False)
    [report] = tmp_path.rglob("crash-*.txt")
    assert "KeyError" in report.read_text()
    assert "秘密" not in report.read_text() + ran.stderr.decode()


def test_a_crash_that_cannot_be_reported_is_still_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(crash, "report_folder", lambda: tmp_path / "file" / "folder")
    assert crash.write_report(ValueError()) is None


@pytest.mark.skipif(os.name != "posix", reason="POSIX signals")
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, Exit.TERMINATED), (signal.SIGHUP, Exit.HANGUP), (signal.SIGINT, Exit.INTERRUPT)],
)
def test_a_signal_sweeps_up_and_has_its_code(number: signal.Signals, code: Exit, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WAITING], env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    process.send_signal(number)
    out, err = process.communicate()
    assert (process.returncode, out, err) == (code, b"swept\n", b"")


def test_without_a_terminal_the_screens_are_refused_in_words(tmp_path: Path) -> None:
    ran = sciplan(tmp_path)
    assert (ran.returncode, ran.stdout) == (Exit.MEND, b"")
    assert "不是终端" in ran.stderr.decode()

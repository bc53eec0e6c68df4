"""What a shell completes: commands, options, flows, topics, laws and answers; in a real bash where there is one."""

import os
import shlex
import shutil
import sys
from pathlib import Path

import pytest
from folders import SMALL_FLOWS


@pytest.fixture
def completed(cg, monkeypatch):
    """Ask as fish does for what a command line may go on with, and in zsh what it means."""

    def ask(line, lang="zh"):
        monkeypatch.setenv("_CG_COMPLETE", "complete_fish")
        monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        run = cg(lang=lang)
        return dict((*shown.split("\t"), "")[:2] for shown in filter(None, run.out.splitlines()))

    return ask


def test_commands_are_completed(completed):
    assert list(completed("cg ")) == ["triage", "laws", "draft", "check", "graph", "book", "diff"]
    assert list(completed("cg tr")) == ["triage"]


def test_options_are_completed(completed):
    assert list(completed("cg triage --a")) == ["--answers", "--answer"]


@pytest.mark.parametrize(
    ("command", "forms"), [("triage", "json markdown plain terminal"), ("graph", "mermaid plain terminal")]
)
def test_formats_are_completed(completed, command, forms):
    assert list(completed(f"cg {command} --format ")) == forms.split()


def test_flows_are_completed_by_name_and_as_folders(completed, monkeypatch):
    monkeypatch.chdir(SMALL_FLOWS.parent)  # whose own name may have a space, which ends a word here

    assert list(completed("cg triage ")) == ["doorstep"]
    assert list(completed("cg check small_flows/")) == ["small_flows/visit"]


def test_topics_are_completed_with_their_names(completed):
    topics = completed("cg laws --topic ", lang="en")

    assert len(topics) > 10
    assert topics["threats"] == "Threats"


def test_laws_are_completed_by_any_of_their_names(completed):
    assert "民法典" in completed("cg laws 民")
    assert "psa" in completed("cg laws p", lang="en")


def test_answers_are_completed_with_what_they_mean(completed):
    assert completed("cg triage --answer where=o", lang="en") == {"where=outside": "Outside my door, and I am in"}
    assert len(completed("cg triage --answer ")) > 100


def test_a_second_choice_is_completed_behind_a_comma(completed):
    assert "danger=force,trapped" in completed("cg triage --answer danger=force,tr")


def test_nothing_is_offered_where_anything_may_stand(completed):
    assert completed("cg triage --answers ") == {}
    assert completed("cg triage --on ") == {}


@pytest.mark.parametrize(
    ("words", "at", "expected"),
    [
        (["cg", "tri"], 1, ["triage"]),
        (["cg", "triage", "--answer", "where", "=", "out"], 5, ["outside"]),
        (["cg", "triage", "--answer", "whe"], 3, None),
        (["cg", "triage", "--answer", "danger", "=", "force,tr"], 5, ["force,trapped"]),
        (["cg", "triage", "--format", "=", "j"], 4, ["json"]),
        (["cg", "triage", "--answer", "=", "where", "=", "out"], 6, ["outside"]),
    ],
)
def test_bash_which_ends_words_at_an_equals_sign_is_understood(cg, monkeypatch, words, at, expected):
    monkeypatch.setenv("_CG_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "\n".join(words))
    monkeypatch.setenv("COMP_CWORD", str(at))

    run = cg()

    told = run.out.split()
    assert run.err == ""
    assert told == expected if expected else {"where=outside", "where=inside"} <= set(told)


def test_a_shell_that_says_nothing_gets_nothing(cg, monkeypatch):
    monkeypatch.setenv("_CG_COMPLETE", "complete_bash")
    monkeypatch.delenv("COMP_WORDS", raising=False)

    run = cg()

    assert (run.status, run.out, run.err) == (1, "", "")


@pytest.fixture
def bash(started, tmp_path):
    """An interactive bash with a home of its own, in which `cg` is this program."""
    if not shutil.which("bash"):
        pytest.skip("there is no bash here")
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "cg"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m collector_guard "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / ".bashrc").write_text("PS1='ready> '\n", encoding="utf-8")
    path = os.pathsep.join([str(programs), os.environ["PATH"]])
    variables = {
        "HOME": str(tmp_path),
        "PATH": path,
        "CG_LANG": "en",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }

    def start():
        terminal = started(["bash"], columns=120, **variables)
        terminal.see("ready>")
        return terminal

    return start


def test_completion_is_installed_and_works(bash, tmp_path):
    first = bash()
    first.press("cg --install-completion\r")
    first.see("ready>", times=2)

    assert "bash" in first.text
    assert Path(tmp_path / ".bashrc").read_text(encoding="utf-8").count("/cg.sh") == 1
    second = bash()
    second.press("cg tri\tdoor\t--answer whose-\tmi\t")
    second.see("ready> cg triage doorstep --answer whose-debt=mine")

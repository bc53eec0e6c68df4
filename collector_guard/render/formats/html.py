"""A draft as one HTML file to be printed: no script, and nothing is fetched."""

from html import escape
from itertools import groupby

from collector_guard.drafts.written import Passage, PassageRole, Table, WrittenDraft
from collector_guard.flow.plan import Plan
from collector_guard.render.draft.outline import BOX, Outline, footer, outline
from collector_guard.render.formats import Document
from collector_guard.wording.sentences import readable

# What stands on the screen for the reader alone is not printed.
STYLE = """
@page { size: A4; margin: 15mm 15mm }
* { box-sizing: border-box }
body { font: 12pt/1.7 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "Songti SC", serif; color: #000;
  background: #fff; max-width: 46em; margin: 0 auto; padding: 1em; overflow-wrap: anywhere }
h1 { font-size: 1.5em; text-align: center; margin: 0 0 .6em }
h2 { font-size: 1.1em; margin: 1em 0 .2em; break-after: avoid }
p { margin: .4em 0 }
p, tr, li { break-inside: avoid }
p.for { font-weight: bold }
p.point, p.box { padding-left: 1.4em; text-indent: -1.4em; margin: .2em 0; line-height: 1.5 }
p.line { border-bottom: 1px solid #000; height: 1.9em }
table { border-collapse: collapse; width: 100%; margin: .5em 0; table-layout: fixed }
th, td { border: 1px solid #000; padding: .2em .4em; text-align: left; font-weight: normal; vertical-align: top }
td { height: 2.2em }
.note, footer { border-left: 3px solid #888; padding-left: .7em; color: #444; font-size: .9em }
footer { margin-top: 2em }
.large { font: bold 30pt/1.5 "Noto Sans CJK SC", "Source Han Sans SC", SimHei, "PingFang SC", sans-serif }
.large h1 { font-size: 42pt; border: 3px solid #000; padding: .2em }
.large h2 { font-size: 1em }
.large p { margin: .5em 0 }
.large .note, .large footer { font-size: 11pt; font-weight: normal; line-height: 1.5 }
@media print, (min-width: 40em) { .boxes { columns: 2; column-gap: 2em } }
@media print { .note, footer { display: none } body { padding: 0; max-width: none } }
@media (max-width: 30em) { .large { font-size: 17pt } .large h1 { font-size: 26pt } }
"""
# A page that asks for nothing is allowed nothing.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
HEAD = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body{large}>
<h1>{title}</h1>
"""
LANGUAGES = {"zh": "zh-CN", "en": "en"}
MARKS: dict[PassageRole, str] = {"point": "· ", "box": BOX}


def draft(draft: WrittenDraft, _plan: Plan | None, _columns: int) -> Document:
    """Write a whole draft; the language of the page is that of its texts."""
    head = HEAD.format(
        lang=LANGUAGES[draft.flow.language],
        policy=POLICY,
        title=_escaped(draft.draft.title),
        style=STYLE,
        large=' class="large"' if draft.draft.large else "",
    )
    entries = (_together(role, tuple(run)) for role, run in groupby(outline(draft), lambda entry: entry.role))
    return Document(
        "\n".join(
            (head.rstrip("\n"), *entries, f"<footer>{_escaped(footer(draft))}</footer>", "</body>", "</html>", "")
        )
    )


def _together(role: str, run: Outline) -> str:
    """Write entries of one role that follow each other: what is to be ticked in columns where there is room."""
    written = "\n".join(_table(entry) if isinstance(entry, Table) else _entry(entry) for entry in run)
    return f'<div class="boxes">\n{written}\n</div>' if role == "box" and len(run) > 1 else written


def _entry(entry: Passage) -> str:
    if entry.role == "heading":
        return f"<h2>{_escaped(entry.text)}</h2>"
    if entry.role == "line":
        return '<p class="line"></p>'
    return f'<p class="{entry.role}">{MARKS.get(entry.role, "")}{_escaped(entry.text)}</p>'


def _table(table: Table) -> str:
    head = "".join(f"<th>{_escaped(column)}</th>" for column in table.columns)
    row = f"<tr>{'<td></td>' * len(table.columns)}</tr>"
    return f"<table><thead><tr>{head}</tr></thead><tbody>{row * table.rows}</tbody></table>"


def _escaped(text: str) -> str:
    return escape(readable(text))

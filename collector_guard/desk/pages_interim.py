# ruff: noqa
# mypy: ignore-errors
"""Interim pages out of the layout of whole plans."""

from collector_guard.render import layout
from collector_guard.render.lines import Line, Page


def now_page(plan, columns, language):
    return (layout.first_lines(plan, columns, language),)


def today_page(plan, columns, language):
    return (layout._steps("今天做", plan.urgent("today"), plan, Page.of(columns, language)),)


def later_page(plan, columns, language):
    return (layout._steps("以后做", plan.urgent("later"), plan, Page.of(columns, language)),)


def step_page(plan, number, columns, language):
    return (layout._steps("", (plan.steps[number - 1],), plan, Page.of(columns, language)),)


def law_page(plan, columns, language):
    return (layout._law(plan, Page.of(columns, language)),)


def telephone_page(plan, columns, language):
    return (layout._contacts(plan.contacts, Page.of(columns, language)),)


def answers_page(plan, columns, language):
    return (layout.answers_to_change_lines(plan, columns, language),)


def headline_lines(plan, columns, language):
    return tuple(Line(f"━ {plan.outcome.title}", plan.outcome.severity) for _ in "1")

"""The words for a question that comes up where nobody is there to answer it."""

from collector_guard.desk.environment import Environment
from collector_guard.flow.plan import advice_stands
from collector_guard.flow.walk import Walk, may_follow
from collector_guard.render.card import card_lines
from collector_guard.render.lines import BLANK
from collector_guard.render.plan.pages import now_page
from collector_guard.render.question import waiting_lines


def show_what_is_missing(walk: Walk, environment: Environment, *, plain: bool) -> None:
    """Show what can be said already, and the question that comes next with how to answer it.

    The emergency card stands first while nothing is known of any danger.
    """
    question = walk.question
    if question is None:
        return
    columns, language = environment.columns(environment.talk), environment.language
    plan = walk.plan
    blocks = now_page(plan, columns) if advice_stands(plan) else ()
    if not walk.situation.answers:
        blocks = (card_lines(walk.flow.card, columns),)
    said = tuple(line for block in blocks for line in block)
    following = tuple(one.id for one in may_follow(walk.flow, walk.situation) if one != question)
    waiting = waiting_lines(question, following, columns, language)
    above = (*said, BLANK) if said else ()
    environment.show((*above, *waiting), environment.talk, plain=plain)

"""Decision diagrams against truth tables."""

from functools import reduce
from itertools import product
from operator import and_

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector_guard.review.proof.bdd import BDD, FALSE, LAST, TRUE
from collector_guard.review.proof.budget import Budget, BudgetError
from collector_guard.review.proof.conjunction import conjoined
from collector_guard.review.proof.heaviest import Heaviest

VARIABLES = 5
ROWS = tuple(product((False, True), repeat=VARIABLES))
NEVER, ALWAYS = frozenset[tuple[bool, ...]](), frozenset(ROWS)

tables = st.frozensets(st.sampled_from(ROWS), max_size=12) | st.frozensets(st.sampled_from(ROWS), min_size=20)
bounds = st.tuples(st.integers(0, VARIABLES), st.integers(0, VARIABLES)).map(sorted)


@pytest.fixture
def bdd():
    return BDD(Budget())


def node_of(table, bdd):
    return bdd.or_(*(bdd.cube(dict(enumerate(row))) for row in table))


def table_of(node, bdd):
    """The rows that satisfy a node, found with `meets` alone."""
    return frozenset(row for row in ROWS if bdd.meets(bdd.cube(dict(enumerate(row))), node))


def in_order(count):
    """Each variable is read after the one before it, whatever that is."""
    return [(variable + 1, variable + 1) for variable in range(count)]


def changed(row, first, end, values):
    return (*row[:first], *values, *row[end:])


@given(one=tables, other=tables, third=tables)
def test_connections_are_those_of_tables(bdd, one, other, third):
    node, second, last = (node_of(table, bdd) for table in (one, other, third))

    assert table_of(bdd.and_(node, second, last), bdd) == one & other & third
    assert table_of(bdd.or_(node, second, last), bdd) == one | other | third
    assert table_of(bdd.not_(node), bdd) == ALWAYS - one
    assert table_of(bdd.xor(node, second), bdd) == one ^ other
    assert table_of(bdd.diff(node, second), bdd) == one - other
    assert table_of(bdd.ite(node, second, last), bdd) == (one & other) | (third - one)


@given(one=tables, other=tables)
def test_equal_functions_are_one_node(bdd, one, other):
    assert (node_of(one, bdd) == node_of(other, bdd)) == (one == other)
    assert (node_of(NEVER, bdd), node_of(ALWAYS, bdd)) == (FALSE, TRUE)


@given(several=st.lists(tables, max_size=4))
def test_many_are_conjoined_at_once(bdd, several):
    nodes = [node_of(table, bdd) for table in several]

    assert conjoined(nodes, bdd) == bdd.and_(*nodes) == node_of(reduce(and_, several, ALWAYS), bdd)


@given(table=tables, bounds=bounds)
def test_variables_can_be_set_to_false_or_left_open(bdd, table, bounds):
    first, end = bounds
    width = end - first
    silent = frozenset(row for row in ROWS if changed(row, first, end, (False,) * width) in table)
    some = frozenset(
        row
        for row in ROWS
        if any(changed(row, first, end, values) in table for values in product((False, True), repeat=width))
    )

    assert table_of(bdd.restrict(node_of(table, bdd), first, end), bdd) == silent
    assert table_of(bdd.exists(node_of(table, bdd), first, end), bdd) == some


@given(table=tables)
def test_a_node_tells_what_it_depends_on_and_how_often_it_holds(bdd, table):
    node = node_of(table, bdd)

    depends = {
        place
        for place in range(VARIABLES)
        for row in table
        if changed(row, place, place + 1, [not row[place]]) not in table
    }
    assert bdd.support(node) == depends
    assert bdd.count(node, in_order(VARIABLES)) == len(table)
    assert bdd.restrict(node, 0, LAST) == (TRUE if ROWS[0] in table else FALSE)


@given(one=tables, other=tables, third=tables)
def test_two_nodes_meet_where_their_tables_do(bdd, one, other, third):
    """The second look finds what the first remembered."""
    node, second, last = (node_of(table, bdd) for table in (one, other, third))

    for _ in range(2):
        assert bdd.meets(node, second) == bool(one & other)
        assert bdd.meets(node, last) == bool(one & third)


@given(one=tables, other=tables, weights=st.lists(st.integers(-3, 0), min_size=VARIABLES, max_size=VARIABLES))
def test_the_cheapest_row_is_found(bdd, one, other, weights):
    both = one & other
    if not both:
        return

    true = Heaviest(weights, bdd, Budget()).where(node_of(one, bdd), node_of(other, bdd))

    def weight(row):
        return sum(weight for weight, true in zip(weights, row, strict=True) if true)

    row = tuple(place in true for place in range(VARIABLES))
    assert row in both
    assert weight(row) == max(map(weight, both))


def test_a_gate_that_must_be_passed_may_be_left_with_all_that_follows(bdd):
    """A first question is asked and has one of two answers; a second is asked after the first of them."""
    asked, first, gate, rest = (bdd.variable(place) for place in (0, 1, 2, 3))
    second = bdd.ite(bdd.and_(asked, first), bdd.and_(gate, rest), bdd.cube({2: False, 3: False}))
    complete = bdd.and_(asked, second, bdd.cube({4: False}))

    stopped = bdd.or_silent(complete, {0, 2}, range(VARIABLES))

    assert table_of(complete, bdd) == {(True, False, False, False, False), (True, True, True, True, False)}
    assert table_of(stopped, bdd) - table_of(complete, bdd) == {(False,) * 5, (True, True, False, False, False)}


def test_what_takes_more_steps_than_the_budget_has_is_stopped():
    budget = Budget()
    budget.renew(10)
    small = BDD(budget)

    with pytest.raises(BudgetError):
        reduce(lambda node, place: small.xor(node, small.variable(place)), range(20), FALSE)


def test_nothing_is_recursive(bdd):
    """All true or all false, of more variables than Python lets functions call each other."""
    many = range(5_000)

    node = bdd.or_(*(bdd.cube(dict.fromkeys(many, value)) for value in (True, False)))

    assert bdd.count(bdd.not_(node), in_order(len(many))) == 2 ** len(many) - 2
    assert bdd.size(bdd.exists(bdd.restrict(node, 4_000), 0, 2_000)) == 2_000
    assert bdd.meets(node, bdd.variable(4_999))
    assert len(Heaviest([1] * len(many), bdd, Budget()).where(node, TRUE)) == len(many)

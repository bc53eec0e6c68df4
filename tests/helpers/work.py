"""Count work instead of time: a verdict must not depend on the machine, or on what runs beside it."""

import sys


def calls_in(function, *arguments):
    """Count the calls of functions, of Python and of C, while one runs; what it raises is left to it."""
    count = 0

    def counted(_frame, event, _about):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        function(*arguments)
    finally:
        sys.setprofile(before)
    return count


def growth(function, short, long):
    """Tell how many times the work of a short input a long one takes; what is done once only does not count."""
    function(short)
    return calls_in(function, long) / calls_in(function, short)

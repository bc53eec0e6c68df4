"""Whether a comparison, a proof or a journey notices what is changed in the shipped flow.

150 mutants are tried here, all of them with CG_ALL_MUTANTS=1; the plans of the journeys are kept by id in
recorded_plans.json, which CG_RENEW_SNAPSHOTS=1 writes anew, to be read before it is kept.
"""

import os
from collections import Counter

import pytest
from journeys import journeys
from mutant_trials import FLOW, parts_of, reading, written
from mutants import CHANGED, OPEN, REFUSED, SAME, SAMPLE, mutants_of, sample
from recorded_plans import keep, record_of, recorded_plans

from collector_guard.comparing import differences
from collector_guard.errors import DataError
from collector_guard.flow import ANY
from collector_guard.library import folder, load_flow_from_yaml

JOURNEYS = journeys()
ENOUGH = 0.8
# What no change may touch unseen: the first question, and who the visitors are by law.
GUARDED = ("danger", "power")


@pytest.fixture(scope="session")
def trials(trials_begun):
    """What became of the mutants."""
    return trials_begun()


@pytest.mark.parametrize("name", JOURNEYS)
def test_the_plan_of_a_journey_is_as_recorded(doorstep, name):
    recorded = recorded_plans()
    if os.environ.get("CG_RENEW_SNAPSHOTS") == "1":
        recorded = {one: kept for one, kept in recorded.items() if one in JOURNEYS}
        keep(recorded | {name: record_of(doorstep, JOURNEYS[name])})
        return

    assert name in recorded, "run with CG_RENEW_SNAPSHOTS=1, then read tests/recorded_plans.json"
    assert record_of(doorstep, JOURNEYS[name]) == recorded[name]


def test_every_record_is_of_a_journey():
    assert set(recorded_plans()) == set(JOURNEYS)


def test_every_mutant_is_compared_within_the_budget(trials):
    assert told(trial for trial in trials if trial.exceeds) == []


def test_a_mutant_that_leaves_something_without_sense_is_refused(trials):
    senseless = [trial for trial in trials if trial.mutant.expects == REFUSED or trial.broken]

    assert told(trial for trial in senseless if not (trial.refused or trial.senseless or trial.exceeds)) == []


def test_a_mutant_that_loses_no_name_loads(trials):
    assert told(trial for trial in trials if trial.mutant.expects != REFUSED and trial.refused) == []


def test_what_only_is_written_otherwise_does_not_differ(trials):
    assert told(trial for trial in trials if trial.mutant.expects == SAME and trial.differences) == []


def test_what_is_changed_differs(trials):
    loaded = [trial for trial in trials if not (trial.refused or trial.exceeds)]

    assert told(trial for trial in loaded if trial.mutant.expects == CHANGED and not trial.differences) == []
    assert told(trial for trial in loaded if not trial.differences and trial.moved) == []


def test_a_difference_names_what_was_changed_and_what_depends_on_it(trials):
    assert told(trial for trial in trials if not trial.named) == []
    assert [(str(trial), one) for trial in trials for one in trial.astray] == []


def test_the_situation_of_a_difference_shows_it(trials):
    assert [(str(trial), one) for trial in trials for one in trial.not_shown] == []


def test_four_of_five_changes_of_a_plan_are_noticed(trials, capsys):
    changing = [trial for trial in trials if trial.changes_a_plan]
    killed = [trial for trial in changing if trial.killed]
    survivors = Counter(trial.mutant.kind for trial in changing if not trial.killed)

    with capsys.disabled():
        print(f"\n{len(trials)} mutants; {len(changing)} change a plan, {len(killed)} of them are noticed. Survivors:")
        print("".join(f"  {count:4} {kind}\n" for kind, count in survivors.most_common()), end="")
    share = len(killed) / len(changing)
    assert share >= ENOUGH, "\n".join(told(trial for trial in changing if not trial.killed))


def test_no_change_of_danger_power_or_a_promise_survives(trials, doorstep):
    touching = touches(doorstep)
    alive = (trial for trial in trials if trial.changes_a_plan and not trial.killed)
    unseen = "".join(f"\n{trial}, as with {trial.shown_by}" for trial in alive if touching(trial.mutant))

    assert unseen == "", f"journeys are missing in tests/journeys: none walks where these show:{unseen}"


def test_a_mutant_in_a_folder_is_what_was_tried(trials, tmp_path):
    parts = parts_of(folder())
    for number, trial in enumerate(trials[:: len(trials) // 3]):
        flows = copy_of(folder(), tmp_path / str(number))
        mutant = trial.mutant
        file = flows / FLOW / f"{mutant.part}.yaml"
        file.write_text(written(mutant.of(parts[mutant.part])), encoding="utf-8")

        assert outcome_of(flows) == (trial.refused or tuple((one.what, one.name, one.how) for one in trial.differences))


def test_the_sample_has_mutants_of_every_kind_and_fate():
    mutants = mutants_of(parts_of(folder()), load_flow_from_yaml(FLOW, "zh", folder()))

    chosen = sample(mutants, SAMPLE)

    assert len(chosen) == SAMPLE
    assert {mutant.kind for mutant in chosen} == {mutant.kind for mutant in mutants}
    assert {mutant.expects for mutant in chosen} == {REFUSED, SAME, CHANGED, OPEN}


def told(trials):
    return [str(trial) for trial in trials]


def touches(flow):
    """Whether a mutant changes something about danger, about power, or that a promise counts on."""
    guarded = set().union(*(reading(flow, name) for name in GUARDED))
    emergencies = {one.id for one in flow.outcomes if one.severity == "emergency"}
    emergencies |= {one.card.id for one in flow.outcomes if one.card}
    promised = {name for one in flow.promises for named in one.named.values() for name in named} - {ANY}

    def touching(mutant):
        counted = {name for name in mutant.names | {*mutant.entries} if _covered(name, promised)}
        in_cards = mutant.section in ("outcomes", "cards") and not emergencies.isdisjoint(mutant.entries)
        return in_cards or bool(counted) or not guarded.isdisjoint({*mutant.names, *mutant.entries})

    return touching


def _covered(name, promised):
    """Whether promises name an id, or the article that a provision is a part of."""
    return name in promised or ("/" in name and any(name.startswith(f"{one}.") for one in promised))


def copy_of(flows, copy):
    """The YAML files of a folder of flows, without what was compiled from them."""
    for path in flows.rglob("*.yaml"):
        below = copy / path.relative_to(flows)
        below.parent.mkdir(parents=True, exist_ok=True)
        below.write_bytes(path.read_bytes())
    return copy


def outcome_of(flows):
    """The kinds of problems of a flow, or its differences from the shipped one."""
    languages = ("zh", "en")
    try:
        new = {language: load_flow_from_yaml(FLOW, language, flows) for language in languages}
    except DataError as error:
        return tuple(problem.kind for problem in error.problems)
    old = {language: load_flow_from_yaml(FLOW, language, folder()) for language in languages}
    return tuple((one.what, str(one.name), one.how) for one in differences(old, new))

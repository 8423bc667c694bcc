import optuna
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from optuna.samplers import RandomSampler

from seqtui.architectures.catalogue import CATALOGUE, complete_recipe
from seqtui.recipe import Recipe
from seqtui.studies.space import CHOICES, draw, first

FIXED = st.fixed_dictionaries(
    {},
    optional={
        "architecture": st.sampled_from(list(CATALOGUE)),
        "learning_rate": st.sampled_from([0.0001, 0.5]),
        "epochs": st.integers(1, 9),
        "seed": st.integers(0, 9),
        **{
            field: st.sampled_from([type(values[0])(values[0]), values[-1]])
            for field, values in CHOICES.items()
        },
    },
)


def drawn(study: optuna.Study, fixed: dict[str, object], networks: list[str]) -> Recipe:
    trial = study.ask()
    recipe = draw(trial, fixed, networks)
    study.tell(trial, 0.5)
    return recipe


@given(FIXED, st.integers(0, 99))
@settings(max_examples=40)
def test_settings_fixed_by_the_user_do_not_change(fixed: dict[str, object], seed: int) -> None:
    study = optuna.create_study(sampler=RandomSampler(seed=seed))
    study.enqueue_trial(first(fixed, list(CATALOGUE)))
    recipes = [drawn(study, fixed, list(CATALOGUE)) for _ in range(5)]
    for recipe in recipes:
        assert {field: getattr(recipe, field) for field in fixed} == fixed
        assert (recipe.data, recipe.limit, recipe.recurrent) == ("imdb-25k", None, "fused")
    assert recipes[0] == complete_recipe({"batch_size": 64, **fixed})


@pytest.mark.parametrize("network", CATALOGUE)
def test_the_first_trial_uses_the_default_settings(network: str) -> None:
    study = optuna.create_study(sampler=RandomSampler(seed=1))
    study.enqueue_trial(first({}, [network]))
    assert drawn(study, {}, [network]) == complete_recipe({"architecture": network, "batch_size": 64})
    assert drawn(study, {}, [network]).architecture == network

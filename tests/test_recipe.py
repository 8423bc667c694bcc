import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqtui.errors import InputError
from seqtui.recipe import Recipe

RECIPES = st.builds(
    Recipe,
    data=st.text(st.characters(exclude_categories=["Cs"])),
    limit=st.none() | st.integers(20, 10**6),
    epochs=st.integers(1, 100),
    learning_rate=st.floats(1e-9, 1.0, exclude_min=True),
    schedule=st.sampled_from(["cosine", "constant"]),
    seed=st.integers(0, 2**32 - 1),
    data_fingerprint=st.none() | st.just("sha256:00"),
)


@given(RECIPES)
def test_a_recipe_is_the_same_after_saving_and_loading(
    tmp_path_factory: pytest.TempPathFactory, recipe: Recipe
) -> None:
    path = tmp_path_factory.mktemp("recipe") / "recipe.toml"
    recipe.save(path)
    assert Recipe.load(path) == recipe


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({"epoch": 3}, "unknown setting 'epoch'; did you mean 'epochs'?"),
        ({"zzz": 3}, "unknown setting 'zzz'; choose from architecture, network"),
        ({"epochs": 0}, "epochs = 0 is invalid: expected int >= 1"),
        ({"epochs": "three"}, "epochs = 'three' is invalid: expected int, got str"),
        ({"learning_rate": math.nan}, "learning_rate = nan is invalid"),
        ({"clip_norm": math.inf}, "clip_norm = inf is invalid"),
        ({"limit": 3}, "limit = 3 is invalid: expected int >= 20"),
        ({"schedule": "linear"}, "schedule = 'linear' is invalid: choose from cosine, constant"),
    ],
)
def test_invalid_settings_are_refused_with_a_reason(settings: dict[str, object], line: str) -> None:
    with pytest.raises(InputError) as raised:
        Recipe.from_settings(settings, Path("mine.toml"))
    assert str(raised.value).startswith(f"mine.toml: {line}")


@pytest.mark.parametrize("content", [b"epochs = ", b"\xff\xfe", b"[[["])
def test_a_file_that_is_not_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"mine\.toml: not a TOML file"):
        Recipe.load(path)


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml: cannot read the recipe: No such file"):
        Recipe.load(tmp_path / "none.toml")

"""A network of one's own: what its file must contain, and which errors name its line."""

import os
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import keras
import pytest

from seqtui.architectures import catalogue, own
from seqtui.architectures.catalogue import (
    CATALOGUE,
    architecture_of,
    complete_recipe,
    find_architecture,
    refuse_clash,
    with_checked_network,
)
from seqtui.architectures.layers import PLAIN
from seqtui.architectures.network_file import NetworkFile, NetworkFileError, trusted_path
from seqtui.errors import InputError
from seqtui.training.contract import check_network
from tests.architectures.own_networks import MASKED_LSTM, WORKS, example, trusted
from tests.conftest import representatives


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user who has trusted no network yet."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


SETTINGS = """\
from typing import Annotated
from msgspec import Meta
from seqtui.architectures.settings import NetworkSettings


class Settings(NetworkSettings):
    units: Annotated[int, Meta(ge=1, le=64, description="Size.")] = 8


"""
INPUT, EMBEDDING = 'keras.Input((None,), dtype="int32")', "8, mask_zero=True)"
HEAD = "Dense(task.outputs, activation=task.activation)"
END = r"; end with classification_head\(task.num_classes\) of seqtui.architectures.layers"


@pytest.mark.parametrize("classes", representatives(2, 3, often=[2]))
@pytest.mark.parametrize("code", [WORKS, MASKED_LSTM, SETTINGS + WORKS, "example"], ids=range(4))
def test_a_network_that_keeps_the_contract_passes(tmp_path: Path, code: str, classes: int) -> None:
    check_network(trusted(tmp_path, example() if code == "example" else code), classes)


@pytest.mark.parametrize("name", representatives(*CATALOGUE, often=["cnn-lstm", "nb-ngrams"]))
def test_the_networks_of_the_catalogue_keep_the_contract(name: str) -> None:
    check_network(complete_recipe({"architecture": name, "vocabulary_size": 500, "max_length": 40}), 3)
    if "gru" in name:
        check_network(complete_recipe({"architecture": name, "recurrent": "keras"}), 2)


def test_the_example_is_short() -> None:
    assert len(example().splitlines()) < 25


def edited(old: str, new: str) -> str:
    assert old in WORKS
    return WORKS.replace(old, new)


NOISE = """
class Noise(keras.layers.Layer):
    def call(self, inputs):
        return inputs + keras.random.normal((8,))
"""
BROKEN = {
    "no model": (edited("return keras.Model(ids, outputs)", "return 3"),
                 "build returned int instead of a keras.Model"),
    "no mask": (edited(EMBEDDING, "8)"),
                "a prediction changes by .* with the padding of its review; use Embedding.*"),
    "other reviews": (edited("(pooled)\n    return", "(pooled - keras.ops.mean(pooled, 0))\n    return"),
                      "a prediction changes by .* with the other reviews of its batch; compute .*"),
    "logits": (edited(HEAD, "Dense(task.outputs)"), "outputs are not probabilities but between -.*"),
    "a relu": (edited(HEAD, "Dense(task.outputs, activation='relu')"),
               "outputs are not probabilities but between .*"),
    "zeros": (edited(HEAD, "Dense(task.outputs, kernel_initializer='zeros')"), "outputs are not .*"),
    "three outputs": (edited(HEAD, "Dense(3, activation='softmax')"),
                      rf"the output has shape \(reviews, 3\) instead of \(reviews, 1\) for 2 classes{END}"),
    "an output per word": (edited("pooled = MaskedGlobalMaxPooling1D()(words)", "pooled = words"),
                           r"the output has shape \(reviews, tokens, 1\) instead of \(reviews, 1\).*"),
    "two outputs": (edited("Model(ids, outputs)", "Model(ids, [outputs, outputs])"),
                    "build returned a model with 2 outputs instead of one"),
    "float16": (edited(HEAD, "Dense(1, activation='sigmoid', dtype='float16')"),
                f"the output is float16 instead of float32{END}"),
    "float input": (edited(INPUT, "keras.Input((None,))"),
                    r"the input must be word ids, .*, but is float32 \(reviews, tokens\)"),
    "fixed input": (edited(INPUT, "keras.Input((30,), dtype='int32')"),
                    r"the input must be word ids, .*, but is int32 \(reviews, 30\)"),
    "no input": (edited("keras.Model(ids, outputs)", "keras.Sequential([keras.layers.Dense(1)])"),
                 "the input must be word ids, .*, but is none"),
    "NaN": (edited("(pooled)\n    return", "(pooled / 0.0)\n    return"),
            "predictions are NaN or infinite, before any training"),
    "NaN without words": (
        edited("MaskedConv1D(8, 3, activation=\"relu\")(words)", "words")
        .replace("MaskedGlobalMaxPooling1D()(", "keras.layers.GlobalAveragePooling1D()("),
        "predictions are NaN or infinite.*|the prediction for a review without words is NaN; .*"),
    "noise": (edited("(pooled)\n    return", "(Noise()(pooled))\n    return") + NOISE,
              "predictions are random; pass training on .*"),
    "no gradient": (edited("(pooled)\n    return", "(keras.ops.stop_gradient(pooled))\n    return"),
                    "the output does not depend on the weights .*; use or remove them"),
    "no weights": (edited("return keras.Model(ids, outputs)",
                          "model = keras.Model(ids, outputs)\n    model.trainable = False\n    return model"),
                   "it has no weights to train"),
    "another network for the export": (
        edited("MaskedConv1D(8, 3,", "MaskedConv1D(8, 3 if 'Fused' in recurrent.lstm.__name__ else 5,"),
        "build creates other weights for the export; use the same layers for every kind of recurrent"),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_contract_is_named_in_one_line(tmp_path: Path, name: str) -> None:
    code, message = BROKEN[name]
    with pytest.raises(NetworkFileError, match=rf"^my_network\.py: ({message})$"):
        check_network(trusted(tmp_path, code), 2)


def test_a_layer_that_cannot_be_saved_is_named(tmp_path: Path) -> None:
    layer = """
class Scaled(keras.layers.Layer):
    def __init__(self, function, **kwargs):
        super().__init__(**kwargs)
        self.function = function
        self.supports_masking = True

    def call(self, inputs):
        return self.function(inputs)
"""
    code = WORKS.replace("(pooled)\n    return", "(Scaled(lambda x: x * 2)(pooled))\n    return") + layer
    with pytest.raises(NetworkFileError, match=r"^my_network\.py: the network cannot be saved: .*Scaled"):
        check_network(trusted(tmp_path, code), 2)


ERRORS = {
    "x = 1\nimport keras\nprint(y)": r"my_network\.py, line 3: NameError: name 'y' is not defined",
    "def build(settings:\n  pass": r"my_network\.py, line \d: SyntaxError: .*",
    "import sys\n\nsys.exit(3)": r"my_network\.py, line 3: SystemExit: 3",
    "import helper_of_mine": r"my_network\.py, line 1: ModuleNotFoundError: No module named 'helper_of_mine'"
    "; a network is one file, so other modules must be installed",
    "x = 1": r"my_network\.py: it has no function build\(settings, task, recurrent\)",
    "build = 3": r"my_network\.py, line 1: build must be a function build\(settings, task, recurrent\)",
    "\ndef build(settings):\n    pass": r"my_network\.py, line 2: build must be a function build\(.*\)",
    WORKS + "\n\nclass Settings:\n    pass": r"my_network\.py, line 15: Settings must be a subclass of .*",
    SETTINGS.replace(" = 8", "") + WORKS: r"my_network\.py, line 6: the setting units needs a default",
    WORKS.replace('dtype="int32")', 'dtype="int32")\n    no_name()'): r"my_network\.py, line 8: NameError.*",
    WORKS.replace("Dense(", "Dense(units=-1, *"): r"my_network\.py, line \d+: .*",
    WORKS.replace("keras.layers.Embedding", "keras.layers.LSTM(8)(ids); x = keras.layers.Embedding"):
    r"my_network\.py, line 8: ValueError: Input 0 .* of layer .*",
}  # fmt: skip


@pytest.mark.parametrize("code", ERRORS, ids=range(len(ERRORS)))
def test_an_error_names_the_line_of_the_file(tmp_path: Path, code: str) -> None:
    recipe = trusted(tmp_path, code)
    with pytest.raises(NetworkFileError, match=rf"^{ERRORS[code]}$") as raised:
        check_network(recipe, 2)
    assert "\n" not in str(raised.value)


def test_an_error_inside_a_layer_names_the_line_of_the_file(tmp_path: Path) -> None:
    layer = """
class Broken(keras.layers.Layer):
    def call(self, inputs):
        return inputs @ inputs.nothing
"""
    code = WORKS.replace("(pooled)\n    return", "(Broken()(pooled))\n    return") + layer
    with pytest.raises(NetworkFileError, match=r"^my_network\.py, line 16: AttributeError: .*nothing"):
        check_network(trusted(tmp_path, code), 2)


def test_settings_are_checked_and_completed(tmp_path: Path) -> None:
    recipe = trusted(tmp_path, SETTINGS + WORKS, network={"units": "16"})
    assert complete_recipe(recipe.to_settings()).network == {"units": "16"}  # no code runs
    assert with_checked_network(recipe).network == {"units": 16}
    network = architecture_of(recipe)
    assert (network.name, network.is_own) == ("my_network.py", True)
    assert network.declared["units"].values == "1 to 64"
    assert [layer.text for layer in network.describe(recipe)] == ["my_network.py"]
    with pytest.raises(InputError, match="units = '65' is invalid: use 1 to 64"):
        network.settings({"units": "65"})
    with pytest.raises(
        InputError, match=r"network setting 'unit': my_network\.py has no such setting; did you"
    ):
        network.settings({"unit": 1})
    without = trusted(tmp_path, WORKS, network={"units": 1})
    with pytest.raises(InputError, match=r"'units': my_network\.py has no such setting; it has no settings"):
        with_checked_network(without)


def test_only_the_trusted_content_is_loaded(tmp_path: Path) -> None:
    recipe = trusted(tmp_path, WORKS)
    Path(recipe.architecture).write_text("raise RuntimeError")  # changed after the question
    assert isinstance(architecture_of(recipe).build(recipe, PLAIN), keras.Model)
    edited_copy = trusted(tmp_path, WORKS + "# edited")
    trusted_path(str(edited_copy.network_digest)).write_text("raise RuntimeError")
    with pytest.raises(NetworkFileError, match="Python code that you have not run before"):
        architecture_of(edited_copy).settings()
    with pytest.raises(NetworkFileError, match="Python code that you have not run before"):
        find_architecture(recipe.architecture).settings()  # no digest
    assert find_architecture("/nowhere/a\x1b[31m.py").name == "a [31m.py"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (Path.mkdir, "not a file"),
        (Path.exists, "cannot read the network: No such file or directory"),
        (lambda path: path.write_bytes(b"#" * (1 << 20) + b"#"), "larger than 1 MB"),
        (lambda path: path.write_bytes(b"x = 1\ny = '\xff'"), "line 2: not UTF-8"),
        (os.mkfifo, "not a file"),
    ],
)
def test_what_is_not_a_network_file_is_refused(
    tmp_path: Path, make: Callable[[Path], object], message: str
) -> None:
    make(tmp_path / "n.py")
    with pytest.raises(NetworkFileError, match=message):
        NetworkFile.read(tmp_path / "n.py")


def test_the_folder_of_trusted_networks_must_be_writable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/dev/null")
    with pytest.raises(NetworkFileError, match=r"cannot store the trusted network: .*; set XDG_DATA_HOME"):
        trusted(tmp_path, WORKS)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package with networks: a good one, a broken one, and one with a name of the catalogue."""
    (tmp_path / "somebodys.py").write_text(SETTINGS + WORKS)
    (tmp_path / "broken.py").write_text("\n\nraise RuntimeError('broken')")
    info = tmp_path / "somebodys-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: somebodys\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        f"[{own.GROUP}]\nlong-memory = somebodys\nbroken = broken\nlstm = somebodys\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("package")
def test_a_network_of_an_installed_package() -> None:
    recipe = complete_recipe({"architecture": "long-memory", "network": {"units": "16"}})
    assert with_checked_network(recipe).network == {"units": 16}
    check_network(recipe, 2)
    assert find_architecture("long-memory").summary == "a network of the package somebodys"
    with pytest.raises(NetworkFileError, match=r"^broken of somebodys, line 3: RuntimeError: broken$"):
        find_architecture("broken").settings()
    with pytest.raises(InputError, match="no such network; did you mean 'long-memory'"):
        find_architecture("long-memry")
    with pytest.raises(
        InputError, match="--architecture lstm: the package somebodys has a network with this"
    ):
        refuse_clash("lstm")
    refuse_clash("gru")
    assert not find_architecture("lstm").is_own


def test_two_packages_with_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [EntryPoint("deep", module, own.GROUP) for module in ("one", "other")]
    monkeypatch.setattr(catalogue, "installed_networks", lambda: {"deep": entries})
    with pytest.raises(InputError, match="the packages one and other both have it; uninstall one"):
        find_architecture("deep")

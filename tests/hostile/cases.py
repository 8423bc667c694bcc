"""Commands on damaged copies of the files of a finished run."""

import itertools
import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from seqtui.runs import Run
from tests.hostile import archives, damage, folders, models, tables
from tests.hostile.damage import Content, build

Named = Iterable[tuple[str, Content]]
_HEAVY = ("bomb", "20 MB", "60 MB", "4 GB", "long texts", "2 GB", "million", "1 GB")
"""Words in the descriptions of cases that are too slow for the test suite."""


@dataclass(frozen=True)
class Case:
    """A command on a damaged file.

    Args:
        kind: Kind of the file.
        how: Kind of damage.
        folder: Folder that contains nothing but the file.
        arguments: Arguments of the command.
        file_name: Name that an error message must contain.
    """

    kind: str
    how: str
    folder: Path
    arguments: tuple[str, ...]
    file_name: str


class CaseFactory:
    """Create cases.

    Args:
        run: Finished and exported run; it is only read.
        folder: Folder for the cases.
        heavy: Include cases of many megabytes. Default: True.
    """

    def __init__(self, run: Run, folder: Path, *, heavy: bool = True) -> None:
        self._run = run
        self._folder = folder
        self._heavy = heavy
        self._numbers = itertools.count()
        outside = folder / "outside.bin"
        outside.write_bytes(b"\0" * (1 << 22))
        read = Path.read_bytes
        run_kinds: dict[str, tuple[str, Callable[[bytes], Named]]] = {
            "recipe.toml": ("recipe of a run", lambda _: folders.recipes()),
            "events.jsonl": ("events.jsonl", folders.events),
            "metrics.json": ("metrics.json", folders.small_json),
            "trainer.log": ("trainer.log", lambda _: folders.logs()),
        }
        self.kinds: dict[str, Callable[[Random], Iterator[Case]]] = {
            "CSV": partial(self._table, "csv", tables.as_csv(), tables.csv_crafted),
            "TSV": partial(self._table, "tsv", tables.as_csv("\t"), lambda: tables.csv_crafted("\t")),
            "JSON lines": partial(self._table, "jsonl", tables.as_json_lines(), tables.json_crafted),
            "Parquet": partial(self._table, "parquet", tables.as_parquet(), tables.parquet_crafted),
            "text lines": partial(
                self._table, "txt", tables.as_lines(), lambda: damage.texts(tables.as_lines()).items()
            ),
            "gzip, Zstandard": self._compressed,
            "TOML": self._recipe,
            "corrections": self._corrections,
            "predictions": self._predictions,
            "tar.gz": self._archive,
            "ONNX": self._onnx,
            **{
                kind: partial(self._in_run, name, read(run.path / name), crafted)
                for name, (kind, crafted) in run_kinds.items()
            },
            "app": partial(self._app, run_kinds),
        }
        self.slow_kinds: dict[str, Callable[[Random], Iterator[Case]]] = {
            "model.keras": partial(self._export, "model.keras", models.keras_crafted),
            "vocabulary.txt": partial(self._export, "vocabulary.txt", folders.vocabularies),
            "checkpoint": self._checkpoint,
        }
        """Kinds that need TensorFlow."""

    def cases(self, kind: str, count: int, seed: int) -> Iterator[Case]:
        """Yield cases of a kind, always in the same order. The folder of a case can be deleted after use.

        Args:
            kind: One of :attr:`kinds` or :attr:`slow_kinds`.
            count: Number of cases. Crafted and random cases alternate until no crafted ones are left.
            seed: Seed of all choices.
        """
        rng = Random(f"{kind} {seed}")  # noqa: S311
        return itertools.islice((self.kinds | self.slow_kinds)[kind](rng), count)

    def _contents(
        self, good: bytes, crafted: Callable[[], Named], rng: Random
    ) -> Iterator[tuple[str, bytes]]:
        """Alternate crafted and random damage until the crafted cases are used up, then random only."""
        crafted_cases = [
            (how, content)
            for how, content in itertools.chain(crafted(), damage.OTHER_CONTENTS.items())
            if self._heavy or not any(word in how for word in _HEAVY)
        ]
        rng.shuffle(crafted_cases)
        while True:
            if crafted_cases:
                how, content = crafted_cases.pop()
                yield how, build(content)
            how = rng.choice(list(damage.ANY))
            yield how, damage.ANY[how](good, rng)

    def _new_folder(self) -> Path:
        folder = self._folder / f"case-{next(self._numbers)}"
        folder.mkdir()
        return folder

    def _table(self, ending: str, good: bytes, crafted: Callable[[], Named], rng: Random) -> Iterator[Case]:
        for how, content in self._contents(good, crafted, rng):
            yield self._table_case(ending, how, content, rng)

    def _table_case(self, ending: str, how: str, content: bytes, rng: Random) -> Case:
        folder, name = self._new_folder(), f"reviews.{ending}"
        (folder / name).write_bytes(content)
        output = rng.choice(["out.csv", "out.jsonl", "out.parquet"])
        options: list[tuple[str, ...]] = [
            ("--output", output),
            ("--output", output, "--errors", "rejected.jsonl"),
            ("--json",),
            ("--output", output, "--label-column", "label") if ending != "txt" else ("--json",),
            (),
        ]
        arguments = ("score", str(self._run.onnx_path), "--input", name, *rng.choice(options))
        if ending != "txt" and rng.random() < 0.4:
            arguments = ("data", "show", name, *(("--json",) if rng.random() < 0.5 else ()))
        elif rng.random() < 0.2:
            arguments = ("label", name, "--labels", "negative,positive", "--export", output)
        return Case(ending, how, folder, arguments, name)

    def _compressed(self, rng: Random) -> Iterator[Case]:
        crafted_cases = [
            entry
            for entry in tables.compressed_crafted()
            if self._heavy or not any(word in entry[0] for word in _HEAVY)
        ]
        rng.shuffle(crafted_cases)
        compressed = {
            "csv.gz": tables.as_csv(),
            "jsonl.zst": tables.as_json_lines(),
            "txt.gz": tables.as_lines(),
        }
        compressed = {ending: tables.compressed(ending, content) for ending, content in compressed.items()}
        while True:
            if crafted_cases:
                how, ending, content = crafted_cases.pop()
                yield self._table_case(ending, how, build(content), rng)
            ending, how = rng.choice(list(compressed)), rng.choice(list(damage.ANY))
            yield self._table_case(ending, how, damage.ANY[how](compressed[ending], rng), rng)

    def _recipe(self, rng: Random) -> Iterator[Case]:
        good = (
            b'architecture = "cnn-lstm"\nepochs = 2\nlearning_rate = 0.001\nschedule = "constant"\nseed = 3\n'
        )
        for how, content in self._contents(good, folders.recipes, rng):
            folder = self._new_folder()
            (folder / "recipe.toml").write_bytes(content)
            arguments = (
                "train",
                "recipe.toml",
                "--data",
                "nowhere",
            )  # so a valid recipe starts no training
            yield Case("recipe", how, folder, arguments, "recipe.toml")

    def _corrections(self, rng: Random) -> Iterator[Case]:
        for how, content in self._contents(folders.CORRECTIONS, folders.corrections, rng):
            folder = self._new_folder()
            (folder / "reviews.csv").write_bytes(tables.as_csv())
            (folder / "mine.jsonl").write_bytes(content)
            arguments = ("data", "show", "reviews.csv", "--corrections", "mine.jsonl")
            yield Case("corrections", how, folder, arguments, "mine.jsonl")

    def _predictions(self, rng: Random) -> Iterator[Case]:
        name = self._run.validation_predictions_path.name
        good = self._run.validation_predictions_path.read_bytes()
        for how, content in self._contents(good, partial(models.checkpoint_crafted, good), rng):
            yield Case("predictions", how, self._copy(name, how, content, rng), ("mistakes", "damaged"), name)

    def _archive(self, rng: Random) -> Iterator[Case]:
        for how, content in self._contents(archives.archive(), archives.crafted, rng):
            folder = self._new_folder()
            (folder / "reviews.tar.gz").write_bytes(content)
            yield Case("tar.gz", how, folder, ("data", "show", "reviews.tar.gz"), "reviews.tar.gz")

    def _onnx(self, rng: Random) -> Iterator[Case]:
        crafted = partial(models.onnx_crafted, self._run.onnx_path, self._folder / "outside.bin")
        for how, content in self._contents(self._run.onnx_path.read_bytes(), crafted, rng):
            folder = self._new_folder()
            (folder / "model.onnx").write_bytes(content)
            yield Case(
                "ONNX", how, folder, ("score", "model.onnx", "A fine film", "", "--json"), "model.onnx"
            )

    def _in_run(
        self, name: str, good: bytes, crafted: Callable[[bytes], Named], rng: Random
    ) -> Iterator[Case]:
        for how, content in self._contents(good, partial(crafted, good), rng):
            folder = self._copy(name, how, content, rng)
            command: tuple[str, ...] = rng.choice(
                [
                    ("runs",), ("runs", "--json"),
                    ("runs", "show", "damaged"), ("runs", "show", "damaged", "--json"),
                    ("watch", "damaged", "--once"), ("watch", "damaged", "--once", "--json"),
                ]
            )  # fmt: skip
            yield Case(name, how, folder, command, name)

    def _app(self, kinds: dict[str, tuple[str, Callable[[bytes], Named]]], rng: Random) -> Iterator[Case]:
        while True:
            name = rng.choice(list(kinds))
            good = (self._run.path / name).read_bytes()
            contents = self._contents(good, partial(kinds[name][1], good), rng)
            for how, content in itertools.islice(contents, 10):
                yield Case(
                    "app", f"{name}: {how}", self._copy(name, how, content, rng), ("app", "runs"), name
                )

    def _copy(self, name: str, how: str, content: bytes, rng: Random) -> Path:
        """Create a folder of runs with a copy of the run in which one file is damaged."""
        folder = self._new_folder()
        damaged = folder / "runs" / "damaged"
        shutil.copytree(self._run.path, damaged)
        (damaged / name).write_bytes(content)
        if how == "2 GB of zeros":
            with (damaged / name).open("r+b") as file:
                file.truncate(2 << 30)
        if name == "metrics.json":  # the file is read only if the weights contain no metrics
            path = damaged / "model.keras"
            path.write_bytes(models.with_part(path.read_bytes(), name, None))
        if name == "trainer.log":  # the log is read only if the trainer died
            lines = (damaged / "events.jsonl").read_bytes().splitlines(keepends=True)
            (damaged / "events.jsonl").write_bytes(b"".join(lines[: rng.randrange(1, len(lines))]))
        return folder

    def _export(self, name: str, crafted: Callable[[bytes], Named], rng: Random) -> Iterator[Case]:
        good = (self._run.path / name).read_bytes()
        for how, content in self._contents(good, partial(crafted, good), rng):
            folder = self._copy(name, how, content, rng)
            (folder / "runs" / "damaged" / "model.onnx").unlink()
            yield Case(name, how, folder, ("export", "damaged", "--onnx", "--reviews", "4", "--json"), name)

    def _checkpoint(self, rng: Random) -> Iterator[Case]:
        """Resume from a damaged checkpoint, after removing the last event."""
        name = self._run.checkpoint_path.name
        good = self._run.checkpoint_path.read_bytes()
        for how, content in self._contents(good, partial(models.checkpoint_crafted, good), rng):
            folder = self._copy(name, how, content, rng)
            path = folder / "runs" / "damaged" / "events.jsonl"
            events = [
                line
                for line in path.read_bytes().splitlines(keepends=True)
                if json.loads(line)["event"] != "finished"
            ]
            path.write_bytes(b"".join(events))
            yield Case("checkpoint", how, folder, ("train", "--resume", "damaged", "--json"), name)

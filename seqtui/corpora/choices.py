"""Options for reading a user's own texts, a part of the recipe."""

import msgspec

from seqtui.recipe import Recipe
from seqtui.tables.layout import TableOptions


class Choices(TableOptions, frozen=True, kw_only=True):
    """Options for reading a user's own texts; the fields have the same names as in the recipe."""

    text_column: str | None = None
    label_column: str | None = None
    split_column: str | None = None
    test: str | None = None
    test_split: float | None = None
    errors: str | None = None
    normalize_labels: bool | None = None

    @classmethod
    def of(cls, recipe: Recipe) -> "Choices":
        """Return the options of a recipe."""
        return cls(**{name: getattr(recipe, name) for name in cls.__struct_fields__})

    def options(self) -> list[str]:
        """Return the names of the options that are set, as on the command line."""
        return [
            f"--{name.replace('_', '-')}"
            for name, value in msgspec.structs.asdict(self).items()
            if value is not None
        ]

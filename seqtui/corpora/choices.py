"""How a user's own texts are read: the part of a recipe that says it."""

import msgspec

from seqtui.recipe import Recipe
from seqtui.tables.layout import TableOptions


class Choices(TableOptions, frozen=True, kw_only=True):
    """How own texts are read: the fields of the recipe with the same names."""

    text_column: str | None = None
    label_column: str | None = None
    split_column: str | None = None
    test: str | None = None
    test_split: float | None = None
    errors: str | None = None
    normalize_labels: bool | None = None

    @classmethod
    def of(cls, recipe: Recipe) -> "Choices":
        """A recipe's."""
        return cls(**{name: getattr(recipe, name) for name in cls.__struct_fields__})

    def options(self) -> list[str]:
        """What was chosen, as options of the command line."""
        return [
            f"--{name.replace('_', '-')}"
            for name, value in msgspec.structs.asdict(self).items()
            if value is not None
        ]

from hypothesis import given
from hypothesis import strategies as st

from seqtui.terminal.sanitize import printable


@given(st.text(), st.integers(1, 20))
def test_no_control_characters_are_left(text: str, width: int) -> None:
    shown = printable(text, width)
    assert len(shown) <= width
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202a\u202e\u2066\u2069\u200e" for c in shown)


def test_escape_sequences_lose_their_escape() -> None:
    assert printable("a\x1b[2Jb\u202ec\nd") == "a [2Jb c d"
    assert printable("wonderful", 6) == "wonde…"

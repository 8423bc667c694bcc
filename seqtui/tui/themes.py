"""Themes for colour-blind users: blue and orange, never red and green (Okabe and Ito, 2008)."""

from textual.theme import Theme

COLOUR_BLIND_SAFE = (
    Theme(
        name="colour-blind-dark",
        primary="#56B4E9",
        secondary="#0072B2",
        accent="#CC79A7",
        success="#56B4E9",
        warning="#F0E442",
        error="#E69F00",
        foreground="#E8E8E8",
        background="#121417",
        surface="#1B1E23",
        panel="#262A31",
        dark=True,
    ),
    Theme(
        name="colour-blind-light",
        primary="#0072B2",
        secondary="#56B4E9",
        accent="#AA4499",
        success="#0072B2",
        warning="#8A6D00",
        error="#D55E00",
        foreground="#1B1E23",
        background="#FAFAFA",
        surface="#F0F0F0",
        panel="#E2E2E2",
        dark=False,
    ),
)

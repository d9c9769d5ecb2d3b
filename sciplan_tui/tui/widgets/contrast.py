"""How well an ink is read on a ground, by the formula of WCAG 2: colours as triples of 0 to 255."""

from __future__ import annotations

Colour = tuple[int, int, int]
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
STEPS = 32
"""In so many steps an ink is brought to black or white at most."""


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with a share (0 to 1) of `other` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """From 1 (the same) to 21 (black and white)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def legible(ink: Colour, ground: Colour, least: float) -> Colour:
    """The ink, brought towards black or white no further than its contrast with the ground needs."""
    end = max((BLACK, WHITE), key=lambda extreme: contrast(extreme, ground))
    tried = (mixed(ink, end, step / STEPS) for step in range(STEPS + 1))
    return next((one for one in tried if contrast(one, ground) >= least), end)


def _luminance(colour: Colour) -> float:
    red, green, blue = (value / 255 for value in colour)
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.03928 else float(((value + 0.055) / 1.055) ** 2.4)

"""A short list to pick one line from."""

from __future__ import annotations

from typing import Any

from textual.style import Style
from textual.widgets import OptionList


class PickList(OptionList):
    """Options that are drawn as the sheet of styles says, the one with the cursor on turned over where there is no
    colour: Textual's own leaves `reverse` out.
    """

    def __init__(self, *options: Any) -> None:
        super().__init__(*options, markup=False)

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """The style of an option, with all that is said of its last class."""
        style = super().get_visual_style(*component_classes, partial=partial)
        turned = component_classes and self.get_component_styles(component_classes[-1]).text_style.reverse
        return style + Style(reverse=True) if turned else style

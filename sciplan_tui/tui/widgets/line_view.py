"""What scrolls and draws its lines itself: how long it is moves nothing else on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView


class LineView(ScrollView):
    """Textual lays the whole screen out anew, and draws it, whenever a part gets longer. These parts take what room
    there is, have no bars, and say themselves when they are to be drawn.
    """

    virtual_size = Reactive(Size(0, 0), layout=False, repaint=False)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Less the one that looks at each segment for a terminal's own colours: the palette has none of them."""
        return [one for one in super().get_line_filters() if not isinstance(one, ANSIToTruecolor)]

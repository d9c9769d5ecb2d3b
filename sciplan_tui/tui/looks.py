"""How the screens speak and look, changed while they are open: the language, the colours."""

from __future__ import annotations

from sciplan_tui.locale import LANGUAGES, language, say, speak
from sciplan_tui.tui.desk_app import DeskApp


class Looks(DeskApp):
    """The gestures that every screen knows; each open screen follows without losing its place."""

    def action_language(self) -> None:
        """The next language, on every screen that is open."""
        speak(LANGUAGES[(LANGUAGES.index(language()) + 1) % len(LANGUAGES)])
        for screen in self.screen_stack:
            if speak_anew := getattr(screen, "speak_anew", None):
                speak_anew()
            for part in screen.walk_children():
                part.refresh()
        self.tell(say("tui.spoken"))

    def tell(self, sentence: str) -> None:
        """Say a sentence on the screen in front, where it has a line for one."""
        if note := getattr(self.screen, "say", None):
            note(sentence)

"""How the screens speak and look, changed while they are open: the language, the colours."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App
from textual.screen import Screen

from sciplan_tui.errors import StoreError
from sciplan_tui.locale import LANGUAGES, language, say, speak
from sciplan_tui.tui import themes
from sciplan_tui.tui.action import in_force
from sciplan_tui.tui.desk_app import DeskApp
from sciplan_tui.tui.widgets.matrix.palette import paint
from sciplan_tui.workspace.preferences import Preferences


class Looks(DeskApp):
    """The gestures that every screen knows; each open screen follows without losing its place."""

    preferences: Preferences
    to_say: Sequence[str] = ()
    """What is to be said of the keys, once there is a screen to say it on."""

    def begin_looks(self, preferences: Preferences | None) -> None:
        """Before the first screen: the theme that was kept, if there is one of that name."""
        self.preferences = preferences or Preferences()
        self.set_keymap({name: ",".join(keys) for name, keys in in_force().items()})
        for theme in themes.OURS:
            self.register_theme(theme)
        kept = self.preferences.theme
        self._begin_with(kept if kept in themes.names(self) else themes.CALM.name)

    def _begin_with(self, name: str) -> None:
        """A theme without telling those who watch it: nothing has been drawn, and the style sheet is read only once."""
        self.set_reactive(App.theme, name)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())
        paint(themes.palette_of(self.current_theme))

    def say_what_there_is(self) -> None:
        """What was left out of the file of keys: the first, and how many more there are."""
        if self.to_say:
            first, more = self.to_say[0], len(self.to_say) - 1
            self.tell(first + (say("look.keys_more", count=more) if more else ""))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The grounds and inks of the theme, for the style sheet."""
        begun = hasattr(self, "preferences")  # Textual asks once before
        return dict(themes.variables(self.current_theme if begun else themes.CALM))

    def watch_theme(self) -> None:
        """What is drawn without the style sheet follows too."""
        paint(themes.palette_of(self.current_theme))
        for screen in self.screen_stack if self.is_running else ():
            _draw_anew(screen)

    def action_theme(self) -> None:
        """Choose a theme, which is seen at once."""
        from sciplan_tui.tui.screens.theme import ThemeScreen

        if not self.screen.is_modal:
            self.push_screen(ThemeScreen(themes.names(self), self.theme), self._themed)

    def _themed(self, name: str | None) -> None:
        if name is None:
            return
        try:
            self.preferences.keep_theme(name)
        except StoreError as fault:
            self.tell(str(fault))
        else:
            self.tell(say("look.kept", name=themes.title(name)))

    def action_language(self) -> None:
        """The next language, on every screen that is open, and at the next start."""
        speak(LANGUAGES[(LANGUAGES.index(language()) + 1) % len(LANGUAGES)])
        for screen in self.screen_stack:
            if speak_anew := getattr(screen, "speak_anew", None):
                speak_anew()
            _draw_anew(screen)
        try:
            self.preferences.keep_language(language())
        except StoreError as fault:
            self.tell(str(fault))
        else:
            self.tell(say("tui.spoken"))

    def tell(self, sentence: str) -> None:
        """Say a sentence on the screen in front, where it has a line for one."""
        if note := getattr(self.screen, "say", None):
            note(sentence)


def _draw_anew(screen: Screen[object]) -> None:
    for part in screen.walk_children():
        part.refresh()

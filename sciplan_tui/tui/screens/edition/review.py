"""The review of what an edition changes: each difference is accepted or not; Enter carries out the whole decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from sciplan_tui.core.diff import choosing
from sciplan_tui.errors import StoreError
from sciplan_tui.locale import say
from sciplan_tui.tui.actions import bindings, of
from sciplan_tui.tui.desk.review import Review, Waiting
from sciplan_tui.tui.messages import Answered, Finished
from sciplan_tui.tui.screens.copying import Copying
from sciplan_tui.tui.screens.listing import Listing
from sciplan_tui.tui.widgets.line_list import Head, LineList, Pieces
from sciplan_tui.tui.widgets.text import list_tables
from sciplan_tui.tui.widgets.text.difference_lines import detail, grouped, pieces
from sciplan_tui.tui.work import in_background, write_in_background


@dataclass
class Changed(Message):
    """What was to be decided is not as it was read; `waiting` is what waits now."""

    waiting: Waiting
    sentence: str


class ReviewScreen(Listing[int, str], Copying):
    """Hands back the sentence that says what was decided; None when there was nothing to decide."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("review", "review_left", "ends")

    OF_LINES = frozenset(one.name for one in of("review", "review_left")) - {"review_back"}
    foremost = ("review_toggle", "review_apply", "review_reject", "review_all", "review_none", "review_back")

    def __init__(self, review: Review, waiting: Waiting | None = None) -> None:
        super().__init__()
        self._review = review
        self.SCOPES = ("review", *(("review_left",) if review.pending else ()), "rows", "ends", "app")
        self._first = waiting
        self._waiting = Waiting("", 0, ())
        self._accepted: frozenset[int] = frozenset()
        self._rejected: frozenset[int] = frozenset()

    def on_mount(self) -> None:
        """Show what waits, or read it."""
        if self._first is not None:
            self._fill(self._first)
            return
        self.say(say("tui.reading"))
        self.read()

    def read(self) -> None:
        """Read what waits now: also when another program has changed something."""
        in_background(self, lambda: Answered(self._review.read()), group="review")

    def on_answered(self, message: Answered[Waiting]) -> None:
        """It was read; what is decided so far is kept."""
        if not self._waiting.differences:
            self.say("")
        self._fill(message.value)

    def _fill(self, waiting: Waiting) -> None:
        """Show what waits; of what was there before, the decision is kept."""
        kept = {one.identity: at in self._accepted for at, one in enumerate(self._waiting.differences)}
        certain = choosing.certain(waiting.differences)
        accepted = (at for at, one in enumerate(waiting.differences) if kept.get(one.identity, at in certain))
        rejected = {self._waiting.differences[at].identity for at in self._rejected}
        self._accepted = choosing.closed(waiting.differences, frozenset(accepted))
        self._rejected = frozenset(at for at, one in enumerate(waiting.differences) if one.identity in rejected)
        self._rejected -= self._accepted
        self._waiting = waiting
        if not waiting.differences:
            self.say(say("review.empty" if self._review.pending else "review.same"))
        self.show_lines()

    # What is shown

    def show_lines(self) -> None:
        """Fill the title line and the list with what is known by now."""
        lines: list[int | Head] = []
        for kind, places in grouped(self._waiting.differences):
            accepted = len(self._accepted.intersection(places))
            lines += [Head(say(f"review.kind.{kind}"), say("review.group", accepted=accepted, count=len(places)))]
            lines += places
        self.lines.show(lines)
        self._count()
        self.tell()

    def _count(self) -> None:
        waiting, pending = self._waiting, self._review.pending
        count, accepted, rejected = len(waiting.differences), len(self._accepted), len(self._rejected)
        facts = {"count": count, "accepted": accepted, "rejected": rejected, "left": count - accepted - rejected}
        title = say("review.title_left" if pending else "review.title", title=waiting.title, edition=waiting.edition)
        self.head(title, say("review.counts_rejected" if pending else "review.counts", **facts))

    def pieces(self, key: int, width: int) -> Pieces:
        """Sign, path, what changes, where, and why it is only proposed."""
        return pieces(self._waiting.differences[key], self._sign(key), width)

    def _sign(self, at: int) -> str:
        return "[x]" if at in self._accepted else "[-]" if at in self._rejected else "[ ]"

    def detail(self, key: int, width: int) -> Content:
        """Old, new, and what a person has put."""
        return detail(self._waiting, key, self._accepted, width)

    @property
    def idle(self) -> frozenset[str]:
        """An edition that says the same is kept by the same key as one that says otherwise."""
        return super().idle - (frozenset() if self._review.pending else {"review_apply"})

    # What a person does

    def _choose(self, accepted: frozenset[int]) -> None:
        """Another decision; what goes with it is said."""
        key = self.lines.key
        along = len((accepted ^ self._accepted) - {key})
        self._accepted = accepted
        self._rejected -= accepted
        self.show_lines()
        self.say(say("review.together", count=along) if along else "")

    def action_choose(self) -> None:
        """Accept the difference under the cursor, or not."""
        at = self.lines.key
        if at is not None:
            self._choose(choosing.toggled(self._waiting.differences, self._accepted, at))

    def action_choose_all(self) -> None:
        """Accept everything."""
        self._choose(choosing.everything(self._waiting.differences))
        self.say("")

    def action_choose_none(self) -> None:
        """Accept nothing."""
        self._choose(frozenset())
        self.say("")

    def action_choose_kind(self) -> None:
        """Accept all of this kind; when they are, none of them."""
        at = self.lines.key
        if at is None:
            return
        told = self._waiting.differences
        self._choose(choosing.kind_toggled(told, self._accepted, told[at].kind))

    def action_reject(self) -> None:
        """Settle one that stays proposed: it is not asked about again."""
        at = self.lines.key
        if at is not None and self._review.pending:
            self._rejected ^= {at}
            self._accepted = choosing.closed(self._waiting.differences, self._accepted - {at})
            self.show_lines()

    def action_apply(self) -> None:
        """Carry the decision out."""
        if self._review.pending and not self._accepted | self._rejected:
            self.say(say("review.nothing"), urgent=True)
            return
        review, waiting, accepted, rejected = self._review, self._waiting, self._accepted, self._rejected
        self.say(say("tui.reading"))

        def work() -> Finished | Changed:
            try:
                review.decide(waiting, accepted, rejected)
            except StoreError as error:
                if error.code != "changed_meanwhile":
                    raise
                return Changed(review.read(), str(error))
            left = len(waiting.differences) - len(accepted) - len(rejected)
            told = {"title": waiting.title, "edition": waiting.edition, "accepted": len(accepted), "left": left}
            return Finished(
                say("review.decided" if review.pending else "review.applied", rejected=len(rejected), **told)
            )

        write_in_background(self, work)

    def on_changed(self, message: Changed) -> None:
        """Another program was faster: nothing was done, and what waits now is shown."""
        self._fill(message.waiting)
        self.say(say("review.read_anew", why=message.sentence), urgent=True)

    def on_finished(self, message: Finished) -> None:
        """It is done."""
        self.dismiss(message.sentence)

    def action_back(self) -> None:
        """Leave all untouched."""
        waiting = self._waiting
        key = "review.left_pending" if self._review.pending else "review.left"
        self.dismiss(say(key, title=waiting.title, count=len(waiting.differences)) if waiting.differences else None)

    def action_copy(self) -> None:
        """Copy the differences as they stand, with what is decided of each."""
        told = self._waiting.differences
        places = self.lines.keys
        states = {id(told[at]): self._sign(at) for at in places}
        self.copy_table(list_tables.differences((told[at] for at in places), lambda one: states[id(one)]))

    # The mouse

    def on_line_list_clicked(self, message: LineList.Clicked) -> None:
        """A click on the sign does what Space does."""
        if 0 <= message.x < len("[x]"):
            self.action_choose()

    def on_line_list_opened(self) -> None:
        """A double click, too."""
        self.action_choose()

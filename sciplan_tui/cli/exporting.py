"""`sciplan export`: a view taken away as a file, or to stdout."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sciplan_tui import settings
from sciplan_tui.cli import output
from sciplan_tui.cli.no_rows import tell_if_none
from sciplan_tui.cli.parameters import AsOf, Inherited, Plan, Query, as_of_day, one_of
from sciplan_tui.cli.views import Asked, as_viewed
from sciplan_tui.errors import UsageError, WritingError
from sciplan_tui.exits import Exit
from sciplan_tui.locale import LANGUAGES, say

if TYPE_CHECKING:
    from sciplan_tui.core.export_options import ExportOptions
    from sciplan_tui.workspace.export.options import KeptOptions

ENCODINGS = ("utf-8-sig", "utf-8", "gb18030")
Printed = Annotated[bool, typer.Option("--printed", help="out.option.printed")]
Proposed = Annotated[bool, typer.Option("--proposed", help="registry.proposed")]
NoProposed = Annotated[bool, typer.Option("--no-proposed", help="out.option.no_proposed")]
Columns = Annotated[str | None, typer.Option("--columns", metavar="NAME,...", help="out.option.columns")]
Language = Annotated[str | None, typer.Option("--language", metavar="zh|en", help="out.option.language")]
Order = Annotated[str | None, typer.Option("--order", metavar="protocol|load", help="out.option.order")]
Recalled = Annotated[bool, typer.Option("--kept", help="out.option.kept")]
Keep = Annotated[bool, typer.Option("--keep", help="out.option.keep")]


def export(
    view: Annotated[str, typer.Argument(metavar="VIEW", help="cli.view")],
    query: Query = None,
    named: Asked = None,
    out: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="cli.out")] = None,
    force: Annotated[bool, typer.Option("--force", help="cli.force")] = False,
    format: Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="cli.format")] = None,  # noqa: A002 the option's name
    encoding: Annotated[str | None, typer.Option("--encoding", metavar="ENCODING", help="cli.export_encoding")] = None,
    columns: Columns = None,
    language: Language = None,
    order: Order = None,
    inherited: Inherited = False,
    printed: Printed = False,
    proposed: Proposed = False,
    no_proposed: NoProposed = False,
    kept: Recalled = False,
    keep: Keep = False,
    as_of: AsOf = None,
    plan: Plan = None,
) -> Exit:
    """Write the view to FILE (never over one that is there, but with --force), or to stdout, which `-` means too."""
    from sciplan_tui.core.view.spec import ColumnOrder, ViewSpec
    from sciplan_tui.workspace.export import exporting

    out = None if out == "-" else out
    one_of("VIEW", view, exporting.VIEWS)
    asked, of_plan = as_viewed(named, query, plan)
    said = {
        "format": _one("--format", format, exporting.FORMATS),
        "encoding": _one("--encoding", encoding, ENCODINGS),
        "language": _one("--language", language, LANGUAGES),
        "order": None if order is None else ColumnOrder(one_of("--order", order, tuple(ColumnOrder))),
        "columns": None if columns is None else _named(columns),
        "inherited": _either(("--inherited", inherited), ("--printed", printed)),
        "proposed": _either(("--proposed", proposed), ("--no-proposed", no_proposed)),
    }
    memory = _memory() if kept or keep else None
    options = _options(view, said, memory if kept else None, out)
    written = exporting.export(
        settings.database_path(), view, ViewSpec(of_plan, asked), options, out=None if out is None else Path(out),
        force=force, today=settings.today(), as_of=as_of_day(as_of),
    )  # fmt: skip
    if isinstance(written, bytes):
        output.data_bytes(written)
    else:
        output.tell(say("cli.export.written", file=written))
    tell_if_none(asked, of_plan, as_of)
    if memory and keep:
        memory.keep(view, options)
    return Exit.DONE


def _one(option: str, value: str | None, allowed: tuple[str, ...]) -> str | None:
    return None if value is None else one_of(option, value, allowed)


def _named(columns: str) -> tuple[str, ...]:
    """The names in a list, parted by commas, else by blanks. Raises UsageError where there is none."""
    parted = re.split(r"[,，、]", columns) if re.search(r"[,，、]", columns) else columns.split()
    names = tuple(dict.fromkeys(name.strip() for name in parted if name.strip()))
    if not names:
        raise UsageError("option_empty", option="--columns")
    return names


def _either(with_it: tuple[str, bool], without: tuple[str, bool]) -> bool | None:
    """Whether it is wanted; None: nothing was said. Raises UsageError where both were."""
    if with_it[1] and without[1]:
        raise UsageError("options_exclude", one=with_it[0], other=without[0])
    return with_it[1] if with_it[1] or without[1] else None


def _options(view: str, said: Mapping[str, Any], memory: KeptOptions | None, out: str | None) -> ExportOptions:
    """What was kept, where it is asked for, and over it what was said. The name of a file tells its format."""
    from sciplan_tui.core.export_options import PLAIN
    from sciplan_tui.workspace.export.exporting import format_of, suffix_of

    if out is not None:
        _check_suffix(out, said["format"])
    before = PLAIN if memory is None else memory.of(view)
    before = replace(before, format=suffix_of(Path(out)) or before.format) if out is not None else before
    options = replace(before, **{name: value for name, value in said.items() if value is not None})
    form = options.format or format_of(None)
    _check_form(form, said["encoding"], out)
    _check_view(view, form, said)
    return options


def _check_suffix(out: str, form: str | None) -> None:
    """Raises WritingError where neither the name of the file nor an option tells the format."""
    from sciplan_tui.workspace.export.exporting import FORMATS, suffix_of

    suffix = Path(out).suffix
    if suffix and form is None and suffix_of(Path(out)) is None:
        raise WritingError("export_suffix", file=out, suffix=suffix, known=" ".join(FORMATS))


def _check_form(form: str, encoding: str | None, out: str | None) -> None:
    """Raises WritingError where a format is nothing for a terminal, or has an encoding of its own."""
    from sciplan_tui.workspace.export.exporting import OFFICE

    if out is None and form in OFFICE and output.shown_to_someone():
        raise WritingError("export_to_terminal", format=form)
    if form != "csv" and (form in OFFICE or encoding != "utf-8") and encoding is not None:
        raise WritingError("export_encoding_fixed", format=form, encoding=encoding)


def _check_view(view: str, form: str, said: Mapping[str, Any]) -> None:
    """Raises WritingError where something was said that the view does not have. What was only kept is let be."""
    from sciplan_tui.workspace.export.exporting import INHERITED, PROPOSED, has_columns

    if said["inherited"] is not None and view not in INHERITED:
        raise WritingError("export_inherited", view=view, known=" ".join(INHERITED))
    if said["proposed"] and view not in PROPOSED:
        raise WritingError("export_proposed", view=view, known=" ".join(PROPOSED))
    if said["columns"] is not None and not has_columns(view, form):
        raise WritingError("export_columns_fixed", view=view, format=form)


def _memory() -> KeptOptions:
    """What was kept; why nothing could be read is told."""
    from sciplan_tui.workspace.export.options import KeptOptions, options_file

    memory = KeptOptions(options_file())
    if memory.fault is not None:
        output.tell(str(memory.fault))
    return memory


COMMANDS = {"export": export}

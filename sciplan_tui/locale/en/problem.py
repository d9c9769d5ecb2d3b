"""What the reader was not sure of."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "traditional": "The text is in traditional characters and was read in simplified ones; the original is kept as it is.",
    "taiwan_wording": "“{before}” is the wording of a converting website; it is read as “{after}”.",
    "restored": "Characters are lost: “{before}”; put back from the same words elsewhere: “{after}”.",
    "unreadable": "Characters are lost and cannot be known for certain: “{text}”. Compare the original.",
    "wrapped": "All lines break at one width (as if copied from a PDF); they were joined to paragraphs.",
    "joined": "Lines {first} to {last} are one sentence broken in the middle; they were joined.",
    "number_order": "Number {number} is out of order (number {expected} was expected). Is something missing, or misnumbered?",
    "inferred_heading": "A heading is missing here; by the numbers it is {path}, named “{title}” for the time being.",
    "alias_proposed": "“{one}” and “{other}” may be two names of one unit; they are left apart until you say so.",
    "annex_repeats": "The annex table repeats the assignments of the text ({rows} rows); they are counted once. Units differ in {units} places, titles in {titles}.",
    "annex_title_differs": "Row {row} of the annex calls the task “{table}”, the text “{text}”.",
    "annex_units_differ": "Row {row} of the annex, “{title}”, names other units than the text (+ only the annex, - only the text): {units}. The text counts; please compare.",
    "annex_row_unmatched": "Row {row} of the annex, “{title}”, has no task in the text and is listed as a task of its own. Please compare.",
    "role_ambiguous": "The label names two roles; read as responsible: {text}. Please check.",
    "unit_unreadable": "This does not look like a unit's name and is not counted: {text}",
    "statement_unattached": "This unit statement belongs to no task that was found and is not counted: {text}",
    "section_statements": "{count} unit statements stand on a line of their own after the items and hold for the whole section: the items name nobody.",
    "last_item_statements": "{count} unit statements stand at the end of the last item, the items before it name nobody; they hold for the whole section.",
    "label_words": "One role is written in different words: “{word}” {count} times, elsewhere “{usual}”.",
}

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
}

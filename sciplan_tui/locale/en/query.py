"""What the query line and the views say."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # What is wrong with a term: the caret is under it
    "fault.query_field": "there is no {field}: here. To find these letters, put them in quotes.",
    "fault.query_empty": "nothing follows {field}: yet.",
    "fault.query_value": '{field}: has no "{value}". Tab lists what it has.',
    "fault.query_minus": "nothing follows the minus yet.",
    "fault.query_quote": "the quote is still open {quote}",
    "fault.query_milestone": 'there is no milestone "{milestone}". Tab lists those there are.',
    "fault.query_milestones": '"{milestone}" fits several in {plan}: {known}',
    # What can be written
    "field.lead": "lead unit", "field.resp": "responsible unit", "field.support": "supporting unit", "field.unit": "unit in any role",
    "field.plan": "plan", "field.path": "number, and what is below it", "field.kind": "kind", "field.mark": "mark at a milestone",
    "field.status": "state, late or near", "field.target": "word of a figure", "field.no": "what is not named",
    "no.lead": "no lead unit", "no.resp": "no responsible unit", "no.support": "no supporting unit", "no.unit": "no unit",
    "no.target": "no figure", "no.mark": "no mark",
    "none": "without a mark",
}  # fmt: skip

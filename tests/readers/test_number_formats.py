"""A number is read as the workbook prints it: shares with their sign, units behind their figure, months as months."""

import datetime

import pytest

from sciplan_tui.readers.sheet.number_formats import form_of, printed, read_form

DAY = datetime.date(2024, 6, 1)


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("0%", 0.16, "16%"),
        ("0.00%", 0.155, "15.5%"),
        ("0%;[Red]-0%", 0.07, "7%"),
        ('"≥"0%', 0.28, "≥28%"),
        ('0"场"', 12.0, "12场"),
        ("#,##0\\ 人次", 12000.0, "12000人次"),
        ("[$¥-804]#,##0.00", 3000.0, "¥3000"),
        ('yyyy"年"m"月"', DAY, "2024年6月"),
        ('[$-804]yyyy"年"m"月";@', DAY, "2024年6月"),
        ("mmm-yy", DAY, "2024年6月"),
        ("yyyy", DAY, "2024年"),
        ('yyyy"年"m"月"d"日"', 45444.0, "2024-06-01"),
        ('e"年"m"月"', 45444.0, "2024年6月"),
    ],
)
def test_what_is_printed_is_read(code: str, value: object, text: str) -> None:
    form = read_form(code)
    assert form is not None
    assert printed(value, form) == text


@pytest.mark.parametrize(
    "code",
    [
        "General",
        "G/通用格式",
        "0",
        "0.00",
        "#,##0_ ",
        "@",
        "h:mm",
        "[h]:mm",
        "0.00E+00",
        '0!.0000"万"',
        '0.0,"千"',
        "# ?/?",
    ],
)
def test_what_prints_the_value_or_scales_it_has_no_form(code: str) -> None:
    assert read_form(code) is None


def test_formats_that_a_file_names_by_number_only() -> None:
    forms = [form_of(number, {}) for number in (9, 57, 14, 0, 4, 164)]
    values = (0.16, 45444.0, 45444.0, 1.0, 1.0, 1.0)
    assert [form and printed(value, form) for form, value in zip(forms, values, strict=True)] == [
        "16%",
        "2024年6月",
        "2024-06-01",
        None,
        None,
        None,
    ]


def test_a_form_for_numbers_leaves_words_and_days_as_they_are() -> None:
    share = read_form("0%")
    assert share is not None
    assert printed("长期", share) is None
    assert printed(DAY, share) is None
    assert printed(1e30, share) is None

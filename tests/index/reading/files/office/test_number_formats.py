"""What cells show."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from index.reading.files.office.number_formats import shown


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (0.95, "0%", "95%"),
        (0.955, "0.0%", "95.5%"),
        (1, "0%", "100%"),
        (0.1 + 0.2, "General", "0.3"),
        (12, "General", "12"),
        (1234567, "#,##0", "1,234,567"),
        (2.5, "0", "3"),
        (2.50, "0.00", "2.50"),
        (2.5, "0.##", "2.5"),
        (3.0, "0.##", "3"),
        (30, '0"人"', "30人"),
        (19, '"≤"0', "≤19"),
        (-5, "0_);(0)", "(5)"),
        (-5, "0", "-5"),
        (0, '0;-0;"—"', "—"),
        (8, "[Red]0", "8"),
        (1200, "¥#,##0.00", "¥1,200.00"),
        (0.25, "# ?/?", "0.25"),
        (150000000000.0, "0", "150000000000"),
        (True, "General", "TRUE"),
        (None, "0", ""),
        ("县教育局", "@", "县教育局"),
        (date(2025, 6, 30), "mm-dd-yy", "2025年6月30日"),
        (datetime(2025, 6, 30), 'yyyy"年"m"月"', "2025年6月"),
        (datetime(2025, 6, 30), 'm"月"d"日"', "6月30日"),
        (datetime(2025, 6, 30, 9, 30), "yyyy/m/d h:mm", "2025年6月30日 09:30"),
        (datetime(2025, 6, 30, 9, 30), "[$-804]yyyy/m/d", "2025年6月30日"),
        (time(9, 30), "h:mm", "09:30"),
    ],
)
def test_a_value_is_shown_in_its_format(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text

"""Which dates every reader of EDTF takes. That of npm is asked in `tests/export/test_consumers.py`."""

from __future__ import annotations

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from eujdef_tui.text.edtf import DateError, parse
from eujdef_tui.text.portable_dates import is_portable

# As edtf 5.0.2, edtf-validate 2.0.0 and edtf 4.11.1 of npm took them.
TAKEN = """
2024 2024~ 2024? 2024% 0044 -0044 -0044~ 0000 2024-11 2024-11~ 2024-11-01 2024-11-01? -0044-03-15 202X 20XX -012X
Y17000 Y-17000 2024-XX 2024-11-XX 2024-XX-XX 2024-21 2024-24 2024-33 2024-36 2024-37 2024-40 2024-41
2024-11-01T10:30:00Z 2024-11-01T10:30:00 2024-11-01T10:30:00+09:00 2024-11-01T10:30:00+09
2024/.. ../2024 2024/ /2024 2024~/.. ../2024-11-01 2024/2025 2024/2025-11 2024-11-01~/2025? -0044/2025 -0044/..
2024/203X 202X/2025 2024/2025-11-XX 2024/2024-03 2026-01~/2026-03~ 2024-01%/2024-03%
""".split()
REFUSED = """
2026-33~ 2024-21~ 2024-36? 2024-40% 202X~ 20XX? Y17000~ 2024-XX~ 2024-11-XX~ 2024-11-01T10:30Z 2024-11-01T10:30
2024-11-01T10:30:00.5Z 2024-11-01T10:30:00+0900 2024-11-01T10:30:00Z~ 202X/.. ../202X 2024-21/.. ../2024-21 2024-33/..
2024-21/2024-22 2024/2025-21 2024-33/2024-34 2026-34~/2026-35~ Y17000/.. 2024-XX/2025 2024/2025-XX ../-0044 ../0000
2024~/203X 202X/2025~ 2024-03/2024 2024?/2024? 2024-11-01T10:30:00Z/2025 2024/Y27000
""".split()


@pytest.mark.parametrize("date", TAKEN)
def test_what_all_readers_take_is_portable(date: str) -> None:
    assert is_portable(date)


@pytest.mark.parametrize("date", REFUSED)
def test_what_one_reader_refuses_is_an_extension_of_ours(date: str) -> None:
    assert parse(date)
    assert not is_portable(date)


def test_what_is_no_date_is_neither() -> None:
    with pytest.raises(DateError):
        is_portable("2024-13")


@pytest.mark.slow
def test_the_edtf_library_takes_what_is_portable_and_some_reader_refuses_the_rest() -> None:
    for date in TAKEN:
        parse_edtf(date)
    refused = 0
    for date in REFUSED:
        try:
            parse_edtf(date)
        except (EDTFParseException, TypeError, AttributeError):
            refused += 1
    assert refused >= len(REFUSED) // 2

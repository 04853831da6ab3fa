"""What is wrong in a folder of catalogue files, across files too: every sentence names the file and the key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tiendo.catalogue.files import SECTORS_FILE, CatalogueFile, UnreadableContent, indicator_paths, read_file
from tiendo.catalogue.model import Indicator, PartKind, Semantics
from tiendo.catalogue.names import measure_key
from tiendo.catalogue.reading import Problem, read_indicator, read_sectors, unreadable

_PERCENT = "PT"
_POINTS = "PP"
_RANK = "HANG"
_PERCENT_ONLY = {Semantics.GROWTH, Semantics.COMPOSITION, Semantics.COMPOSITION_PART}
_NEVER_PERCENT = {Semantics.FLOW, Semantics.CUMULATIVE_FLOW, Semantics.STOCK, Semantics.CEILING}


def problems(folder: Path) -> list[Problem]:
    """Everything that is wrong in the catalogue in `folder`, in the order of its files; empty if it is sound."""
    found: list[Problem] = []
    places: dict[str, str] = {}
    indicators: dict[str, Indicator] = {}
    sectors = _sector_ids(folder, found)
    for path in indicator_paths(folder):
        file = _read(path, found)
        if file is None:
            continue
        indicator, wrong = read_indicator(file)
        found += wrong
        if not wrong:
            found += _file_problems(indicator, file, sectors)
            indicators[indicator.id] = indicator
            places[indicator.id] = file.place
    for indicator in indicators.values():
        found += _reference_problems(indicator, indicators, places[indicator.id])
    return found + list(_name_problems(indicators.values(), places))


def _read(path: Path, found: list[Problem]) -> CatalogueFile | None:
    try:
        return read_file(path)
    except UnreadableContent as error:
        found.append(unreadable(path, error))
        return None


def _sector_ids(folder: Path, found: list[Problem]) -> set[str]:
    file = _read(folder / SECTORS_FILE, found)
    if file is None:
        return set()
    sectors, wrong = read_sectors(file)
    found += wrong
    return {sector.id for sector in sectors}


def _file_problems(indicator: Indicator, file: CatalogueFile, sectors: set[str]) -> Iterator[Problem]:
    """What one file must hold to on its own."""
    if indicator.id != file.path.stem:
        yield Problem(
            file.place,
            "id",
            vi=f"mã {indicator.id!r} phải trùng với tên tệp.",
            en=f"the id {indicator.id!r} must be the name of the file.",
        )
    if indicator.sector != file.path.parent.name:
        yield Problem(
            file.place,
            "sector",
            vi=f"lĩnh vực {indicator.sector!r} phải trùng với tên thư mục.",
            en=f"the sector {indicator.sector!r} must be the name of the folder.",
        )
    if indicator.sector not in sectors:
        yield Problem(
            file.place,
            "sector",
            vi=f"lĩnh vực {indicator.sector!r} không có trong {SECTORS_FILE}.",
            en=f"the sector {indicator.sector!r} is not in {SECTORS_FILE}.",
        )
    yield from _unit_problems(indicator, file.place)


def _unit_problems(indicator: Indicator, place: str) -> Iterator[Problem]:
    measure = indicator.measured_in.unit.measure
    semantics = indicator.semantics
    if (
        (semantics in _PERCENT_ONLY and measure != _PERCENT)
        or (semantics in _NEVER_PERCENT and measure in (_PERCENT, _POINTS))
        or ((semantics is Semantics.RANK) != (measure == _RANK))
    ):
        yield Problem(
            place,
            "unit.measure",
            vi=f"loại {semantics} không đo bằng {measure}.",
            en=f"a {semantics} is not measured in {measure}.",
        )
    part = indicator.part_of
    if part and part.kind is PartKind.COMPOSITION and semantics is not Semantics.COMPOSITION_PART:
        yield Problem(
            place,
            "part_of.kind",
            vi="chỉ composition_part mới là phần của một cơ cấu.",
            en="only a composition_part is a part of a composition.",
        )


def _reference_problems(indicator: Indicator, known: Mapping[str, Indicator], place: str) -> Iterator[Problem]:
    """Every id that a file names must exist and be another one."""
    for key, target in _references(indicator):
        if target not in known or target == indicator.id:
            yield Problem(
                place,
                key,
                vi=f"không có chỉ tiêu nào khác mang mã {target!r}.",
                en=f"there is no other indicator {target!r}.",
            )
    base = known.get(indicator.variant_of or "")
    if base is not None and base.variant_of is not None:
        yield Problem(
            place,
            "variant_of",
            vi=f"{base.id!r} cũng là biến thể; hãy nêu chỉ tiêu gốc {base.variant_of!r}.",
            en=f"{base.id!r} is a variant itself; name its base {base.variant_of!r}.",
        )


def _references(indicator: Indicator) -> Iterator[tuple[str, str]]:
    if indicator.variant_of is not None:
        yield "variant_of", indicator.variant_of
    if indicator.part_of is not None:
        yield "part_of.id", indicator.part_of.id
    if indicator.planned_as is not None:
        yield "planned_as", indicator.planned_as
    for index, bound in enumerate(indicator.at_most):
        yield f"at_most[{index}].id", bound.id
    for index, confusion in enumerate(indicator.not_to_be_confused_with):
        yield f"not_to_be_confused_with[{index}].id", confusion.id


def _name_problems(indicators: Iterable[Indicator], places: Mapping[str, str]) -> Iterator[Problem]:
    """Two indicators may share a name only where unit or kind of measure tells them apart."""
    owners: dict[tuple[str, str, bool], list[tuple[str, str]]] = defaultdict(list)
    for indicator in indicators:
        signature = (indicator.measured_in.unit.measure, indicator.semantics is Semantics.GROWTH)
        for key, name in _standing_names(indicator):
            reduced = measure_key(name)
            earlier = owners[(reduced, *signature)]
            rival = next((other for other, _ in earlier if other != indicator.id), None)
            if not reduced:
                yield Problem(
                    places[indicator.id],
                    key,
                    vi=f"tên {name!r} không còn từ nào có nghĩa.",
                    en=f"the name {name!r} has no word that counts.",
                )
            elif rival is not None:
                yield Problem(
                    places[indicator.id],
                    key,
                    vi=f"tên {name!r} đã thuộc về {rival!r}, cùng đơn vị và cùng loại.",
                    en=f"the name {name!r} already belongs to {rival!r}, with the same unit and kind.",
                )
            elif any(other == indicator.id for other, _ in earlier):
                yield Problem(
                    places[indicator.id],
                    key,
                    vi=f"tên {name!r} đã có: hai cách viết này là một.",
                    en=f"the name {name!r} is there already: the two spellings are one.",
                )
            earlier.append((indicator.id, name))


def _standing_names(indicator: Indicator) -> Iterator[tuple[str, str]]:
    """The names that stand without a context, each with its key in the file."""
    yield "names.vi", indicator.names.vi
    for index, alias in enumerate(indicator.aliases):
        yield f"aliases[{index}]", alias
    for index, near in enumerate(indicator.near_aliases):
        yield f"near_aliases[{index}].name", near.name

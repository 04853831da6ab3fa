"""Takes an official boundary file in: read, link, project, simplify, keep."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tiendo.facts.errors import LookupRefused, WrongFormat
from tiendo.intake.boundaries.geojson import read_features
from tiendo.intake.boundaries.kept import Boundaries, keep_boundaries
from tiendo.intake.boundaries.linking import Linked, Properties, link
from tiendo.intake.boundaries.projecting import Drawing, drawn
from tiendo.reference.territories import Territory, children
from tiendo.reference.validity import printed

_PROPERTIES_SHOWN = 30  # names that a message lists


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file. `place` is where the outlines were kept; `None` where they were not."""

    features: int
    linked: Linked
    drawing: Drawing | None
    place: Path | None

    @property
    def is_whole(self) -> bool:
        """Whether every unit has its outline; only then a map is drawn with them."""
        return not self.linked.missing and self.drawing is not None


def import_boundaries(
    content: bytes, *, name: str, province: str, on: date, properties: Properties, rehearsal: bool = False
) -> Imported:
    """Keep the outlines of all units directly below a province on a day, where the file has every one of them.

    Raises `WrongFormat`, `DocumentTooLarge`, `PlaceRefused`; `LookupRefused` where the units are not known.
    """
    units = children(province, on)
    if not units:
        raise LookupRefused(
            vi=f"Danh mục không có đơn vị nào dưới mã tỉnh {province[:10]!r} vào ngày {printed(on)}. Hãy kiểm tra mã "
            "và ngày.",
            en=f"The list has no unit below the province {province[:10]!r} on {on}. Check the code and the day.",
        )
    features = read_features(content, name)
    if not (properties.code or properties.name):
        raise _properties_needed(name, [key for feature in features for key in feature.properties])
    linked = link(features, province, on, properties)
    drawing = drawn({code: feature.rings for code, feature in linked.features.items()}) if linked.features else None
    if linked.missing or drawing is None or rehearsal:
        return Imported(len(features), linked, drawing, None)
    return Imported(len(features), linked, drawing, keep_boundaries(_boundaries(name, province, units, drawing)))


def _boundaries(name: str, province: str, units: tuple[Territory, ...], drawing: Drawing) -> Boundaries:
    """The outlines hold as long as all of the units do."""
    starts = [unit.validity.start for unit in units if unit.validity.start]
    ends = [unit.validity.end for unit in units if unit.validity.end]
    return Boundaries(
        province=province,
        level=units[0].level,
        valid_from=max(starts, default=None),
        valid_to=min(ends, default=None),
        source=name,
        width=drawing.width,
        height=drawing.height,
        paths=dict(drawing.paths),
    )


def _properties_needed(name: str, found: Iterable[str]) -> WrongFormat:
    listed = ", ".join(list(dict.fromkeys(found))[:_PROPERTIES_SHOWN]) or "–"
    return WrongFormat(
        vi=f"Cần biết thuộc tính nào của {name} là mã (--code-property) hoặc tên (--name-property) của đơn vị. "
        f"Tệp có các thuộc tính: {listed}.",
        en=f"Say which property of {name} holds the code (--code-property) or the name (--name-property) of a unit. "
        f"The file has the properties: {listed}.",
    )

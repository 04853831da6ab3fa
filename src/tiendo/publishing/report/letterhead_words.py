"""Words that every form of a report composes from its letterhead in the same way."""

from __future__ import annotations

from tiendo.facts.wording import Wording
from tiendo.publishing.report.model import Letterhead, Report

COUNTRY = Wording("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM")
MOTTO = Wording("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness")
NUMBER = Wording("Số:", "No.:")
TO = Wording("Kính gửi:", "To:")
RECIPIENTS = Wording("Nơi nhận:", "Copies to:")

ROOM_FOR_NUMBER = "\u00a0" * 8
"""What stands where the number of the document is written by hand when it is registered."""

_ELECTED_AND_EXECUTIVE = ("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN")


def number_of(letterhead: Letterhead) -> str:
    """The number, or room for it."""
    return letterhead.number or ROOM_FOR_NUMBER


def title_of(report: Report) -> str:
    """The report's title as one line, for the properties of a file."""
    letterhead = report.letterhead
    return " ".join(f"{letterhead.type_name.capitalize()} {letterhead.subject}".split())


def annex_note(report: Report) -> str:
    """The line under the title of an annex that says which document it belongs to."""
    letterhead = report.letterhead
    number = f"{number_of(letterhead)}/{letterhead.symbol}" if letterhead.symbol else number_of(letterhead)
    day = letterhead.place_and_date.partition(", ")[2]
    if report.language == "vi":
        return f"(Kèm theo {letterhead.type_name.capitalize()} số {number} {day})".replace(" )", ")")
    return f"(Attached to {letterhead.type_name.capitalize()} No. {number}, {day})".replace(", )", ")")


def addressee_lines(report: Report) -> tuple[str, ...]:
    """Whom the report is for: in one line where it is one, else a list below the opening words."""
    opening = TO.sentence(report.language)
    addressees = report.letterhead.addressee
    if len(addressees) <= 1:
        return tuple(f"{opening} {addressee}" for addressee in addressees)
    ends = [";"] * (len(addressees) - 1) + ["."]
    return (opening, *(f"- {name.rstrip(';.')}{end}" for name, end in zip(addressees, ends, strict=True)))


def recipient_lines(report: Report) -> tuple[str, ...]:
    """The list under "Nơi nhận:"."""
    return tuple(f"- {recipient}" for recipient in report.recipients)


def issuer_lines(issuer: str) -> str:
    """The issuer as it is set in its cell: the name of the territory on a line of its own."""
    for body in _ELECTED_AND_EXECUTIVE:
        territory = issuer.removeprefix(f"{body} ")
        if territory != issuer:
            return f"{body}\n{territory}"
    return issuer

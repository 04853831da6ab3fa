"""Reads targets and observations: every printed quantity with what it is about, when, and against what.

One pass a sentence, from left to right. Each number phrase is a value of its own, or says something
about the value before it (percent of plan, change on the year before). What a list leaves out, it
inherits: subject, base of comparison, estimate, "thêm".
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from tiendo.documents.model import Block, BlockKind, Document
from tiendo.extraction.context import Context, Contexts, Polarity
from tiendo.extraction.doubts import Doubt
from tiendo.extraction.norms import states_a_norm
from tiendo.extraction.number_phrases import NumberPhrase, find_number_phrases
from tiendo.extraction.phrases import ADDED, ANY_BASE, LEADING_BASE, LEADING_OTHER_BASE
from tiendo.extraction.sentence import Carried, Compared, Draft, Sentence, Step
from tiendo.extraction.sentences import sentences
from tiendo.extraction.subjects import Span, read_before, read_behind
from tiendo.extraction.times import TimeMention, as_result, find_times
from tiendo.extraction.value_changes import (
    read_bracketed_change,
    read_change,
    read_change_again,
    read_index,
    read_plan,
)
from tiendo.extraction.values import is_from_value, read_value, share_denominators
from tiendo.facts.figures import Comparison, Figure
from tiendo.facts.period import Period
from tiendo.facts.quantity import Change, Quantity
from tiendo.facts.records import Observation, Target
from tiendo.reference.units import read_unit
from tiendo.text.numbers import NumberStyle

_SKIPPED = (BlockKind.LEGAL_BASIS, BlockKind.CLOSING, BlockKind.TABLE_CELL)
_DIGIT = re.compile(r"\d")
# What separates one item of a list from the next.
_NEW_ITEM = re.compile(r"[,;:()]|(?<!\w)(?:và|hoặc|với|từ|cho|lên|xuống|tăng|giảm|bằng)(?!\w)")
_PARALLEL = re.compile(r"(?<!\w)(?:lần\s+lượt|tương\s+ứng\s+là)(?!\w)")
_NONE_OF = re.compile(r"(?<!\w)không\s+(?:còn|có|để)\s+(?:[^\W\d_]+\s+){1,5}$")
# A word with a capital behind a name, not behind a colon or a comma.
_PROPER = re.compile(r"(?: [^\W\d_a-zà-ỹ][a-zà-ỹ]+)+(?=\s)")
# Characters; real sentences are shorter by far, only dumps of tables and hostile texts are not.
_LONGEST_SENTENCE = 3_000
# Each doubt takes this much off a record's confidence.
_DOUBT_COSTS = 0.3


def extract_quantities(
    document: Document, reading: str, lower: str, style: NumberStyle, cited: list[Span], default_period: Period | None
) -> list[Target | Observation]:
    """The quantities of a document's prose, in order.

    `reading` is the reading copy, `lower` the same in lower case with unchanged offsets, `cited` the
    sorted spans of citations.
    """
    contexts = Contexts(document, lower, reading, default_period)
    reader = _Reader(document, reading, lower, style, cited, contexts)
    return [record for block in document.blocks for record in reader.read_block(block)]


class _Reader:
    """Reads block after block; holds what is fixed for the document."""

    def __init__(
        self, document: Document, reading: str, lower: str, style: NumberStyle, cited: list[Span], contexts: Contexts
    ) -> None:
        self.document = document
        self.reading = reading
        self.lower = lower
        self.style = style
        self.cited = cited
        self.contexts = contexts
        self.next_cited = 0

    def read_block(self, block: Block) -> Iterator[Target | Observation]:
        if block.kind in _SKIPPED or _DIGIT.search(self.lower, block.start, block.end) is None:
            return
        context = self.contexts.of(block)
        if not context.holds_facts:
            return
        cited = self.cited_in(block)
        times = self.times_of(block, context, cited)
        excluded = sorted([*cited, *((time.start, time.end) for time in times)])
        phrases = find_number_phrases(self.lower, block.start, block.end, self.style, excluded)
        if phrases:
            for sentence in self.sentences(block, context, times, phrases):
                for draft in sentence.drafts:
                    yield self.record(draft, block)

    def sentences(
        self, block: Block, context: Context, times: list[TimeMention], phrases: list[NumberPhrase]
    ) -> Iterator[Sentence]:
        """The sentences of a block that hold numbers, read."""
        carried = Carried()
        waiting = iter(phrases)
        phrase = next(waiting, None)
        first_time = 0
        for start, end in _stretches(self.reading, block, phrases):
            inside: list[NumberPhrase] = []
            while phrase is not None and phrase.start < end:
                inside.append(phrase)
                phrase = next(waiting, None)
            if not inside:
                carried.dated = None
                continue
            while first_time < len(times) and times[first_time].end <= start:
                first_time += 1
            last_time = first_time
            while last_time < len(times) and times[last_time].start < end:
                last_time += 1
            own_times = times[first_time:last_time]
            sentence = Sentence(self.lower, self.reading, context, carried, own_times, start, end, boundary=start)
            read_sentence(sentence, inside)
            yield sentence

    def times_of(self, block: Block, context: Context, cited: list[Span]) -> list[TimeMention]:
        """The times of a block as its sentences mean them; the dates of cited documents are none."""
        times = find_times(self.reading, block.start, block.end, default_year=self.contexts.default_year)
        if context.polarity is Polarity.REPORTED:
            times = [as_result(time) for time in times]
        if not cited:
            return times
        starts = [start for start, _ in cited]
        return [time for time in times if not _overlaps(time, cited, starts)]

    def cited_in(self, block: Block) -> list[Span]:
        """The spans of citations in a block; blocks are asked for in order."""
        while self.next_cited < len(self.cited) and self.cited[self.next_cited][1] <= block.start:
            self.next_cited += 1
        following = itertools.islice(self.cited, self.next_cited, None)
        return list(itertools.takewhile(lambda span: span[0] < block.end, following))

    def record(self, draft: Draft, block: Block) -> Target | Observation:
        phrase = draft.phrase
        quantity = self.quantity(phrase, draft.per, draft.change)
        doubts = _doubts(draft)
        common = {
            "start": phrase.start,
            "end": phrase.end,
            "quote": self.document.text[phrase.start : phrase.end],
            "provision": block.path,
            "subject": self.text(draft.subject),
            "within": self.text(draft.within) if draft.within is not None else None,
            "quantity": quantity,
            "period": draft.period,
            "annual": draft.annual,
            "cumulative": draft.cumulative,
            "plan_percent": draft.plan_percent,
            "yoy_percent": draft.yoy_percent,
            "yoy_change": draft.yoy_change,
            "comparisons": tuple(self.comparison(compared) for compared in draft.comparisons),
            "doubts": doubts,
            "confidence": round(max(0.1, 1 - _DOUBT_COSTS * len(doubts)), 2),
        }
        if draft.polarity is Polarity.PLANNED:
            return Target(**common)  # type: ignore[arg-type]
        return Observation(**common, estimated=draft.estimated)  # type: ignore[arg-type]

    def quantity(self, phrase: NumberPhrase, per: str | None, change: Change | None) -> Quantity:
        unit_text = self.text((phrase.unit_start, phrase.end))
        return Quantity(
            low=phrase.low,
            high=phrase.high,
            of=phrase.of,
            written_unit=unit_text,
            unit=read_unit(unit_text),
            per=per,
            change=change,
            approximate=phrase.approximate,
        )

    def comparison(self, compared: Compared) -> Comparison:
        phrase = compared.phrase
        figure = Figure(
            start=phrase.start,
            end=phrase.end,
            quote=self.document.text[phrase.start : phrase.end],
            quantity=self.quantity(phrase, None, compared.direction),
        )
        return Comparison(
            figure=figure,
            compared_with=compared.compared_with,
            form=compared.form,
            basis=self.text(compared.basis) if compared.basis is not None else "",
        )

    def text(self, span: Span) -> str:
        return " ".join(self.reading[span[0] : span[1]].split())


def _stretches(reading: str, block: Block, phrases: list[NumberPhrase]) -> Iterator[Span]:
    """The sentences of a block; what runs on without an end is cut before a number, to keep the time linear."""
    index = 0
    for start, end in sentences(reading, block.start, block.end):
        while index < len(phrases) and phrases[index].start < end:
            cut = phrases[index].lead_start
            if cut - start > _LONGEST_SENTENCE:
                yield start, cut
                start = cut
            index += 1
        yield start, end


def _overlaps(time: TimeMention, cited: list[Span], starts: list[int]) -> bool:
    """Whether a time stands in one of the sorted spans, which begin at `starts`."""
    last = bisect.bisect_left(starts, time.end) - 1
    return last >= 0 and cited[last][1] > time.start


def _doubts(draft: Draft) -> tuple[str, ...]:
    """Why the reader is not sure of a value."""
    doubts = []
    if not draft.phrase.known:
        doubts.append(Doubt.UNIT_GUESSED)
    if draft.period is None:
        doubts.append(Doubt.PERIOD_UNKNOWN)
    if draft.subject[1] - draft.subject[0] <= draft.phrase.end - draft.phrase.unit_start and draft.counts_what_follows:
        doubts.append(Doubt.SUBJECT_BARE)
    return tuple(doubts)


def read_sentence(sentence: Sentence, phrases: list[NumberPhrase]) -> None:
    """Fills `sentence.drafts` from its number phrases."""
    if sentence.carried.base is None:
        sentence.carried.base = _stated_base(sentence)
    for index, phrase in enumerate(phrases):
        following = phrases[index + 1].lead_start if index + 1 < len(phrases) else sentence.end
        _read_phrase(sentence, phrase, following)
    share_denominators(sentence)
    if not sentence.drafts:
        sentence.carried.dated = None


def _stated_base(sentence: Sentence) -> str | None:
    """A base that the sentence states once, even at its end, holds for all its changes."""
    found = [match.lastgroup for match in ANY_BASE.finditer(sentence.lower, sentence.start, sentence.end)]
    return "yoy" if found and all(group is not None for group in found) else None


def _read_phrase(sentence: Sentence, phrase: NumberPhrase, following: int) -> None:
    norm = states_a_norm(sentence.lower, sentence.start, phrase, sentence.end, sentence.context.norms)
    if norm or _is_of_parallel_list(sentence, phrase):
        sentence.boundary = phrase.tail_end
        return
    if _is_condition(sentence, phrase) or _is_of_none(sentence, phrase):
        noun = read_behind(sentence.lower, sentence.reading, phrase, min(following, sentence.end), sentence.names)
        sentence.boundary = max(phrase.tail_end, noun[1] if noun is not None else 0)
        return
    step = _step(sentence, phrase, following)
    if ";" in step.gap:
        sentence.added = False
    sentence.added = sentence.added or ADDED.search(step.gap) is not None
    said_of_last = (read_plan, read_index, read_bracketed_change, read_change_again)
    if any(read(sentence, step) for read in said_of_last):
        return
    if not is_from_value(sentence, phrase) and read_change(sentence, step):
        return
    if not read_value(sentence, step):
        sentence.boundary = phrase.tail_end


def _is_of_parallel_list(sentence: Sentence, phrase: NumberPhrase) -> bool:
    """`Ba xã A, B, C đạt lần lượt 15, 17, 19 tiêu chí`: nothing beside the number says which name is its own."""
    if not sentence.said_before(_PARALLEL, phrase.start):
        return False
    clause = max(sentence.start, sentence.lower.rfind(";", sentence.start, phrase.start))
    return _PARALLEL.search(sentence.lower, clause, phrase.start) is not None


def _step(sentence: Sentence, phrase: NumberPhrase, following: int) -> Step:
    """A number phrase with the name before it and the noun behind it."""
    in_list = sentence.boundary > sentence.start
    before = read_before(sentence.lower, sentence.boundary, phrase.lead_start, sentence.names, in_list=in_list)
    if before.subject is not None:
        before = replace(before, subject=_name(sentence, before.subject, phrase))
    behind = read_behind(sentence.lower, sentence.reading, phrase, min(following, sentence.end), sentence.names)
    return Step(phrase, before, behind, following, sentence.gap(phrase))


def _name(sentence: Sentence, name: Span, phrase: NumberPhrase) -> Span | None:
    """A name with the capitalised words that look like verbs (`Long Thành`); a base of comparison is no name."""
    if LEADING_BASE.match(sentence.lower, name[0]):
        sentence.carried.base = "yoy"
        return None
    if LEADING_OTHER_BASE.fullmatch(sentence.lower, name[0], name[1]):
        sentence.carried.base = "other"
        return None
    goes_on = _PROPER.match(sentence.reading, name[1], phrase.lead_start)
    dated = any(time.start <= name[1] + 1 < time.end for time in sentence.times)
    return (name[0], goes_on.end()) if goes_on is not None and not dated else name


def _is_of_none(sentence: Sentence, phrase: NumberPhrase) -> bool:
    """`không còn xã dưới 15 tiêu chí`: the bound says which ones there are to be none of."""
    if phrase.low is not None and phrase.high is not None:
        return False
    return _NONE_OF.search(sentence.lower, sentence.boundary, phrase.lead_start) is not None


def _is_condition(sentence: Sentence, phrase: NumberPhrase) -> bool:
    """`100% các xã có ít nhất 1 trạm`: the second number only says which ones the first counts."""
    last = sentence.last
    if last is None or not last.counts_what_follows or last.subject[0] > phrase.start:
        return False
    if sentence.lower[last.subject[1] : phrase.lead_start].strip() in ("", "có", "đạt"):
        return True
    between = sentence.lower[last.phrase.tail_end : phrase.lead_start]
    return len(between) > 1 and _NEW_ITEM.search(between) is None

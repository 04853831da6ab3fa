"""Which of the entries that a query finds comes first, and the sentences that say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tiendo.facts.wording import Wording
from tiendo.ledger.findable import Kind
from tiendo.web.search.index import BARRIER, Index
from tiendo.web.search.query import Likeness, Term, Word
from tiendo.web.search.spelling import word_pattern

RANKING = (
    Wording(
        "Số, ký hiệu văn bản hoặc mã đúng như đã gõ đứng đầu.",
        "A document's number or a code that is exactly what was typed comes first.",
    ),
    Wording(
        "Từ nằm trong tên chính hơn từ nằm trong tên khác, và hơn gấp ba từ nằm trong nội dung.",
        "A word in the title counts more than one in another name, and three times as much as one in the text.",
    ),
    Wording(
        "Từ viết đúng dấu hơn từ bỏ dấu, rồi đến từ gõ Telex hay VNI chưa thành chữ, từ gõ dở, sau cùng là từ gõ nhầm.",
        "A word with the same marks beats one without them; then come raw Telex or VNI keys, the beginning of a word "
        "and last a slip.",
    ),
    Wording(
        "Các từ đứng liền nhau và đúng thứ tự như đã gõ được cộng thêm; tên bắt đầu bằng, hoặc đúng bằng, những từ ấy "
        "được cộng thêm nữa.",
        "Words that stand side by side in the order typed add to it; so does a name that begins with them, and more so "
        "one that is nothing but them.",
    ),
    Wording(
        "Nếu vẫn ngang nhau thì xếp theo thứ tự: chỉ tiêu, văn bản, cơ quan, nhiệm vụ, điều khoản; cùng loại thì tên "
        "ngắn đứng trước, rồi đến văn bản mới hơn.",
        "Of equals indicators come first, then documents, agencies, tasks and provisions; of one kind the shorter "
        "name, then the newer document.",
    ),
)
"""The rule of the ranking, a sentence for each group of the numbers below."""

_SAME_CODE = 300
_PART_OF_CODE = 120

_WORDS = 100  # where every word is found as it was written, in the title
_IN_NAME = 0.8
_IN_TEXT = 1 / 3

_OTHER_MARKS = 0.75
_LIKE = {Likeness.SAME: 1.0, Likeness.TYPED: 0.9, Likeness.BEGINNING: 0.6, Likeness.SLIP: 0.4}

_PAIRS = 40  # where all words stand side by side in a name
_TITLE_BEGINS, _NAME_BEGINS = 25, 10
_WHOLE_NAME = 60


@dataclass(frozen=True, slots=True)
class Ranked:
    """An entry with its score and, for each word of the query, the term that it was found by."""

    place: int
    score: float
    terms: tuple[Term | None, ...]


def ranked(place: int, words: Sequence[Word], index: Index, said: str) -> Ranked:
    """How well an entry answers the words, by the rule `RANKING`; `said` is all of them, folded."""
    names, text = index.names[place], index.texts[place]
    title = _title(index, place)
    found = [_found(word, title, names, text) for word in words]
    terms = tuple(term for term, _ in found)
    marks = _Marks(index, place) if any(term and term.written for term in terms) else None
    score = sum(_worth(term, weight, marks) for term, weight in found) / len(words) * _WORDS
    if len(words) > 1:
        score += _of_pairs(terms, names, text) / (len(words) - 1) * _PAIRS
    score += _of_names(terms, title, names) + _of_code(place, index, said)
    return Ranked(place, score, terms)


def _title(index: Index, place: int) -> str:
    """The name that an entry is shown by; the subject of a document is shown with its number."""
    names = index.names[place]
    if index.entries[place].kind is Kind.DOCUMENT:
        return names
    return names[: names.index(BARRIER, len(BARRIER) + 1) + len(BARRIER) + 1]


def _found(word: Word, title: str, names: str, text: str) -> tuple[Term | None, float]:
    """The likeliest term of the word that stands in the title, else in a name, else in the text; and what it counts."""
    for where, weight in ((title, 1.0), (names, _IN_NAME), (text, _IN_TEXT)):
        for term in word.terms:
            if term.needle in where:
                return term, weight
    return None, 0.0


class _Marks:
    """An entry as it is written, with its marks."""

    def __init__(self, index: Index, place: int) -> None:
        one = index.entries[place]
        self._text = "\n".join((one.title, *one.names, one.context, *one.place)).lower()

    def agree(self, term: Term) -> bool:
        """Whether the word stands there with the marks that it was asked for with."""
        return term.written is None or word_pattern(term.written).search(self._text) is not None


def _worth(term: Term | None, weight: float, marks: _Marks | None) -> float:
    if term is None:
        return 0.0
    return _LIKE[term.likeness] * weight * (1.0 if marks is None or marks.agree(term) else _OTHER_MARKS)


def _of_pairs(terms: Sequence[Term | None], names: str, text: str) -> float:
    """One for each two neighbours of the query that are neighbours in a name, a third for those in the text."""
    total = 0.0
    for one, other in pairwise(terms):
        if one is not None and other is not None:
            pair = f" {one.word}{other.needle}"
            total += 1.0 if pair in names else _IN_TEXT if pair in text else 0.0
    return total


def _of_names(terms: Sequence[Term | None], title: str, names: str) -> float:
    """What it adds that a name is the query, or begins with it."""
    if None in terms or (terms[0] and f" {BARRIER} {terms[0].word}" not in names):
        return 0
    *before, last = (term for term in terms if term is not None)
    begun = f" {BARRIER} {''.join(f'{term.word} ' for term in before)}{last.needle[1:]}"
    if begun not in names:
        return 0
    if f"{begun.rstrip()} {BARRIER} " in names:
        return _WHOLE_NAME
    return _TITLE_BEGINS if begun in title else _NAME_BEGINS


def _of_code(place: int, index: Index, said: str) -> float:
    """What it adds that a code is the query, begins with it, or holds all its words with a number among them."""
    if index.by_code.get(said, 0) >> place & 1:
        return _SAME_CODE
    codes = index.codes[place]
    if not codes:
        return 0
    asked = said.split()
    has_number = len(asked) > 1 and any(map(str.isdigit, asked))
    for code in codes:
        if f"{code} ".startswith(f"{said} ") or (has_number and set(asked) <= set(code.split())):
            return _PART_OF_CODE
    return 0

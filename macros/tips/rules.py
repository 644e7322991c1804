"""The ways of looking at a case that the rules of the tips are made of.

A check gives None when the rule is kept, otherwise the places in the text that break it. Which words it looks for,
and where it applies, the rule's record in `docs/data/tips.yml` says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from macros.messages import dates, spoken
from macros.messages.message import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from macros.data.table import Check, Fact, Limits, Rule
    from macros.data.vocabulary import ChannelKey, Language, Outcome, Tone
    from macros.messages.message import Circumstances

Span = tuple[int, int]

# The GSM 7-bit alphabet (3GPP TS 23.038) without its escapes: what fits 153 to a segment.
_GSM = re.compile(r"[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*")
_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)")
_SALUTATION = re.compile(
    r"^(?:(?:Yth\.|Dear)[^\n,]*,|(?:Selamat|Good) \w+[^.!\n]*[.!,])\s*(?:Selamat \w+\.\s*)?", re.IGNORECASE
)
_SIGNATURE = re.compile(
    r"\s*(?:Hormat saya|Salam hormat|Salam|Kind regards|Best regards|Regards),.*$", re.IGNORECASE | re.DOTALL
)
_ENDING_WORDS = 12


@dataclass(frozen=True)
class Case:
    """A message with its circumstances. `facts` and `reason` may be unknown, as in somebody's draft.

    A draft is taken for a first message: whoever has written before may leave out what is known.
    """

    body: str
    language: Language
    outcome: Outcome
    circumstances: Circumstances
    facts: Mapping[Fact, str] = field(default_factory=dict)
    reason: str | None = None
    tone: Tone = "first"

    @property
    def channel(self) -> ChannelKey:
        """The channel that the message is sent through."""
        return self.circumstances.sent_via


@dataclass(frozen=True)
class Broken:
    """A check's answer when the rule is broken."""

    spans: tuple[Span, ...] = ()
    detail: str = ""


class NotApplicable(Exception):  # noqa: N818 - not an error: the case lacks what the rule asks about
    """Raised by a check that has nothing to look at."""


def _spans(case: Case, rule: Rule) -> tuple[Span, ...]:
    return tuple(rule.pattern.matches(case.body, case.language)) if rule.pattern else ()


def _fact(case: Case, fact: Fact | None) -> str:
    if fact is None or fact not in case.facts:
        raise NotApplicable
    return case.facts[fact]


def _sentences(text: str) -> int:
    """Sentences of the message proper: the salutation and the signature do not count."""
    signature = _SIGNATURE.search(text, _tail(text))
    proper = text[: signature.start()] if signature else text
    return len(_SENTENCE_END.findall(_SALUTATION.sub("", proper)))


def _absent(case: Case, rule: Rule, _: Limits) -> Broken | None:
    spans = _spans(case, rule)
    return Broken(spans) if spans else None


def _present(case: Case, rule: Rule, _: Limits) -> Broken | None:
    return None if _spans(case, rule) else Broken()


def _single(case: Case, rule: Rule, _: Limits) -> Broken | None:
    spans = _spans(case, rule)
    return Broken(spans) if len(spans) > 1 else None


def _exclamations(case: Case, rule: Rule, limits: Limits) -> Broken | None:
    spans = _spans(case, rule)
    return Broken(spans, f"{len(spans)}, at most {limits.exclamations}") if len(spans) > limits.exclamations else None


def _apologies(case: Case, rule: Rule, limits: Limits) -> Broken | None:
    spans = _spans(case, rule)
    return Broken(spans, f"{len(spans)}, at most {limits.apologies}") if len(spans) > limits.apologies else None


def _early(case: Case, rule: Rule, limits: Limits) -> Broken | None:
    spans = _spans(case, rule)
    if not spans:
        raise NotApplicable  # that nothing is said at all is tip 8's business
    before = words(case.body[: spans[0][0]])
    most = limits.decision_within_words
    return Broken(spans[:1], f"word {before + 1}, at the latest {most}") if before >= most else None


def _before(case: Case, rule: Rule, _: Limits) -> Broken | None:
    spans, later = _spans(case, rule), rule.before.matches(case.body, case.language) if rule.before else []
    if not spans or not later:
        raise NotApplicable  # that one of them is missing other rules say
    return Broken(spans[:1]) if spans[0] > later[0] else None


def _opening(case: Case, rule: Rule, _: Limits) -> Broken | None:
    return None if any(start == 0 for start, _end in _spans(case, rule)) else Broken()


def _tail(body: str) -> int:
    """Where the last words of the body begin."""
    starts = [match.start() for match in re.finditer(r"\S+", body)]
    return starts[-_ENDING_WORDS] if len(starts) > _ENDING_WORDS else 0


def _ending(case: Case, rule: Rule, _: Limits) -> Broken | None:
    tail = _tail(case.body)
    return None if any(start >= tail for start, _end in _spans(case, rule)) else Broken()


def _signed(case: Case, _rule: Rule, _: Limits) -> Broken | None:
    return None if _fact(case, "candidate") in case.body[_tail(case.body) :] else Broken()


def _names(case: Case, rule: Rule, _: Limits) -> Broken | None:
    return None if _fact(case, rule.fact).casefold() in case.body.casefold() else Broken()


def _other_company(case: Case, rule: Rule, _: Limits) -> Broken | None:
    company = _fact(case, "company")
    found = rule.pattern.matches(case.body, case.language, case=True) if rule.pattern else []
    own = [match.span() for match in re.finditer(re.escape(company), case.body)]
    spans = tuple(span for span in found if not any(span[0] == start and span[1] <= end for start, end in own))
    return Broken(spans) if spans else None


def _word_count(case: Case, _rule: Rule, limits: Limits) -> Broken | None:
    least, most = limits.words[case.channel]
    count = words(case.body)
    return None if least <= count <= most else Broken(detail=f"{count} words, allowed {least}–{most}")


def _sentence_count(case: Case, _rule: Rule, limits: Limits) -> Broken | None:
    count = _sentences(case.body)
    return None if count <= limits.sentences else Broken(detail=f"{count} sentences, at most {limits.sentences}")


def _sms_size(case: Case, _rule: Rule, limits: Limits) -> Broken | None:
    plain = _GSM.match(case.body)
    end = plain.end() if plain else 0
    if end < len(case.body):
        return Broken(((end, end + 1),))
    size = len(case.body)
    return (
        None if size <= limits.sms_characters else Broken(detail=f"{size} characters, at most {limits.sms_characters}")
    )


def _reason_length(case: Case, rule: Rule, limits: Limits) -> Broken | None:
    """The reason, if it is known; else the sentence that holds the rule's word for "because"."""
    if case.reason is not None:
        reason, start = case.reason, case.body.casefold().find(case.reason.casefold())
    else:
        spans = _spans(case, rule)
        if not spans:
            raise NotApplicable
        ends = [0, *(match.end() for match in _SENTENCE_END.finditer(case.body)), len(case.body)]
        start = max(end for end in ends if end <= spans[0][0])
        reason = case.body[start : min(end for end in ends if end > spans[0][0])].strip()
        start = case.body.find(reason)
    count, sentences = words(reason), len(_SENTENCE_END.findall(reason))
    if count > limits.reason_words:
        return Broken(((start, start + len(reason)),), f"{count} words, at most {limits.reason_words}")
    return Broken(((start, start + len(reason)),), f"{sentences} sentences, at most 1") if sentences > 1 else None


def _interview_date(case: Case, rule: Rule, _: Limits) -> Broken | None:
    at = case.circumstances.interview_at
    found = dates.find(case.body, case.language, at.year)
    if any(date.day == at.date() for date in found):
        return None
    if case.channel == "phone":  # one says the day as it is called
        weekday = dates.names(case.language)[0][at.weekday()]
        said = [name(at, case.circumstances.sent_at, case.language) for name in (dates.near, spoken.today)]
        if any(re.search(rf"\b{day}\b", case.body, re.IGNORECASE) for day in (weekday, *said) if day):
            return None
    return Broken(_spans(case, rule))


def _weekdays(case: Case, _rule: Rule, _: Limits) -> Broken | None:
    found = dates.find(case.body, case.language, case.circumstances.interview_at.year)
    wrong = [date for date in found if date.weekday not in (None, date.day.weekday())]
    return Broken(tuple((date.start, date.end) for date in wrong)) if wrong else None


def _offers_slots(case: Case, rule: Rule, limits: Limits) -> Broken | None:
    if _spans(case, rule):
        return None
    at = case.circumstances
    found = {date.day for date in dates.find(case.body, case.language, at.interview_at.year)}
    slots = {day for day in found if day != at.interview_at.date() and day > at.sent_at.date()}
    return None if len(slots) >= limits.slots else Broken(detail=f"{len(slots)} times, at least {limits.slots}")


def _flexible(case: Case, rule: Rule, limits: Limits) -> Broken | None:
    if _offers_slots(case, rule, limits):
        raise NotApplicable  # nothing is offered, so nothing is rigid
    return _present(case, rule, limits)


def _same_channel(case: Case, _rule: Rule, limits: Limits) -> Broken | None:
    at = case.circumstances
    late_call = at.sent_via == "phone" and at.hours_left < limits.stages.good
    if at.sent_via == at.invited_via or late_call:
        return None
    return Broken(detail=f"{at.invited_via} → {at.sent_via}")


def _called_first(case: Case, rule: Rule, _: Limits) -> Broken | None:
    return None if case.channel == "phone" or _spans(case, rule) else Broken()


def _not_past(case: Case, _rule: Rule, _: Limits) -> Broken | None:
    return None if (case.circumstances.hours_left < 0) == (case.outcome == "missed") else Broken()


def _polite_hour(case: Case, _rule: Rule, limits: Limits) -> Broken | None:
    at = case.circumstances
    left = at.interview_at - limits.next_working(at.sent_at)
    if limits.working(at.sent_at) or left < timedelta(hours=limits.stages.good):
        return None
    return Broken(detail=f"{at.sent_at:%H.%M}")


CHECKS: dict[Check, Callable[[Case, Rule, Limits], Broken | None]] = {
    "absent": _absent,
    "apologies": _apologies,
    "before": _before,
    "called_first": _called_first,
    "early": _early,
    "ending": _ending,
    "exclamations": _exclamations,
    "flexible": _flexible,
    "interview_date": _interview_date,
    "names": _names,
    "not_past": _not_past,
    "offers_slots": _offers_slots,
    "opening": _opening,
    "other_company": _other_company,
    "polite_hour": _polite_hour,
    "present": _present,
    "reason_length": _reason_length,
    "same_channel": _same_channel,
    "sentence_count": _sentence_count,
    "signed": _signed,
    "single": _single,
    "sms_size": _sms_size,
    "weekdays": _weekdays,
    "word_count": _word_count,
}

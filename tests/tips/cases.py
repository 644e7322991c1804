"""One good message per language and outcome, and for every rule the small edit that breaks it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from macros.data.load import load
from macros.data.vocabulary import ZONES
from macros.messages.message import Circumstances
from macros.tips.examine import examine
from macros.tips.rules import Case

if TYPE_CHECKING:
    from macros.data.table import Fact
    from macros.data.vocabulary import ChannelKey, Language, Outcome
    from macros.tips.examine import Finding, Status

TABLE = load().table
FACTS: dict[Language, dict[Fact, str]] = {
    "id": {
        "candidate": "Dimas Prakoso",
        "position": "Kasir",
        "company": "PT Contoh Jaya",
        "phone": "021-0000-0001",
    },
    "en": {
        "candidate": "Dimas Prakoso",
        "position": "Cashier",
        "company": "PT Contoh Jaya",
        "phone": "021-0000-0001",
    },
}
# Short enough for two SMS; {} is the decision.
GOOD: dict[Language, str] = {
    "id": "Selamat pagi, Bu Rina. Saya Dimas Prakoso, pelamar Kasir di PT Contoh Jaya. Terima kasih atas undangan "
    "Kamis, 8 April 2027, pukul 10.00 WIB.\n\nMaaf atas kabar mendadak ini. {} Saya sudah menelepon.\n\n"
    "Salam hormat,\nDimas Prakoso\n021-0000-0001",
    "en": "Good morning, Ms Rina. This is Dimas Prakoso, applying for Cashier at PT Contoh Jaya. Thank you for "
    "inviting me on Thursday, 8 April 2027, at 10:00 WIB.\n\nI apologise for the short notice. {} I have called.\n\n"
    "Kind regards,\nDimas Prakoso\n021-0000-0001",
}
# What an e-mail says beyond that, before its last paragraph.
WISH: dict[Language, str] = {
    "id": " Semoga proses seleksi untuk posisi ini berjalan lancar sampai selesai.",
    "en": " I wish you every success with the selection for this position.",
}
DECISION: dict[Language, dict[Outcome, str]] = {
    "id": {
        "withdraw": "Saya menarik diri dari seleksi karena urusan keluarga.",
        "reschedule": "Saya mohon jadwal ulang karena urusan keluarga; bisakah Senin, 12 April, atau Selasa, 13 April?",
        "attend": "Saya tetap datang, tetapi terlambat karena urusan keluarga.",
        "decline": "Saya tidak dapat memenuhi undangan itu karena urusan keluarga.",
        "missed": "Saya tidak hadir karena kelalaian saya dan mohon jadwal pengganti.",
        "verify": "Mohon undangan ini dikirim ulang dari alamat resmi perusahaan.",
    },
    "en": {
        "withdraw": "I have to withdraw because of a family matter.",
        "reschedule": "I want to reschedule because of a family matter; could it be Monday, 12 April, or Tuesday, "
        "13 April?",
        "attend": "I am still coming, but late, because of a family matter.",
        "decline": "I have to decline because of a family matter.",
        "missed": "I missed it through my own fault and would like to ask for another date.",
        "verify": "Please send the invitation again from an official company address.",
    },
}


@dataclass(frozen=True)
class Break:
    """How to break one rule: (old, new) words per language, or other circumstances. `shown` are offending words."""

    rule: str
    id: tuple[str, str] = ("", "")
    en: tuple[str, str] = ("", "")
    outcome: Outcome = "withdraw"
    hours: float = 48
    via: ChannelKey = "email"
    invited: ChannelKey | None = None
    shown: tuple[str, str] = ("", "")

    def broken(self, language: Language) -> Case:
        words = self.id if language == "id" else self.en
        case = good(language, self.outcome, self.hours, self.via, self.invited)
        return replace(case, body=case.body.replace(*words))

    def kept(self, language: Language) -> Case:
        if self.id == ("", ""):  # the words are fine; only the circumstances are not
            return good(language, self.outcome)
        return good(language, self.outcome, self.hours, self.via, self.invited)


BREAKS = (
    Break("1.1", invited="whatsapp"),
    Break("2.1", (" Saya sudah menelepon.", ""), (" I have called.", ""), hours=1),
    Break("2.2", hours=-2),
    Break("2.3", hours=52),
    Break("3.1", ("menelepon.", "menelepon" + " sekali" * 100 + "."), ("called.", "called" + " again" * 100 + ".")),
    Break("3.2", ("menelepon.", "menelepon." + " Ya." * 5), ("called.", "called." + " Yes." * 5)),
    Break(
        "3.3",
        ("Terima kasih", "Terima kasih" + " banyak" * 60),
        ("Thank you", "Thank you" + " much" * 60),
        shown=("menarik diri", "withdraw"),
    ),
    Break("3.4", ("Saya sudah", "Saya sdh"), ("I have called", "I have called u"), shown=("sdh", "u")),
    Break("3.5", ("menelepon", "menelepon 🙏🙏"), ("called", "called 🙏🙏"), shown=("🙏🙏", "🙏🙏")),
    Break("3.6", ("menelepon.", "menelepon!!"), ("called.", "called!!"), shown=("!", "!")),
    Break("3.7", ("Saya sudah", "Aku sudah"), ("called", "called, guys"), shown=("Aku", "guys")),
    Break("3.8", ("menelepon", "menelepon\u2019"), ("called", "called\u2019"), via="sms", shown=("\u2019", "\u2019")),
    Break("4.1", ("Dimas Prakoso", "Dimas"), ("Dimas Prakoso", "Dimas"), via="phone"),
    Break("4.2", ("pelamar Kasir", "pelamar"), ("applying for Cashier", "applying")),
    Break("4.3", ("PT Contoh Jaya", "sini"), ("PT Contoh Jaya", "your firm")),
    Break(
        "4.4", ("Kamis, 8 April 2027", "besok"), ("Thursday, 8 April 2027", "tomorrow"), shown=("besok", "tomorrow")
    ),
    Break("4.5", (" WIB", ""), (" WIB", "")),
    Break(
        "4.6", ("Kamis", "Rabu"), ("Thursday", "Friday"), shown=("Rabu, 8 April 2027", "Friday, 8 April 2027")
    ),
    Break("4.7", ("Rina", "[nama]"), ("Rina", "[name]"), shown=("[nama]", "[name]")),
    Break(
        "5.1",
        ("keluarga", "keluarga" + " panjang" * 25),
        ("matter", "matter" + " indeed" * 25),
        shown=(
            "Saya menarik diri dari seleksi karena urusan keluarga" + " panjang" * 25 + ".",
            "I have to withdraw because of a family matter" + " indeed" * 25 + ".",
        ),
    ),
    Break(
        "5.2", ("keluarga", "keluarga dan karena jarak"), ("matter", "matter and because of distance"),
        shown=("karena", "because"),
    ),
    Break("5.3", ("urusan keluarga", "operasi"), ("a family matter", "surgery"), shown=("operasi", "surgery")),
    Break("5.4", ("urusan keluarga", "proses buruk"), ("family matter", "toxic firm"), shown=("buruk", "toxic")),
    Break(
        "5.5", ("keluarga", "gaji Rp7 juta"), ("matter", "matter of Rp7 million"), shown=("Rp7 juta", "Rp7 million")
    ),
    Break(
        "5.6", ("keluarga", "PT Contoh Makmur"), ("matter", "matter at PT Contoh Makmur"),
        shown=("PT Contoh Makmur", "PT Contoh Makmur"),
    ),
    Break(
        "5.7", ("urusan keluarga", "menerima tawaran"),
        ("of a family matter", "I accepted an offer"), outcome="reschedule",
        shown=("menerima tawaran", "accepted an offer"),
    ),
    Break(
        "6.1", ("Maaf atas", "Maaf, mohon maaf atas kemaafan"), ("I apologise", "Sorry, sorry, I apologise"),
        shown=("Maaf", "Sorry"),
    ),
    Break("6.2", ("Maaf atas kabar mendadak ini. ", ""), ("I apologise for the short notice. ", ""), hours=12),
    Break(
        "6.4",
        ("Maaf atas kabar mendadak ini. Saya menarik diri dari seleksi", "Saya menarik diri dari seleksi, maaf,"),
        ("I apologise for the short notice. I have to withdraw", "I have to withdraw, sorry,"),
        hours=12, shown=("maaf", "sorry"),
    ),
    Break("6.3", ("kelalaian saya", "keliru"), ("my own fault", "a slip"), outcome="missed", hours=-2),
    Break("7.1", ("Terima kasih atas", "Tentang"), ("Thank you for", "About")),
    Break("7.2", ("menelepon.", "menelepon. Makasih."), ("called.", "called. Thx."), shown=("Makasih", "Thx")),
    Break("8.1", ("menarik diri dari seleksi", "membatalkan wawancara"), ("withdraw", "cancel")),
    Break(
        "8.2", ("keluarga", "keluarga, mungkin waktu lain"), ("matter", "matter, perhaps another time"),
        shown=("waktu lain", "another time"),
    ),
    Break(
        "8.3", ("mohon jadwal ulang", "tidak bisa hadir"), ("want to reschedule", "cannot attend"),
        outcome="reschedule", hours=48,
    ),
    Break(
        "8.4", ("tetap datang, tetapi terlambat", "mengabari"), ("still coming, but late,", "writing"),
        outcome="attend",
    ),
    Break("8.5", (", atau Selasa, 13 April", ""), (", or Tuesday, 13 April", ""), outcome="reschedule"),
    Break("8.6", ("13 April?", "13 April."), ("13 April?", "13 April."), outcome="reschedule"),
    Break(
        "8.7", ("tidak dapat memenuhi undangan", "membatalkan wawancara"), ("have to decline", "cancel it"),
        outcome="decline",
    ),
    Break(
        "8.8", ("mohon jadwal pengganti", "menunggu"), ("would like to ask for another date", "wait"),
        outcome="missed", hours=-2,
    ),
    Break("8.9", ("alamat resmi", "alamat"), ("an official", "a"), outcome="verify"),
    Break("9.1", ("Selamat pagi, ", ""), ("Good morning, ", "")),
    Break("9.2", ("Salam hormat,\n", ""), ("Kind regards,\n", "")),
    Break("9.3", ("\nDimas Prakoso", ""), ("\nDimas Prakoso", "")),
    Break("9.4", ("\n021-0000-0001", ""), ("\n021-0000-0001", "")),
)  # fmt: skip


def good(
    language: Language,
    outcome: Outcome = "withdraw",
    hours: float = 48,
    via: ChannelKey = "email",
    invited: ChannelKey | None = None,
) -> Case:
    interview = datetime(2027, 4, 8, 10, tzinfo=ZONES["WIB"])
    at = Circumstances(invited or via, via, interview - timedelta(hours=hours), interview)
    body = GOOD[language].format(DECISION[language][outcome])
    if via == "email":
        first, middle, last = body.split("\n\n")
        body = f"{first}\n\n{middle}{WISH[language]}\n\n{last}"
    return Case(body, language, outcome, at, FACTS[language])


def finding(case: Case, rule: str) -> Finding:
    return next(found for found in examine(case, TABLE) if found.rule.id == rule)


def status(case: Case, rule: str) -> Status:
    return finding(case, rule).status


def broken(case: Case) -> list[str]:
    return [found.rule.id for found in examine(case, TABLE) if found.status == "fix"]


def told(body: str, rule: str, case: Case | None = None) -> tuple[Status, list[str], str]:
    """What the rule says of a body: its status, the offending words and the detail."""
    found = finding(replace(case or good("id"), body=body), rule)
    return found.status, [body[start:end] for start, end in found.spans], found.detail

/**
 * How hours and days are said.
 * @type {import("../../../overrides/assets/js/spoken.js").Words}
 */
export const WORDS = {
  hours: "dua belas,satu,dua,tiga,empat,lima,enam,tujuh,delapan,sembilan,sepuluh,sebelas".split(","),
  counts: ["nol", "satu", "dua"],
  clock: {
    none: "pukul {this}",
    past: "pukul {this} lewat {count}",
    half: "pukul setengah {next}",
    to: "pukul {next} kurang {count}",
  },
  parts: [[0, "malam"], [240, "pagi"], [660, "siang"], [900, "sore"]],
  today: [],
  named: { 720: "tengah hari" },
  said: {
    near: "{day} {hour}",
    ahead: "hari {day} {hour}",
    later: "hari {day}, {date}, {hour}",
    past: "hari {day} lalu {hour}",
  },
  week: 7,
};

/**
 * What a page is told, as the build writes it, with two zones, two forms of address and four greetings.
 * @type {import("../../../overrides/assets/js/values.js").Filling}
 */
export const FILLING = {
  addresses: {
    "bapak-ibu": {
      name: { id: { formal: "Bapak/Ibu [recruiter_name]" }, en: { formal: "[recruiter_name]" } },
      you: { id: { formal: "Bapak/Ibu" }, en: { formal: "you" } },
    },
    tim: {
      name: { id: { formal: "Tim Rekrutmen [company]" }, en: { formal: "Recruitment Team" } },
      you: { id: { formal: "Bapak/Ibu" }, en: { formal: "you" } },
    },
    ibu: {
      name: { id: { formal: "Ibu [recruiter_name]" }, en: { formal: "Ms [recruiter_name]" } },
      you: { id: { formal: "Ibu" }, en: { formal: "you" } },
    },
  },
  dayparts: [
    { from_hour: 18, greeting: { id: "Selamat malam", en: "Good evening" } },
    { from_hour: 4, greeting: { id: "Selamat pagi", en: "Good morning" } },
    { from_hour: 12, greeting: { id: "Selamat siang", en: "Good afternoon" } },
    { from_hour: 15, greeting: { id: "Selamat sore", en: "Good afternoon" } },
  ],
  dates: {
    id: {
      weekdays: ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
      months: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" "),
      at: "pukul",
      clock: ".",
      or: "atau",
      on: "pada",
      comma: ",",
      near: { "-1": "kemarin", 0: "hari ini", 1: "besok" },
    },
    en: {
      weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
      months: "January February March April May June July August September October November December".split(" "),
      at: "at",
      clock: ":",
      or: "or",
      on: "on",
      comma: "",
      near: { "-1": "yesterday", 0: "today", 1: "tomorrow" },
    },
  },
  spoken: { id: WORDS, en: WORDS },
  contracted: ["whatsapp"],
  zones: { WIB: 420, WIT: 540 },
  stages: { early: 48, good: 24, short: 2, urgent: 0 },
  polite_hours: [8, 17],
  holidays: ["2027-03-10", "2027-03-11"],
  blanks: {},
  clock: {},
  patterns: [
    {
      id: [
        { subject: "Jadwal – [candidate]" },
        { greeting: "[daypart].", introduction: { first: "Saya [candidate] ([position])." } },
        { decision: "[Reason] sehingga [step] [when] tidak bisa saya ikuti.", apology: { short: "Maaf, mendadak." } },
        { apology: { ample: "Maaf." } },
      ],
      en: [{ decision: "I cannot come because [reason]." }],
    },
  ],
  used: { email: { first: [0], ongoing: [0] }, whatsapp: { first: [0], ongoing: [0] } },
  reasons: [{ id: "saya sedang sakit", en: "I am ill" }],
  said: [{ id: "saya sedang sakit", en: "I'm ill" }],
  steps: {
    interview: {
      id: { step: "wawancara", step_short: "wawancara" },
      en: { step: "interview", step_short: "interview" },
    },
  },
  tips: { subject: [4, 8], greeting: [9], introduction: [4], decision: [3, 8], apology: [6] },
  told: { when: [4], Reason: [5] },
  sample: {
    id: { candidate: "Dimas Prakoso", position: "Kasir", interview: "2027-04-08T10:00", zone: "WIB" },
    en: { candidate: "Dimas Prakoso", position: "Cashier", interview: "2027-04-08T10:00", zone: "WIB" },
  },
  sent: { ample: "2027-04-06T10:00:00+07:00", short: "2027-04-07T22:00:00+07:00", urgent: "2027-04-08T09:00:00+07:00" },
  first: { tone: "first", step: "interview", left: "ample" },
};

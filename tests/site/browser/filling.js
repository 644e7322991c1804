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
    },
    en: {
      weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
      months: "January February March April May June July August September October November December".split(" "),
      at: "at",
      clock: ":",
      or: "or",
    },
  },
  zones: { WIB: 420, WIT: 540 },
  stages: { early: 48, good: 24, short: 2, urgent: 0 },
  polite_hours: [8, 17],
  blanks: {},
  clock: {},
};

import assert from "node:assert/strict";
import { values } from "../../../overrides/assets/js/values.js";
import { FILLING } from "./filling.js";

const NOW = new Date("2027-04-07T03:00:00Z"); // 10:00 in WIB, 12:00 in WIT

/** @param {Record<string, string>} data */
const filled = (data, language = "id", now = NOW) => values(FILLING, data, language, "formal", now);

Deno.test("no data, no values; one datum fills what it suffices for", () => {
  assert.deepEqual(filled({}), {});
  const known = Object.entries(filled({ phone: "021" })).filter(([, value]) => value !== undefined);
  assert.deepEqual(known, [["phone", "021"], ["address", "Bapak/Ibu"], ["daypart", "Selamat pagi"]]);
});

Deno.test("dates are written in the language of the message, with the interview's zone", () => {
  const sunday = { interview: "2027-08-01T09:05", zone: "WIT" };
  assert.equal(filled(sunday).interview, "Minggu, 1 Agustus, pukul 09.05 WIT");
  assert.equal(filled(sunday, "en").interview, "Sunday, 1 August, at 09:05 WIT");
  assert.equal(filled(sunday).interview_date, "1 Agustus 2027");
  assert.equal(
    filled({ interview: "2028-12-27T23:59", zone: "?" }).interview,
    "Rabu, 27 Desember 2028, pukul 23.59 WIB",
    "another year than today's is said",
  );
  assert.equal(filled({ interview: "2027-02-31T10:00" }).interview, undefined);
});

Deno.test("other times stand in one sentence; another year is said", () => {
  const interview = "2027-12-30T10:00";
  const [slot1, slot2, slot3] = ["2027-12-31T09:00", "2028-01-03T14:30", "2028-01-04T08:00"];
  const [first, second, third] = [
    "Jumat, 31 Desember, pukul 09.00",
    "Senin, 3 Januari 2028, pukul 14.30",
    "Selasa, 4 Januari 2028, pukul 08.00",
  ];
  assert.equal(filled({ interview, slot1 }).slots, `${first} WIB`);
  assert.equal(filled({ interview, slot1: slot2, slot2: slot1 }).slots, `${first} atau ${second} WIB`);
  assert.equal(filled({ interview, slot1, slot2, slot3 }).slots, `${first}; ${second} atau ${third} WIB`);
  assert.equal(filled({ slot1: slot2 }).slots, `${second} WIB`);
  assert.equal(filled({ interview, slot1 }).slot, `${first} WIB`);
});

Deno.test("nearness is that of the reader's day, where the interview is", () => {
  const cases = [
    ["2027-04-09T15:00", "2027-04-07T03:00:00Z", "WIB", "pada Jumat, 9 April, pukul 15.00 WIB"],
    ["2027-04-08T15:00", "2027-04-07T03:00:00Z", "WIB", "besok, Kamis, 8 April, pukul 15.00 WIB"],
    ["2027-04-08T15:00", "2027-04-07T16:59:00Z", "WIB", "besok, Kamis, 8 April, pukul 15.00 WIB"],
    ["2027-04-08T15:00", "2027-04-07T17:00:00Z", "WIB", "hari ini, Kamis, 8 April, pukul 15.00 WIB"],
    ["2027-04-08T15:00", "2027-04-07T15:00:00Z", "WIT", "hari ini, Kamis, 8 April, pukul 15.00 WIT"],
    ["2027-04-06T15:00", "2027-04-07T03:00:00Z", "WIB", "kemarin, Selasa, 6 April, pukul 15.00 WIB"],
  ];
  for (const [interview, now, zone, when] of cases) {
    assert.equal(filled({ interview, zone }, "id", new Date(now)).when, when, now);
  }
  assert.equal(filled({ interview: "2027-04-08T15:00" }, "en").when, "tomorrow, Thursday 8 April, at 15:00 WIB");
});

Deno.test("the greeting follows the hour where the interview is", () => {
  const cases = [["03:59", "malam"], ["04:00", "pagi"], ["11:59", "pagi"], ["12:00", "siang"], ["15:00", "sore"]];
  for (const [hour, greeting] of [...cases, ["18:00", "malam"], ["00:00", "malam"]]) {
    const now = new Date(`2027-04-07T${hour}+07:00`);
    assert.equal(filled({ phone: "1" }, "id", now).daypart, `Selamat ${greeting}`, hour);
  }
  assert.equal(filled({ zone: "WIT", phone: "1" }, "en").daypart, "Good afternoon");
});

Deno.test("the recruiter is addressed as chosen, once", () => {
  for (const recruiter of ["Dewi", "Ibu Dewi", "bu. Dewi", "Bapak/Ibu Dewi", "Kak  Dewi"]) {
    assert.equal(filled({ recruiter, address: "ibu" }).recruiter, "Ibu Dewi", recruiter);
  }
  assert.equal(filled({ recruiter: "Ibundari", address: "ibu" }, "en").recruiter, "Ms Ibundari");
  assert.equal(filled({ recruiter: "Dewi", address: "constructor" }).recruiter, "Bapak/Ibu Dewi");
  assert.equal(filled({ address: "tim" }).recruiter, undefined, "the company is missing");
  assert.equal(filled({ address: "tim" }, "en").recruiter, "Recruitment Team");
});

Deno.test("hostile values are text like any other", () => {
  for (
    const value of ["<img src=x onerror=alert(1)>", "[company] {{ 7*7 }} ${x}", "$& $1 $$ \\", "__proto__", "😀 אבג"]
  ) {
    const known = filled({ candidate: value, company: value, position: value, recruiter: value, address: "tim" });
    for (const name of ["candidate", "company", "position"]) assert.equal(known[name], value, `${name}: ${value}`);
    assert.equal(known.recruiter, `Tim Rekrutmen ${value}`);
    assert.equal(filled({ recruiter: value, address: "ibu" }).recruiter, `Ibu ${value}`);
  }
});

import assert from "node:assert/strict";
import { choice, hour, moment } from "../../../overrides/assets/js/spoken.js";
import { FILLING, WORDS } from "./filling.js";

const SENT = new Date("2027-04-07T10:00Z"); // a Wednesday

Deno.test("an hour is said in words", () => {
  const cases = [
    ["00:30", "pukul setengah satu malam"],
    ["11:59", "pukul dua belas kurang satu siang"],
    ["12:00", "tengah hari"],
    ["12:02", "pukul dua belas lewat dua siang"],
    ["15:00", "pukul tiga sore"],
    ["23:30", "pukul setengah dua belas sore"],
  ];
  for (const [at, said] of cases) assert.equal(hour(WORDS, new Date(`2027-04-07T${at}Z`)), said, at);
});

Deno.test("a day is said by its name, with the date only from a week on", () => {
  const cases = [
    ["2027-04-08", "besok pukul tiga sore"],
    ["2027-04-13", "hari Selasa pukul tiga sore"],
    ["2027-04-14", "hari Rabu, 14 April, pukul tiga sore"],
    ["2027-04-05", "hari Senin lalu pukul tiga sore"],
  ];
  for (const [day, said] of cases) {
    assert.equal(moment(WORDS, FILLING.dates.id, new Date(`${day}T15:00Z`), SENT), said, day);
  }
  const slots = ["2027-04-09", "2027-04-10", "2027-04-12"].map((day) => new Date(`${day}T15:00Z`));
  assert.equal(
    choice(WORDS, FILLING.dates.id, slots, SENT),
    "hari Jumat pukul tiga sore, hari Sabtu pukul tiga sore atau hari Senin pukul tiga sore",
  );
});

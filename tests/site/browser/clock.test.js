import assert from "node:assert/strict";
import { advice, doubt, outsideWorkingHours, slots, stage, written } from "../../../overrides/assets/js/clock.js";
import { FILLING } from "./filling.js";

Deno.test("only a date with a time, in the field's own form, is one", () => {
  assert.equal(written("2028-02-29T23:59")?.toISOString(), "2028-02-29T23:59:00.000Z");
  for (
    const text of [undefined, "", "soon", "2027-02-31T10:00", "2027-02-29T10:00", "2027-04-08T24:00", "8 April 2027"]
  ) {
    assert.equal(written(text), null, text);
  }
});

Deno.test("the stages change at their hours, in the interview's own zone", () => {
  const interview = "2027-04-09T10:00"; // 03:00 in UTC from WIB, 01:00 from WIT
  const cases = [
    ["2027-04-07T03:00:00Z", "WIB", "early"],
    ["2027-04-07T03:00:01Z", "WIB", "good"],
    ["2027-04-08T03:00:00Z", "WIB", "good"],
    ["2027-04-08T03:00:01Z", "WIB", "short"],
    ["2027-04-09T01:00:00Z", "WIB", "short"],
    ["2027-04-09T01:00:01Z", "WIB", "urgent"],
    ["2027-04-09T03:00:00Z", "WIB", "urgent"],
    ["2027-04-09T03:00:01Z", "WIB", "past"],
    ["2027-04-09T01:00:00Z", "WIT", "urgent"],
    ["2027-04-09T01:00:01Z", "WIT", "past"],
    ["2027-04-09T01:00:01Z", "XXX", "urgent"], // as in the first zone
    ["2027-04-09T01:00:01Z", "toString", "urgent"],
  ];
  for (const [now, zone, expected] of cases) {
    assert.equal(stage(FILLING, { interview, zone }, new Date(now)), expected, `${now} ${zone}`);
  }
  assert.equal(stage(FILLING, { interview: "soon" }, new Date(0)), null);
});

Deno.test("working hours are those of the interview's zone, from Monday to Friday", () => {
  /** @type {[now: string, zone: string, outside: boolean][]} */
  const cases = [
    ["2027-04-07T00:59:59Z", "WIB", true], // Wednesday, just before 8
    ["2027-04-07T01:00:00Z", "WIB", false],
    ["2027-04-07T09:59:59Z", "WIB", false],
    ["2027-04-07T10:00:00Z", "WIB", true], // 17
    ["2027-04-06T23:00:00Z", "WIT", false], // already Wednesday, 8
    ["2027-04-09T03:00:00Z", "WIB", false], // Friday
    ["2027-04-10T03:00:00Z", "WIB", true],
    ["2027-04-11T03:00:00Z", "WIB", true],
    ["2027-04-12T03:00:00Z", "WIB", false],
  ];
  for (const [now, zone, expected] of cases) {
    assert.equal(outsideWorkingHours(FILLING, { zone }, new Date(now)), expected, `${now} ${zone}`);
  }
});

Deno.test("nobody is at work on a public holiday", () => {
  assert.ok(outsideWorkingHours(FILLING, { zone: "WIB" }, new Date("2027-03-10T03:00:00Z")));
});

Deno.test("where the next working hours leave less than 24 hours, it is now", () => {
  /** @type {[sent: string, interview: string, expected: string][]} */
  const cases = [
    ["2027-04-09T17:30", "2027-04-12T09:00", "now"], // Friday evening, for Monday
    ["2027-04-09T17:30", "2027-04-13T08:00", "early"], // on Monday at 8 there are still 24 hours
    ["2027-04-09T17:30", "2027-04-13T07:59", "now"],
    ["2027-04-09T16:59", "2027-04-12T09:00", "early"],
    ["2027-04-07T05:00", "2027-04-08T08:00", "good"],
    ["2027-04-07T05:00", "2027-04-08T07:59", "now"],
    ["2027-03-09T17:30", "2027-03-12T10:00", "now"], // two days of Idulfitri lie between
    ["2027-04-07T22:00", "2027-04-08T08:00", "short"],
  ];
  for (const [sent, interview, expected] of cases) {
    assert.equal(advice(FILLING, { interview }, new Date(`${sent}+07:00`)), expected, `${sent} ${interview}`);
  }
  assert.equal(advice(FILLING, {}, new Date(0)), null);
});

Deno.test("other times come in order, without what is no time", () => {
  const offered = slots({ slot1: "2027-04-13T09:00", slot2: "never", slot3: "2027-04-12T15:00" });
  assert.deepEqual(offered.map((slot) => slot.getUTCDate()), [12, 13]);
});

Deno.test("other times lie after the interview and after now, and there is more than one", () => {
  const now = new Date("2027-04-07T03:00:00Z"); // 10:00 in WIB
  const interview = "2027-04-09T10:00";
  const late = "2027-04-12T10:00";
  /** @type {[data: Record<string, string>, expected: string | null][]} */
  const cases = [
    [{ interview }, null],
    [{ interview, slot1: late }, "few"],
    [{ interview, slot1: late, slot2: "2027-04-09T10:01" }, null],
    [{ interview, slot1: late, slot2: "2027-04-09T10:00" }, "past"],
    [{ slot1: late, slot2: "2027-04-07T10:01" }, null],
    [{ slot1: late, slot2: "2027-04-07T10:00" }, "past"],
    [{ slot1: late, slot2: "2027-04-07T10:01", zone: "WIT" }, "past"], // it is 12:00 there
  ];
  for (const [data, expected] of cases) {
    assert.equal(doubt(FILLING, data, now), expected, JSON.stringify(data));
  }
});

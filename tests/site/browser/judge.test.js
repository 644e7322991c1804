import assert from "node:assert/strict";
import { clause, judge } from "../../../overrides/assets/js/judge.js";

/**
 * @param {string} id
 * @param {string} check
 * @param {string | null} pattern
 * @param {string[]} outcomes
 */
function rule(id, check, pattern, outcomes = []) {
  const both = { id: "", en: "" };
  return {
    id,
    check,
    pattern: pattern === null ? null : { id: pattern, en: pattern },
    outcomes,
    problem: both,
    cure: both,
  };
}

const TABLE = {
  limits: { reason_words: 5 },
  patterns: { because: { id: "\\bkarena\\b", en: "\\bbecause\\b" } },
  rules: [
    rule("3.7", "absent", "\\baku\\b"),
    rule("5.1", "reason_length", null),
    rule("5.3", "absent", "\\btifus\\b"),
    rule("5.6", "other_company", "\\bPT [A-Z]\\w+"),
    rule("5.7", "absent", "\\bditerima\\b", ["reschedule"]),
  ],
};

Deno.test("a reason is judged by the rules of tip 5 alone", () => {
  /** @type {[reason: string, outcome: string, expected: string | undefined][]} */
  const cases = [
    ["saya sedang sakit", "withdraw", undefined],
    ["aku sakit", "withdraw", undefined],
    ["Karena sakit", "withdraw", "because"],
    ["sakit karena hujan", "withdraw", undefined],
    ["satu dua tiga empat lima", "withdraw", undefined],
    ["satu dua tiga – empat lima enam", "withdraw", "5.1"],
    ["saya sakit. Saya lelah", "withdraw", "5.1"],
    ["saya kena Tifus", "withdraw", "5.3"],
    ["saya di PT Maju", "withdraw", "5.6"],
    ["saya di pt maju", "withdraw", undefined],
    ["saya diterima", "withdraw", undefined],
    ["saya diterima", "reschedule", "5.7"],
  ];
  for (const [reason, outcome, expected] of cases) {
    const found = judge(TABLE, reason, "id", outcome);
    assert.equal(typeof found === "object" ? found.id : found, expected, reason);
  }
});

Deno.test("a clause ends without a mark", () => {
  assert.equal(clause(" saya sakit. "), "saya sakit");
  assert.equal(clause("saya sakit …!"), "saya sakit");
  for (const empty of [undefined, "", " . "]) assert.equal(clause(empty), undefined);
});

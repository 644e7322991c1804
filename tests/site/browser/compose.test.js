import assert from "node:assert/strict";
import { bodyOf, chosen, compose, fill, textOf } from "../../../overrides/assets/js/compose.js";
import { sampled } from "../../../overrides/assets/js/values.js";
import { FILLING } from "./filling.js";

const CHOICE = { reason: 0, tone: "first", step: "interview", left: "ample" };

/** @param {Partial<typeof CHOICE>} other */
function written(other, channel = "email", language = "id") {
  const choice = { ...CHOICE, ...other };
  const values = {
    ...sampled(FILLING, language, "formal", choice.left),
    ...chosen(FILLING, language, choice.step, FILLING.reasons[0][language]),
  };
  return compose(FILLING, channel, language, choice, values);
}

Deno.test("a message has the words of its tone and of the time left", () => {
  const decision = "Saya sedang sakit sehingga wawancara";
  assert.equal(
    bodyOf(written({})),
    "Selamat pagi. Saya Dimas Prakoso (Kasir).\n\n" +
      `${decision} pada Kamis, 8 April, pukul 10.00 WIB tidak bisa saya ikuti.\n\nMaaf.`,
  );
  assert.equal(
    bodyOf(written({ tone: "ongoing", left: "short" })),
    `Selamat malam.\n\n${decision} besok, Kamis, 8 April, pukul 10.00 WIB tidak bisa saya ikuti. Maaf, mendadak.`,
  );
  assert.match(bodyOf(written({ left: "urgent" })), /hari ini, Kamis, 8 April, pukul 10.00 WIB .* Maaf, mendadak\.$/);
  assert.equal(bodyOf(written({}, "email", "en")), "I cannot come because I am ill.");
});

Deno.test("only an e-mail has a subject", () => {
  const { subject } = written({});
  assert.equal(subject && textOf(subject), "Jadwal – Dimas Prakoso");
  assert.equal(written({}, "whatsapp").subject, null);
  assert.equal(bodyOf(written({}, "whatsapp")), bodyOf(written({})));
});

Deno.test("a part follows its own tips and those of its blanks", () => {
  const [, [decision]] = written({}).paragraphs;
  assert.deepEqual(decision.tips, [3, 4, 5, 8]);
});

Deno.test("values are text, never a template in turn", () => {
  for (const text of ["[company]", "$& $1", "<b>", "{{ 7*7 }}"]) {
    const segments = fill("A [candidate] B [company]", { candidate: text });
    assert.deepEqual(segments, [
      { text: "A ", blank: null },
      { text, blank: "candidate" },
      { text: " B [company]", blank: null },
    ]);
  }
  assert.deepEqual(fill("[toString]", {}), [{ text: "[toString]", blank: null }]);
});

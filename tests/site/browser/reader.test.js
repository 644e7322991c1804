import assert from "node:assert/strict";
import { read, understand } from "../../../overrides/assets/js/reader.js";

Deno.test("what this site did not write is no data", () => {
  for (const stored of [null, "", "null", "7", '"x"', '["x"]', "{broken", '{"constructor": "x"}']) {
    assert.deepEqual(understand(stored), {}, String(stored));
  }
  assert.deepEqual(understand('{"candidate": "Siti", "phone": 7, "company": null, "slot1": {}}'), {
    candidate: "Siti",
  });
  assert.equal(understand('{"__proto__": "x"}').candidate, undefined);
});

Deno.test("a form adds, changes and takes away what it shows, and nothing else", () => {
  const before = { candidate: "Siti", phone: "021", slot1: "2027-04-12T09:00" };
  const after = read(before, [["candidate", " Bayu "], ["phone", "  "], ["company", "PT"], ["zone", "WIB"]]);
  assert.deepEqual(after, { candidate: "Bayu", slot1: "2027-04-12T09:00", company: "PT", zone: "WIB" });
  assert.equal(before.candidate, "Siti");
});

Deno.test("what is always chosen is no data", () => {
  assert.deepEqual(read({ candidate: "Siti" }, [["candidate", ""], ["zone", "WIB"], ["address", "ibu"]]), {});
});

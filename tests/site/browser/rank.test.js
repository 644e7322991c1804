import assert from "node:assert/strict";
import { prepare, rank, words } from "../../../overrides/assets/js/rank.js";

/** @import { Entry } from "../../../overrides/assets/js/rank.js" */

/** @type {{ ignored: Set<string>, same: Map<string, string[]> }} */
const NOTHING = { ignored: new Set(), same: new Map() };

/**
 * @param {Partial<Entry>[]} entries
 * @param {string} query
 */
function ranked(entries, query, known = NOTHING) {
  return rank(prepare(entries.map((entry) => ({ location: "", title: "", text: "", ...entry })), "id"), query, known);
}

/**
 * The titles of the pages found, best first; each page of `titles` holds nothing else.
 * @param {string[]} titles
 * @param {string} query
 */
function found(titles, query, known = NOTHING) {
  return ranked(titles.map((title) => ({ location: title, title })), query, known).map(({ page }) => page.title);
}

Deno.test("words are small, hyphens count whole and in pieces, apostrophes and marks not at all", () => {
  assert.deepEqual(words("E-mail Jum’at, Can't (é) 9!"), ["email", "e", "mail", "jumat", "cant", "é", "9"]);
  assert.deepEqual(words(" …-– "), []);
});

Deno.test("a word counts by where it stands", () => {
  const pages = [
    { location: "text/", title: "satu dua", text: "<p>sakit</p>" },
    { location: "tag/", title: "tiga empat", tags: ["sakit"] },
    { location: "heading/", title: "lima enam" },
    { location: "heading/#sakit", title: "sakit" },
    { location: "long/", title: "sakit saat ujian" },
    { location: "title/", title: "sakit" },
  ];
  const addresses = ranked(pages, "sakit").map(({ page }) => page.address);
  assert.deepEqual(addresses, ["title/", "long/", "heading/", "tag/", "text/"]);
});

Deno.test("of two pages that are worth the same, the one that says it in more sections comes first", () => {
  const pages = [
    { location: "once/", title: "satu", text: "sakit" },
    { location: "twice/", title: "dua", text: "sakit" },
    { location: "twice/#more", title: "tiga", text: "sakit" },
  ];
  assert.deepEqual(ranked(pages, "sakit").map(({ page }) => page.address), ["twice/", "once/"]);
});

Deno.test("a word counts by how it was met", () => {
  assert.deepEqual(found(["batalyon", "membatalkan", "batal", "tolak"], "batal"), ["batal", "membatalkan", "batalyon"]);
});

Deno.test("beginnings have three letters", () => {
  assert.deepEqual(found(["kontrak"], "kon"), ["kontrak"]);
  assert.deepEqual(found(["kontrak"], "ko"), []);
});

Deno.test("one slip of the finger is forgiven, in words of five letters and more", () => {
  for (const slip of ["skirpsi", "sskripsi", "skripsii", "kripsi", "skrips", "skropsi"]) {
    assert.deepEqual(found(["skripsi"], slip), ["skripsi"], slip);
  }
  for (
    const [other, title] of [["skirpis", "skripsi"], ["sripi", "skripsi"], ["skiprsi", "skripsi"], ["kios", "kias"]]
  ) {
    assert.deepEqual(found([title], other), [], other);
  }
  assert.deepEqual(found(["sakit"], "sakti"), ["sakit"]);
  assert.deepEqual(found(["skripsi", "skropsi"], "skripsi"), ["skripsi"], "what is written right is no slip");
  assert.deepEqual(found(["skripsi", "sakit"], "skirpsi sakit"), ["sakit", "skripsi"], "a slip counts less");
});

Deno.test("a rare word says more than a common one, and two words more than one", () => {
  assert.equal(found(["kerja keras", "kerja lepas", "kerja baru", "sakit lama"], "kerja sakit")[0], "sakit lama");
  const pages = [
    { location: "one/", title: "sakit" },
    { location: "both/", title: "lain hal", tags: ["sakit", "ujian"] },
    { location: "other/", title: "ujian" },
  ];
  assert.equal(ranked(pages, "ujian sakit")[0].page.address, "both/");
});

Deno.test("words that say nothing are passed over, unless there are no others", () => {
  const known = { ...NOTHING, ignored: new Set(["saya"]) };
  assert.deepEqual(found(["saya", "sakit"], "saya sakit", known), ["sakit"]);
  assert.deepEqual(found(["saya", "sakit"], "saya", known), ["saya"]);
});

Deno.test("a word that means the same is found, with its family", () => {
  const known = { ...NOTHING, same: new Map([["cancel", ["batal"]]]) };
  assert.deepEqual(found(["pembatalan", "tolak"], "cancel", known), ["pembatalan"]);
});

Deno.test("a page is shown with the section that says most, else with its beginning", () => {
  const pages = [
    { location: "a/", title: "ujian", text: "mulai" },
    { location: "a/#satu", title: "satu", text: "sakit" },
    { location: "a/#dua", title: "dua", text: "sakit dan izin" },
  ];
  for (const [query, anchor] of [["sakit izin", "dua"], ["sakit", "satu"], ["ujian", undefined]]) {
    assert.equal(ranked(pages, String(query))[0].section.anchor, anchor, String(query));
  }
});

Deno.test("tags of the index are no text, its entities are", () => {
  const text = "<ul><li>Ibu &amp; <code>Bapak</code>.</li><li>&lt;b&gt; &amp;lt; &quot;&#39;&#x27;</li> </ul>";
  const [{ page, section }] = ranked([{ title: "Tanya &amp; jawab", text }], "tanya");
  assert.equal(page.title, "Tanya & jawab");
  assert.equal(section.text, "Ibu & Bapak. <b> &lt; \"''");
});

Deno.test("nonsense finds nothing", () => {
  for (const query of ["", "…", "constructor", "xyzzyq", ".* ] ("]) {
    assert.deepEqual(found(["sakit"], query), [], query);
  }
});

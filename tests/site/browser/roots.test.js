import assert from "node:assert/strict";
import { roots } from "../../../overrides/assets/js/roots.js";

/**
 * @param {string} language
 * @param {string} a
 * @param {string} b
 */
const meet = (language, a, b) => !roots(a, language).isDisjointFrom(roots(b, language));

const FAMILIES = {
  id: [
    "batal batalin pembatalan membatalkan dibatalkan ngebatalin batalnya batalkah",
    "tolak menolak ditolak penolakan nolak",
    "pilih memilih milih pilihanku",
    "sakit nyakitin menyakiti penyakit sakitpun",
    "kabar mengabari ngabarin kabarilah kabarmu",
    "timbang pertimbangan dipertimbangkan",
    "izin diizinkan izinku izinin",
    "ulang mengulang terulang",
    "kirim mengirim pengiriman",
    "daftar mendaftar pendaftaran",
    "lamar melamar pelamar",
    "libur berlibur",
    "kerja bekerja sekerja pekerjaan",
    "hilang kehilangan",
  ],
  en: [
    "cancel cancelling canceled cancellation cancels",
    "apology apologies apologise apologizes apologizing",
    "apply applied applies",
    "ill illness",
    "clash clashes",
    "decline declined declining",
    "know known",
    "polite politely",
    "recruit recruiter recruitment",
    "reschedule reschedules rescheduling",
    "withdraw withdrawal withdrawn",
  ],
};

for (const [language, families] of Object.entries(FAMILIES)) {
  Deno.test(`words of one family meet at its root: ${language}`, () => {
    for (const family of families) {
      const [root, ...others] = family.split(" ");
      for (const word of others) assert(meet(language, root, word), `${word} does not meet ${root}`);
    }
  });
}

Deno.test("strangers do not meet", () => {
  const strangers = [["id", "mundur", "tunda"], ["id", "diri", "ri"], ["id", "sakit", "kita"], ["en", "sing", "s"]];
  for (const [language, a, b] of strangers) assert(!meet(language, a, b), `${a} meets ${b}`);
});

Deno.test("each language has its own affixes", () => {
  assert(!meet("en", "membatalkan", "batal"));
  assert(!meet("id", "cancelling", "cancel"));
});

import assert from "node:assert/strict";
import { addresses } from "../../../overrides/assets/js/send.js";

const TEXTS = ["Bu Dewi\n\nTerima kasih.\n", "😀 אבג", "A&B = C+D? #1", "Jum’at 100% %20", "\\ \" ' <b>", ""];

Deno.test("every application gets exactly the text", () => {
  for (const body of TEXTS) {
    const subject = body.replaceAll("\n", " ");
    const message = { subject, body };
    assert.equal(new URL(addresses.whatsapp(message)).searchParams.get("text"), body);
    // Neither mailto: nor sms: knows "+" for a blank, so each pair is decoded by itself.
    const [mail, sms] = [addresses.email(message), addresses.sms(message)];
    assert.match(mail, /^mailto:\?subject=[^&#+]*&body=[^&#+]*$/);
    assert.match(sms, /^sms:\?&body=[^&#+]*$/);
    const [of, told] = mail.slice("mailto:?".length).split("&").map((pair) => decodeURIComponent(pair.split("=")[1]));
    assert.equal(of, subject);
    assert.equal(told, body.replaceAll("\n", "\r\n"));
    assert.equal(decodeURIComponent(sms.slice("sms:?&body=".length)), body);
  }
});

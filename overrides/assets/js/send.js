// Opens the application that sends a message, with the message in it. Nothing is sent before the reader does so.

import { one } from "./page.js";

/** @typedef {{ subject: string, body: string }} Message  the visible text; only an e-mail has a subject */

/**
 * The address that opens each application with `message` in it.
 * @type {Record<string, (message: Message) => string>}
 */
export const addresses = {
  whatsapp: ({ body }) => `https://wa.me/?text=${encodeURIComponent(body)}`,
  // RFC 6068: line breaks are CR LF.
  email: ({ subject, body }) =>
    `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`,
  // "?&" is understood by Android and by iOS.
  sms: ({ body }) => `sms:?&body=${encodeURIComponent(body)}`,
};

/**
 * @param {HTMLElement} article
 * @returns {Message}
 */
function content(article) {
  return {
    subject: article.querySelector(".message-subject")?.textContent ?? "",
    body: one(article, ".message-body").textContent,
  };
}

/** @param {HTMLElement} article */
async function share(article) {
  const { subject, body } = content(article);
  try {
    await navigator.share(subject ? { title: subject, text: body } : { text: body });
  } catch {
    // The reader closed the sheet.
  }
}

/**
 * Bring the links of one message up to date with its text.
 * @param {HTMLElement} article
 */
export function prepare(article) {
  for (const [way, address] of Object.entries(addresses)) {
    /** @type {HTMLAnchorElement | null} */
    const link = article.querySelector(`a[data-send="${way}"]`);
    if (!link) continue;
    link.href = address(content(article));
    link.hidden = false;
  }
  const button = one(article, "button[data-send=share]");
  button.onclick ??= () => share(article);
  button.hidden = !("share" in navigator);
}

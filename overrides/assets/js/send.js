// Opens the application that sends a message, with the message in it. Nothing is sent before the reader does so.

function content(article) {
  return {
    subject: article.querySelector(".message-subject")?.textContent ?? "",
    body: article.querySelector(".message-body").textContent,
  };
}

const ADDRESS = {
  whatsapp: ({ body }) => `https://wa.me/?text=${encodeURIComponent(body)}`,
  // RFC 6068: line breaks are CR LF.
  email: ({ subject, body }) =>
    `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`,
  // "?&" is understood by Android and by iOS.
  sms: ({ body }) => `sms:?&body=${encodeURIComponent(body)}`,
};

async function share(article) {
  const { subject, body } = content(article);
  try {
    await navigator.share(subject ? { title: subject, text: body } : { text: body });
  } catch {
    // The reader closed the sheet.
  }
}

/** Bring the links of one message up to date with its text. */
export function prepare(article) {
  for (const control of article.querySelectorAll("[data-send]")) {
    const way = control.dataset.send;
    if (way !== "share") control.href = ADDRESS[way](content(article));
    else if (!control.onclick) control.onclick = () => share(article);
    control.hidden = way === "share" && !navigator.share;
  }
}

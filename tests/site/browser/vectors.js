// Holds what the browser writes against what the build wrote: `tests/site/test_choices.py` makes the file and runs this.

import assert from "node:assert/strict";
import { bodyOf, chosen, compose, textOf } from "../../../overrides/assets/js/compose.js";
import * as dates from "../../../overrides/assets/js/dates.js";
import * as spoken from "../../../overrides/assets/js/spoken.js";
import { sampled } from "../../../overrides/assets/js/values.js";

const { pages, cases, moments } = JSON.parse(await Deno.readTextFile(Deno.args[0]));

for (const { scenario, channel, language, register, choice, written } of cases) {
  const filling = pages[scenario];
  const reasons = filling.contracted.includes(channel) ? filling.said : filling.reasons;
  const reason = reasons[choice.reason][language];
  const message = compose(filling, channel, language, choice, {
    ...sampled(filling, language, register, choice.left),
    ...chosen(filling, language, choice.step, reason),
  });
  const parts = [...message.subject ? [message.subject] : [], ...message.paragraphs.flat()];
  const made = {
    subject: message.subject && textOf(message.subject),
    body: bodyOf(message),
    parts: parts.map(({ part, tips, segments }) => [part, tips, segments.map(({ text, blank }) => [text, blank])]),
  };
  assert.deepEqual(made, written, `${scenario} ${channel} ${language} ${JSON.stringify(choice)}`);
}

const { dates: names, spoken: words, zones } = pages[cases[0].scenario];
const [zone] = Object.keys(zones);
for (const { language, at, sent, written } of moments) {
  const [then, now] = [new Date(`${at}Z`), new Date(`${sent}Z`)];
  const made = [
    dates.when(names[language], then, now, zone),
    dates.moment(names[language], then, now, zone),
    spoken.moment(words[language], names[language], then, now),
  ];
  assert.deepEqual(made, written, `${language} ${at} ${sent}`);
}

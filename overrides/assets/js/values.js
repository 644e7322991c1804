// From the reader's data to the text of each blank. Names, greetings and forms come from the page's own data.

const MINUTE = 60_000;
// The form of address says it already.
const TITLE = /^(?:ibu|bu|bapak|pak|bapak\/ibu|ms|mrs|mr|kak)\.?\s+/i;
const source = document.getElementById("filling");
export const filling = source ? JSON.parse(source.textContent) : null;

function zoneOf(data) {
  return Object.hasOwn(filling.zones, data.zone ?? "") ? data.zone : Object.keys(filling.zones)[0];
}

/** The form of address that was chosen, else the first, which is right for anybody. */
function addressOf(data) {
  return filling.addresses[Object.hasOwn(filling.addresses, data.address ?? "") ? data.address : Object.keys(filling.addresses)[0]];
}

/** What a field `2027-04-08T10:00` says, read with the getUTC… methods; null if it says no date and time. */
function written(value) {
  const at = new Date(`${value}Z`);
  // Date alone would guess at a date in any text, and take 31 February for 3 March.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) ? at : null;
}

/** The other times that are offered, in order. */
export function slots(data) {
  return [data.slot1, data.slot2, data.slot3].map(written).filter(Boolean).sort((a, b) => a - b);
}

/** The moment of the interview, or null while it is unknown. */
export function moment(data) {
  const local = written(data.interview);
  return local && new Date(local - filling.zones[zoneOf(data)] * MINUTE);
}

/** The clock on the wall where the interview is, read with the getUTC… methods. */
export function wall(at, data) {
  return new Date(at.getTime() + filling.zones[zoneOf(data)] * MINUTE);
}

function two(number) {
  return String(number).padStart(2, "0");
}

function day(local, language, year = true) {
  const month = filling.dates[language].months[local.getUTCMonth()];
  return `${local.getUTCDate()} ${month}${year ? ` ${local.getUTCFullYear()}` : ""}`;
}

function sentence(local, language, year = true) {
  const { weekdays, at, clock } = filling.dates[language];
  const weekday = weekdays[(local.getUTCDay() + 6) % 7]; // the list begins on Monday
  return `${weekday}, ${day(local, language, year)}, ${at} ${two(local.getUTCHours())}${clock}${two(local.getUTCMinutes())}`;
}

function choice(offered, year, language, zone) {
  const texts = offered.map((slot) => sentence(slot, language, slot.getUTCFullYear() !== year));
  const last = texts.pop();
  const before = texts.length ? `${texts.join("; ")} ${filling.dates[language].or} ` : "";
  return `${before}${last} ${zone}`;
}

function greeting(local, language) {
  const sorted = [...filling.dayparts].sort((a, b) => a.from_hour - b.from_hour);
  const fitting = sorted.filter((part) => part.from_hour <= local.getUTCHours());
  return (fitting.at(-1) ?? sorted.at(-1)).greeting[language];
}

function named(template, data) {
  const recruiter = data.recruiter?.replace(TITLE, "");
  const known = { recruiter_name: recruiter, recruiter_call: recruiter, company: data.company };
  let complete = true;
  const text = template.replace(/\[([a-z_]+)\]/g, (_, name) => {
    complete &&= Boolean(known[name]);
    return known[name] ?? "";
  });
  return complete ? text : undefined;
}

/** The text of every blank that the data suffice for. */
export function values(data, language, register, now) {
  const zone = zoneOf(data);
  const address = Object.keys(data).length ? addressOf(data) : null;
  const interview = written(data.interview);
  const offered = slots(data);
  const year = (interview ?? offered[0])?.getUTCFullYear();
  return {
    candidate: data.candidate,
    phone: data.phone,
    position: data.position,
    company: data.company,
    address: address?.you[language][register],
    recruiter: address && named(address.name[language][register], data),
    interview: interview && `${sentence(interview, language)} ${zone}`,
    interview_date: interview && day(interview, language),
    slots: offered.length ? choice(offered, year, language, zone) : undefined,
    slot: offered.length ? `${sentence(offered[0], language)} ${zone}` : undefined,
    daypart: Object.keys(data).length ? greeting(wall(now, data), language) : undefined,
  };
}

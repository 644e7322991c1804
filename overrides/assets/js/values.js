// From the reader's data to the text of each blank. Names, greetings and forms come from the page's own data.

const ZONE = "WIB";
const source = document.getElementById("filling");
export const filling = source ? JSON.parse(source.textContent) : null;

/** The moment that `2027-04-08T10:00` means in the zone of the interview, or null. */
export function moment(value, zone = ZONE) {
  const at = Date.parse(`${value}:00Z`);
  return Number.isNaN(at) ? null : new Date(at - filling.zones[zone] * 60_000);
}

/** The clock on the wall in that zone, read with the getUTC… methods. */
export function wall(at, zone = ZONE) {
  return new Date(at.getTime() + filling.zones[zone] * 60_000);
}

function two(number) {
  return String(number).padStart(2, "0");
}

function day(local, language, year = true) {
  const month = filling.dates[language].months[local.getUTCMonth()];
  return `${local.getUTCDate()} ${month}${year ? ` ${local.getUTCFullYear()}` : ""}`;
}

function written(local, language, year = true) {
  const { weekdays, at, clock } = filling.dates[language];
  const weekday = weekdays[(local.getUTCDay() + 6) % 7]; // the list begins on Monday
  return `${weekday}, ${day(local, language, year)}, ${at} ${two(local.getUTCHours())}${clock}${two(local.getUTCMinutes())}`;
}

function choice(slots, year, language, zone) {
  const texts = slots.map((slot) => written(slot, language, slot.getUTCFullYear() !== year));
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
  const known = { recruiter_name: data.recruiter, recruiter_call: data.recruiter, company: data.company };
  let complete = true;
  const text = template.replace(/\[([a-z_]+)\]/g, (_, name) => {
    complete &&= Boolean(known[name]);
    return known[name] ?? "";
  });
  return complete ? text : undefined;
}

/** The text of every blank that the data suffice for. */
export function values(data, language, register, now) {
  const zone = data.zone ?? ZONE;
  const address = filling.addresses[data.address];
  const local = (value) => (value && !Number.isNaN(Date.parse(`${value}:00Z`)) ? new Date(`${value}:00Z`) : null);
  const interview = local(data.interview);
  const slots = [data.slot1, data.slot2, data.slot3].map(local).filter(Boolean).sort((a, b) => a - b);
  const year = (interview ?? slots[0])?.getUTCFullYear();
  return {
    candidate: data.candidate,
    phone: data.phone,
    position: data.position,
    company: data.company,
    address: address?.you[language],
    recruiter: address && named(address.name[language][register], data),
    interview: interview && `${written(interview, language)} ${zone}`,
    interview_date: interview && day(interview, language),
    slots: slots.length ? choice(slots, year, language, zone) : undefined,
    slot: slots.length ? `${written(slots[0], language)} ${zone}` : undefined,
    daypart: Object.keys(data).length ? greeting(wall(now, zone), language) : undefined,
  };
}

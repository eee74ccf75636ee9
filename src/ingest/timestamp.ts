/** Clocks differ and zones are mistaken; what claims to come from later than this is wrong, in milliseconds. */
const FUTURE = 24 * 60 * 60 * 1000;

const DAY = /^\d{4}-\d{2}-\d{2}/;
const FULL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const OFFSET = /([+-])(\d{2}):?(\d{2})$/;
const ZONE = /(?:\b(?:GMT|UTC|UT|[ECMP][SD]T)|Z|[+-]\d{2}:?\d{2})$/;

/**
 * A date as sources write it (ISO 8601, RFC 822, "March 11, 2024") as an ISO 8601 date, or a timestamp where it tells
 * its time and zone; the day stays the one that the source counts. Null for what is no date, or one still to come.
 */
export function isoTimestamp(written: string, now: Date): string | null {
  const text = written.trim();
  const iso = DAY.test(text) ? isoForm(text) : otherForm(text);
  const time = Date.parse(iso ?? '');
  return Number.isNaN(time) || time > now.getTime() + FUTURE || time < Date.UTC(1000) ? null : iso;
}

function isoForm(text: string): string | null {
  if (FULL.test(text)) return text;
  // A time without its zone may be of another day.
  return text.includes('T') && ZONE.test(text) ? withOffset(text) : text.slice(0, 10);
}

function otherForm(text: string): string | null {
  if (Number.isNaN(Date.parse(text))) return null;
  if (ZONE.test(text)) return withOffset(text);
  const day = new Date(`${text} UTC`);
  return Number.isNaN(day.getTime()) ? null : day.toISOString().slice(0, 10);
}

function withOffset(text: string): string | null {
  const time = Date.parse(text);
  if (Number.isNaN(time)) return null;
  const [, sign, hours, minutes] = OFFSET.exec(text) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  const clock = new Date(time + offset * 60_000).toISOString().replace('.000Z', '');
  return `${clock}${offset === 0 ? 'Z' : `${sign}${hours}:${minutes}`}`.replace(/Z+$/, 'Z');
}

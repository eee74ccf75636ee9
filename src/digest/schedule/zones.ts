import { wallClock } from './wall-clock.js';
import { foldName, knownZone, type NamedZone } from './zone-data.js';
import { zoneInWords, zoneNames, zoneOfOffset, zonesNamed } from './zone-names.js';

/** The most wanted zones, in the order in which they are suggested. */
const TYPICAL =
  `UTC Europe/London Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Warsaw Europe/Kyiv Europe/Athens
  Europe/Istanbul America/New_York America/Chicago America/Denver America/Los_Angeles America/Toronto America/Mexico_City
  America/Sao_Paulo Africa/Lagos Africa/Cairo Africa/Johannesburg Asia/Baghdad Asia/Dubai Asia/Kolkata Asia/Shanghai Asia/Tokyo
  Australia/Sydney Pacific/Auckland`.split(/\s+/);

/** A name is clear if at least this share of the people it stands for live by one clock. */
const CLEAR = 0.85;

const NICKNAMES: ReadonlyMap<string, string> = new Map([
  ['nyc', 'new york'],
  ['sf', 'san francisco'],
  ['l.a.', 'los angeles'],
  ['dc', 'washington dc'],
  ['d.c.', 'washington dc'],
]);

/** "Tokyo Japan" as "Tokyo, Japan". */
const withComma = (name: string): string | undefined =>
  name.includes(' ') && !name.includes(',') ? name.replace(/ (\S+)$/, ', $1') : undefined;

/** A zone offered for choice. */
export interface ZoneChoice {
  readonly zone: string;
  /** The zone, with the name that makes it fit: "Europe/Berlin (Munich, Germany)". */
  readonly label: string;
}

/**
 * Returns the zones that somebody may mean: an IANA name, an offset ("UTC+5:30"), or any name of a zone.
 * There is one zone for each clock, the most populous first; a single one if the meaning is clear, and none
 * if nothing has that name.
 */
export function zonesMeant(typed: string): ZoneChoice[] {
  const name = typed.trim().replace(/(?<=\w{3})\s+(?:local )?time$/i, '');
  const exact = exactZone(typed.trim()) ?? exactZone(name);
  if (exact !== null) return [{ zone: exact, label: zoneInWords(exact) }];
  const named = [typed, name, NICKNAMES.get(name.toLowerCase()), withComma(name)].reduce<
    readonly NamedZone[]
  >((found, each) => (found.length > 0 || each === undefined ? found : namedBy(each)), []);
  const clocks = byClock(named);
  const [first] = clocks;
  return (first && isClear(first, named) ? [first] : clocks).map(choiceOf);
}

/**
 * Suggests zones that fit what was typed so far ("new york", "Berl"), best first. Suggests the most wanted
 * ones if nothing was typed.
 */
export function suggestZones(typed: string, limit: number): ZoneChoice[] {
  const wanted = foldName(typed);
  if (wanted === '') return TYPICAL.slice(0, limit).map((zone) => ({ zone, label: zone }));
  const fitting = [...zoneNames()].flatMap(([name, zones]) => {
    const rank = rankOf(name, wanted);
    return rank === null ? [] : zones.map((named) => ({ rank, named }));
  });
  const ranked = fitting
    .sort((a, b) => a.rank - b.rank || b.named.people - a.named.people)
    .map(({ named }) => choiceOf(named));
  const exact = exactZone(typed.trim());
  const choices = exact === null ? ranked : [{ zone: exact, label: zoneInWords(exact) }, ...ranked];
  const seen = new Set<string>();
  return choices.filter(({ zone }) => seen.size !== seen.add(zone).size).slice(0, limit);
}

/** Ranks how well a name fits the text typed so far: 0 is best, null is no match. */
function rankOf(name: string, wanted: string): number | null {
  if (!name.includes(wanted)) return null;
  if (name === wanted || name.endsWith(` ${wanted}`)) return 0;
  if (name.startsWith(wanted)) return 1;
  return name.includes(` ${wanted}`) ? 2 : 3;
}

const OFFSET = /^(?:(?:utc|gmt)?\s*([+\-−])|(?:utc|gmt))\s*(\d{1,2})(?::?([0-5]\d))?$/i;

/**
 * Returns the zone of a text that can mean only one: "utc", an offset, an IANA name. Names without a slash
 * are left to the other search, as "EST" also means Panama.
 */
function exactZone(typed: string): string | null {
  if (/^(?:utc|gmt|z|zulu)$/i.test(typed)) return 'UTC';
  const [, sign = '+', hours, minutes = '0'] = OFFSET.exec(typed) ?? [];
  if (hours !== undefined)
    return zoneOfOffset((Number(hours) * 60 + Number(minutes)) * (sign === '+' ? 1 : -1));
  if (!typed.includes('/')) return null;
  return zonesNamed(typed)[0]?.zone ?? knownZone(typed);
}

/** Returns the zones of a name. For "Portland, Oregon", those that both parts name. */
function namedBy(typed: string): readonly NamedZone[] {
  const whole = zonesNamed(typed);
  const [place = '', ...within] = typed.split(',');
  if (whole.length > 0 || within.length === 0) return whole;
  const around = within.map((name) => new Set(zonesNamed(name).map(({ zone }) => zone)));
  return zonesNamed(place).filter(({ zone }) => around.every((zones) => zones.has(zone)));
}

/**
 * Returns whether a name clearly means one clock. An abbreviation of several offsets never does, however many
 * people live by one of them: "IST" is also Irish.
 */
function isClear(clock: NamedZone, zones: readonly NamedZone[]): boolean {
  const abbreviated = zones.filter(({ abbreviates }) => abbreviates);
  if (new Set(abbreviated.map(({ offset }) => offset)).size > 1) return false;
  return clock.people >= CLEAR * zones.reduce((sum, { people }) => sum + people, 0);
}

/**
 * Groups zones by what their clocks show. Returns the most populous zone of each group, with the people of
 * all of them.
 */
function byClock(zones: readonly NamedZone[]): NamedZone[] {
  const clocks = new Map<string, NamedZone>();
  const weeks = weeksToCome();
  for (const named of zones.toSorted((a, b) => b.people - a.people)) {
    const clock = weeks.map((moment) => wallClock(moment, named.zone)).join();
    const first = clocks.get(clock);
    clocks.set(clock, { ...(first ?? named), people: (first?.people ?? 0) + named.people });
  }
  return [...clocks.values()].sort((a, b) => b.people - a.people);
}

const WEEK = 7 * 24 * 60 * 60 * 1000;

/**
 * Returns one moment in each week of the coming year. Zones whose clocks agree at all of them keep the same
 * time.
 */
function weeksToCome(): Date[] {
  const now = Date.now();
  return Array.from({ length: 53 }, (_, week) => new Date(now + week * WEEK));
}

function choiceOf({ zone, name, country }: NamedZone): ZoneChoice {
  const place = foldName(zone).endsWith(foldName(name)) || name === country ? country : `${name}, ${country}`;
  return { zone, label: `${zone} (${place})` };
}

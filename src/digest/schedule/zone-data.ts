import { createRequire } from 'node:module';
import { abbreviations, rawTimeZones, timeZonesNames } from '@vvo/tzdb';

/** One of the zones that go by a name. */
export interface NamedZone {
  /** IANA name, such as `Europe/Berlin`. */
  readonly zone: string;
  /** What goes by the name, as it is written: "Munich", "Germany", "CET". */
  readonly name: string;
  readonly country: string;
  /**
   * How many people live in this zone under the name, summed over known cities. Decides which of several
   * zones is meant.
   */
  readonly people: number;
  /** Minutes east of Greenwich, outside of summer time. */
  readonly offset: number;
  /** A zone's own abbreviation, or that of its summer time. */
  readonly abbreviates: boolean;
}

export type NamedZones = ReadonlyMap<string, readonly NamedZone[]>;
export type TimeZone = (typeof rawTimeZones)[number];

/** Everything known about zones and their names. Names are folded, see `foldName`. */
export interface ZoneData {
  readonly zones: readonly TimeZone[];
  /** Names of cities, states, countries and zones (present and former), and abbreviations. */
  readonly names: NamedZones;
  /** Codes of countries and American states. */
  readonly codes: NamedZones;
}

/** Merges the zones of tzdb with the cities of city-timezones. Takes a tenth of a second. */
export function collectZones(): ZoneData {
  const names = new Collected();
  const codes = new Collected();
  // The data may list zones that this system does not know yet.
  const zones = rawTimeZones.filter(({ name }) => knownZone(name) !== null);
  const byZone = new Map(zones.flatMap((entry) => entry.group.map((zone) => [zone, entry] as const)));
  const people = new Map<TimeZone, number>();
  const provinces = new Map<string, NamedZone>();

  const { cityMapping }: typeof import('city-timezones') = createRequire(import.meta.url)('city-timezones');
  for (const city of cityMapping) {
    const entry = byZone.get(city.timezone);
    if (entry === undefined) continue;
    const { pop } = city;
    people.set(entry, (people.get(entry) ?? 0) + pop);
    const here = { ...placed(entry, city.timezone), people: pop };
    for (const name of calledBy(city)) names.add({ ...here, name });
    // The types promise strings, but for a few countries the code is a number.
    for (const code of [city.iso2, city.iso3, city.state_ansi])
      codes.add({ ...here, name: String(code ?? '') });
    const key = `${city.province} ${here.zone}`;
    const around = provinces.get(key)?.people ?? 0;
    provinces.set(key, { ...here, name: city.province, people: around + pop });
  }
  for (const province of provinces.values()) names.add(province);
  for (const entry of zones) {
    const here = { ...placed(entry, entry.name), people: people.get(entry) ?? 0 };
    for (const name of namesOf(entry)) names.add({ ...here, name });
    for (const name of abbreviationsOf(entry)) names.add({ ...here, name, abbreviates: true });
    // This data set does not say how many people live in a city; the other one does.
    for (const name of entry.mainCities) names.add({ ...here, name, people: 0 });
    for (const alias of entry.group) {
      const named = { ...placed(entry, alias), people: here.people };
      for (const name of [alias, lastPart(alias)]) names.add({ ...named, name });
    }
  }
  return { zones, names: names.byName, codes: codes.byName };
}

/** Returns what a city is called. "Washington, D.C." is also "Washington". */
function calledBy({ city, city_ascii }: { readonly city: string; readonly city_ascii: string }): string[] {
  const names = city === city_ascii ? [city] : [city, city_ascii];
  return city.includes(',') ? [...names, city.slice(0, city.indexOf(','))] : names;
}

const SUPPORTED = new Set(Intl.supportedValuesOf('timeZone'));

/** Returns a zone's IANA name as this system spells it, or null if the system does not know it. */
export function knownZone(zone: string): string | null {
  if (SUPPORTED.has(zone)) return zone;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/**
 * Folds a name for comparison: lower case, without accents, dots and apostrophes, with single spaces between
 * words.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}.'’]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
}

const CURRENT = new Set(timeZonesNames);

/**
 * Decides which zone a name of an entry stands for. A current zone whose clocks merely agree with the entry's
 * keeps its own name; an outdated name gives way to the new one.
 */
function placed(entry: TimeZone, alias: string): Omit<NamedZone, 'name' | 'people'> {
  const keepsName = alias !== entry.name && CURRENT.has(alias) && knownZone(alias) !== null;
  const zone = keepsName ? alias : entry.name;
  return { zone, country: entry.countryName, offset: entry.rawOffsetInMinutes, abbreviates: false };
}

/** "Buenos Aires" of `America/Argentina/Buenos_Aires`. */
function lastPart(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

const REGIONS = (['long', 'short'] as const).map(
  (style) => new Intl.DisplayNames('en', { type: 'region', style, fallback: 'none' }),
);

/** "Pacific Time", "Pacific Standard Time", "Pacific", "United States", "US". */
function namesOf(entry: TimeZone): string[] {
  const { alternativeName, countryName, countryCode } = entry;
  return [
    alternativeName,
    alternativeName.replace(/ Time$/, ''),
    ...longNamesOf(entry).map(([name]) => name),
    countryName,
    ...REGIONS.flatMap((regions) => regions.of(countryCode) ?? []),
  ];
}

/** "PST", "PDT", "PT". */
function abbreviationsOf(entry: TimeZone): string[] {
  const { abbreviation, dstAbbreviation = '' } = entry;
  return [abbreviation, dstAbbreviation, ...longNamesOf(entry).map(([, short]) => short)];
}

const LONG_NAMES = new Map<string, (readonly [name: string, abbreviation: string])[]>();
for (const [name, short] of Object.entries(abbreviations)) {
  const generic = name.replace(/ (?:Standard|Daylight|Summer) /, ' ');
  LONG_NAMES.set(generic, [...(LONG_NAMES.get(generic) ?? []), [name, short]]);
}

/**
 * Returns "Pacific Standard Time" and "Pacific Daylight Time" with their abbreviations. The second is left
 * out for zones without summer time.
 */
function longNamesOf({ alternativeName, dstAbbreviation }: TimeZone): (readonly [string, string])[] {
  return (LONG_NAMES.get(alternativeName) ?? []).filter(
    ([name]) => dstAbbreviation !== undefined || !/ (?:Daylight|Summer) /.test(name),
  );
}

/** Zones by name, each of them once. */
class Collected {
  readonly byName = new Map<string, NamedZone[]>();

  add(named: NamedZone): void {
    const key = foldName(named.name);
    if (key === '') return;
    const others = this.byName.get(key);
    const same = others?.findIndex(({ zone }) => zone === named.zone) ?? -1;
    if (others === undefined) this.byName.set(key, [named]);
    else if (same === -1) others.push(named);
    else if ((others[same]?.people ?? 0) <= named.people) others[same] = named;
  }
}

import {
  collectZones,
  foldName,
  knownZone,
  type NamedZone,
  type NamedZones,
  type ZoneData,
} from './zone-data.js';

let once: ZoneData | null = null;

/** Collected on first use, so that no start has to wait for seven thousand cities. */
function data(): ZoneData {
  once ??= collectZones();
  return once;
}

/**
 * Returns the zones that a name stands for: a city, state or country, an abbreviation ("CET", "ET"), or a
 * present or former name of a zone ("Pacific Time", "Calcutta"). If there are none, the name is read as the
 * code of a country or an American state.
 */
export function zonesNamed(name: string): readonly NamedZone[] {
  const wanted = foldName(name);
  return data().names.get(wanted) ?? data().codes.get(wanted) ?? [];
}

/** Every name, as `foldName` has it, with the zones that go by it. */
export function zoneNames(): NamedZones {
  return data().names;
}

/**
 * Returns the zone of an offset from UTC, or null if there is none. A whole hour has a zone named after it;
 * any other offset gets the most populous zone that never changes its clocks.
 * @param minutes east of Greenwich
 */
export function zoneOfOffset(minutes: number): string | null {
  if (minutes === 0) return 'UTC';
  // The sign in these names is reversed: `Etc/GMT-5` is five hours east.
  if (minutes % 60 === 0) return knownZone(`Etc/GMT${minutes > 0 ? '-' : '+'}${Math.abs(minutes / 60)}`);
  const people = (zone: string): number => zonesNamed(zone)[0]?.people ?? 0;
  const [most] = data()
    .zones.filter((zone) => zone.rawOffsetInMinutes === minutes && zone.dstAbbreviation === undefined)
    .map(({ name }) => name)
    .toSorted((a, b) => people(b) - people(a));
  return most ?? null;
}

/** Returns a zone as people write it: its name, but "UTC+5" for `Etc/GMT-5`. */
export function zoneInWords(zone: string): string {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(zone) ?? [];
  return sign === undefined ? zone : `UTC${sign === '-' ? '+' : '-'}${hours}`;
}

import {
  collectZones,
  foldName,
  knownZone,
  type NamedZone,
  type NamedZones,
  type ZoneData,
} from './zone-data.js';

let once: ZoneData | null = null;

/** Collected when it is first asked for: no start waits for seven thousand cities. */
function data(): ZoneData {
  once ??= collectZones();
  return once;
}

/**
 * The zones that go by a name: of a city, a state or a country, an abbreviation ("CET", "ET"), what a zone is called
 * ("Pacific Time") or was called before ("Calcutta"). Where nothing is called so, a code of a country or an American state.
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
 * The zone of an offset from UTC: a whole hour has one by name, what lies between is that of most people who never
 * change their clocks. Null where there is none.
 * @param minutes east of Greenwich
 */
export function zoneOfOffset(minutes: number): string | null {
  if (minutes === 0) return 'UTC';
  // The names count the other way round.
  if (minutes % 60 === 0) return knownZone(`Etc/GMT${minutes > 0 ? '-' : '+'}${Math.abs(minutes / 60)}`);
  const people = (zone: string): number => zonesNamed(zone)[0]?.people ?? 0;
  const [most] = data()
    .zones.filter((zone) => zone.rawOffsetInMinutes === minutes && zone.dstAbbreviation === undefined)
    .map(({ name }) => name)
    .toSorted((a, b) => people(b) - people(a));
  return most ?? null;
}

/** A zone as people write it: its name, but "UTC+5" for `Etc/GMT-5`. */
export function zoneInWords(zone: string): string {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(zone) ?? [];
  return sign === undefined ? zone : `UTC${sign === '-' ? '+' : '-'}${hours}`;
}

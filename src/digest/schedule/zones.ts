/** Zones that people look for most, in the order in which they are offered. */
const TYPICAL =
  `UTC Europe/London Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Warsaw Europe/Kyiv Europe/Athens
  Europe/Istanbul America/New_York America/Chicago America/Denver America/Los_Angeles America/Toronto America/Mexico_City
  America/Sao_Paulo Africa/Lagos Africa/Cairo Africa/Johannesburg Asia/Baghdad Asia/Dubai Asia/Kolkata Asia/Shanghai Asia/Tokyo
  Australia/Sydney Pacific/Auckland`.split(/\s+/);

const ALL = [...new Set([...TYPICAL, ...Intl.supportedValuesOf('timeZone')])];

/** IANA zones that fit what was typed ("new york", "Berl"), best first; the typical ones for nothing typed. */
export function suggestZones(typed: string, limit: number): string[] {
  const wanted = folded(typed);
  if (wanted === '') return TYPICAL.slice(0, limit);
  const rank = (zone: string): number => {
    const name = folded(zone);
    const city = folded(zone.split('/').at(-1) ?? zone);
    if (name === wanted || city === wanted) return 0;
    if (city.startsWith(wanted)) return 1;
    if (name.startsWith(wanted)) return 2;
    return name.includes(wanted) ? 3 : 4;
  };
  return ALL.map((zone) => ({ zone, rank: rank(zone) }))
    .filter((each) => each.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ zone }) => zone);
}

/** The zone that was meant: an IANA name as the system knows it, else the best suggestion; null when nothing is near. */
export function findZone(typed: string): string | null {
  const exact = typed.trim();
  if (exact.includes('/') || /^(?:utc|gmt)$/i.test(exact)) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: exact });
      return ALL.find((zone) => zone.toLowerCase() === exact.toLowerCase()) ?? exact;
    } catch {
      // Not a zone; perhaps the beginning of one.
    }
  }
  return exact === '' ? null : (suggestZones(exact, 1)[0] ?? null);
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/**
 * The languages whose names of months are known, those that more news is written in first: where two languages use
 * one name for different months (`listopad`), the first decides.
 */
const LANGUAGES =
  'en en-GB de de-AT fr es pt it nl ru pl sv da nb tr cs hu ro fi el uk id vi sk bg hr sr sr-Latn sl lt lv et ca gl is'.split(
    ' ',
  );

/** Short forms that sources write and that the Unicode tables do not have. */
const MORE: Readonly<Record<string, number>> = {
  sept: 9,
  mrz: 3,
  maerz: 3,
  janv: 1,
  fevr: 2,
  juil: 7,
  ene: 1,
  set: 9,
};

/** Forms of one name with at least this many letters. */
const SHORTEST = 3;

let months: ReadonlyMap<string, number> | null = null;

/**
 * Returns the month (1–12) of a name or a short form of it, in the languages in which news comes; null if it is none.
 * Case, accents and a final full stop do not matter.
 * @example "févr." gives 2
 */
export function monthNamed(word: string): number | null {
  months ??= namedMonths();
  return months.get(folded(word)) ?? null;
}

function namedMonths(): Map<string, number> {
  const found = new Map(Object.entries(MORE));
  const shortened = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const [name, month] of namesIn(language)) {
      if (name.length >= SHORTEST && !found.has(name)) found.set(name, month);
    }
    for (const [name, month] of firstLetters(language)) {
      if (!shortened.has(name)) shortened.set(name, month);
    }
  }
  for (const [name, month] of shortened) if (!found.has(name)) found.set(name, month);
  return found;
}

/** Names as they stand in a date ("мая") and alone ("май"), long and short. */
function* namesIn(language: string): Generator<[name: string, month: number]> {
  for (const style of ['long', 'short'] as const) {
    for (const day of [{ day: 'numeric' } as const, {}]) {
      const format = new Intl.DateTimeFormat(language, { month: style, ...day, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2020, month - 1, 5));
        const name = folded(parts.find(({ type }) => type === 'month')?.value ?? '');
        if (/^\p{L}+$/u.test(name)) yield [name, month];
      }
    }
  }
}

/** The first three letters of each month, where they tell the months of a language apart. */
function firstLetters(language: string): [name: string, month: number][] {
  const long = [...namesIn(language)].map(([name, month]): [string, number] => [
    name.slice(0, SHORTEST),
    month,
  ]);
  return long.filter(([name, month]) => long.every(([other, same]) => other !== name || same === month));
}

function folded(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\.$/, '').toLowerCase();
}

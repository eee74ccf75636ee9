/** The number or letter of an item with what closes it; a bullet may stand before it. */
const ITEM = /(?<=^|\s)(?:[•⁃▪◦‣]\s?)?(?<mark>\d{1,2}|[a-z])(?<end>\.\)|\)|\.)\s+(?=["“]?\p{Lu})/gu;
/** An enumeration begins with its first item. */
const STARTS = /^[\s•⁃▪◦‣]*[\da-z]{1,2}[.)]/;
/** Fewer items are no enumeration. */
const FEWEST = 2;

/** The mark of an item, such as "2.": character offsets from the mark to the first word after it, `[start, end)`. */
export interface ItemMark {
  readonly start: number;
  readonly end: number;
}

/** The marks of an enumeration that runs on in one paragraph: "1. Bread 2. Milk 3. Salt". Empty where there is none. */
export function enumeration(text: string): ItemMark[] {
  if (!STARTS.test(text)) return [];
  const [first, ...rest] = text.matchAll(ITEM);
  if (first === undefined || first.index > 0) return [];
  const marks = [first];
  let last = first.groups?.mark ?? '';
  for (const item of rest) {
    if (item.groups?.end !== first.groups?.end || item.groups?.mark !== next(last)) continue;
    marks.push(item);
    last = item.groups.mark;
  }
  if (marks.length < FEWEST) return [];
  return marks.map(({ index, 0: mark }) => ({ start: index, end: index + mark.length }));
}

function next(mark: string): string {
  const number = Number(mark);
  return Number.isNaN(number) ? String.fromCharCode(mark.charCodeAt(0) + 1) : String(number + 1);
}

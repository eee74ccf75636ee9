import { dateInWords } from '../../answer/quotes/citation.js';
import type { Day } from './days.js';

const DASH = '–';

/** A day or several in words: "22 June 2020", "16–22 June 2020", "28 June – 4 July 2020". */
export function spanInWords(from: Day, to: Day): string {
  const [first, last] = [dateInWords(from).split(' '), dateInWords(to).split(' ')];
  const [day = '', month, year] = first;
  if (from === to) return last.join(' ');
  if (year !== last[2]) return `${first.join(' ')} ${DASH} ${last.join(' ')}`;
  if (month !== last[1]) return `${day} ${month} ${DASH} ${last.join(' ')}`;
  return `${day}${DASH}${last.join(' ')}`;
}

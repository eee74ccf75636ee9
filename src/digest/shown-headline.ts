import type { DigestStory } from './digest.js';

/** " | CNN Politics", " - CNN ...": what stands behind the last bar or dash of a title. */
const ENDING = /(?<!\s)\s+(?:\||[-–—])\s+([^|–—]{2,40})$/u;
const CUT = /(?<!\s)\s*(?:\.\.\.|…)$/u;

/**
 * Returns a headline as people read it: without the name of the site that many pages put behind their title, and
 * with an ellipsis where the title was cut.
 */
export function shownHeadline({ headline, outlets }: Pick<DigestStory, 'headline' | 'outlets'>): string {
  const ending = ENDING.exec(headline);
  const name = folded(ending?.[1] ?? '');
  const isSite = outlets.some((outlet) => folded(outlet) !== '' && name.startsWith(folded(outlet)));
  const own = ending && isSite ? headline.slice(0, ending.index) : headline;
  return CUT.test(own) ? `${own.replace(CUT, '')} …` : own;
}

/** "CNN Politics" and "CNNPolitics" are one name. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

import { strengthsAround } from '../features/coverage.js';
import { FOUND } from '../matching.js';
import type { RankedSentence } from '../rank.js';
import { type Fact, LOOKED_AT } from './fact.js';

/** Whether what was found may have come together by chance, as it does among a hundred thousand passages. */

/** Up to so many passages an archive is small; from so many times as many on it is large. */
const SMALL_ARCHIVE = 3_000;
const LARGER = 30;

/** Among a hundred thousand passages something always comes close. */
export const largeArchive: Fact = ({ candidate }) => {
  const times = candidate.matcher.passageCount / SMALL_ARCHIVE;
  return Math.min(1, Math.max(0, Math.log(times) / Math.log(LARGER)));
};

/** Information in nats that is plenty. */
const PLENTY = 20;

/**
 * In a large archive: how little more the best candidate's passage and headline share with the question than some passage
 * would by chance. Words that stand in one of a thousand passages each are together in one of a million. As the E-value of
 * sequence search (Karlin and Altschul 1990), on a logarithm's scale.
 */
export const byChance: Fact = (best, ranked) => {
  const { matcher, surroundings } = best.candidate;
  const found = strengthsAround(surroundings).reduce(
    (sum, strength, index) => sum + (strength >= FOUND ? (matcher.idf[index] ?? 0) : 0),
    0,
  );
  const beyond = (found - Math.log(Math.max(1, matcher.passageCount))) / PLENTY;
  return largeArchive(best, ranked) * (1 - Math.max(-1, Math.min(1, beyond)));
};

/** News of one event comes within days. */
const DAYS_OF_STORY = 3;
const DAY = 86_400_000;
/** So much less than the best a candidate scores that counts half as much. */
const HALVING = 1.4;

/**
 * In a large archive: how far the best candidates of other articles are from the best one in time. Those that speak of the
 * same event are printed in the same days; those that share its words by chance at any time.
 */
export const scattered: Fact = (best, ranked) => {
  const others = ranked
    .slice(0, LOOKED_AT)
    .filter(({ article }) => article.id !== best.article.id)
    .map((item) => ({
      weight: 0.5 ** ((best.score - item.score) / HALVING),
      near: daysApart(item, best) <= DAYS_OF_STORY,
    }));
  const sum = (items: typeof others): number => items.reduce((total, { weight }) => total + weight, 0);
  const share = others.length === 0 ? 0 : sum(others.filter(({ near }) => near)) / sum(others);
  return largeArchive(best, ranked) * (1 - share);
};

function daysApart(left: RankedSentence, right: RankedSentence): number {
  const [a, b] = [left, right].map(({ article }) => Date.parse(article.published ?? ''));
  const days = Math.abs((a ?? Number.NaN) - (b ?? Number.NaN)) / DAY;
  return Number.isNaN(days) ? Number.POSITIVE_INFINITY : days;
}

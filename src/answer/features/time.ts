import { nearness } from '../asked-period.js';
import type { Candidate, Feature } from '../candidate.js';

/** When the article was printed, as against the days that the question is about. */

/** In a question that says when: how near to that the article was printed. */
export const timely: Feature = (candidate) => nearness(candidate.matcher.period.said, dayOf(candidate));

/** In a question that does not: how near to the day of asking. People ask about the news. */
export const fresh: Feature = (candidate) => {
  const { said, lately } = candidate.matcher.period;
  return said.length > 0 || lately === null ? 0 : nearness([lately], dayOf(candidate));
};

function dayOf({ article: { published, added } }: Candidate): string | null {
  return published ?? added;
}

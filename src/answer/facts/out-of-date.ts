import { timely } from '../features/time.js';
import type { Fact } from './fact.js';

/** The question is about these days ("this week", "recently"): how far off in time the best candidate was printed, 0 to 1. */
export const outOfDate: Fact = ({ candidate }) => {
  const { said, lately } = candidate.matcher.period;
  const isAboutNow = lately !== null && said.some(({ to }) => to === lately.to);
  return isAboutNow ? 1 - timely(candidate) : 0;
};

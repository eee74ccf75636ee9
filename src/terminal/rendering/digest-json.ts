import type { Digest, DigestStory } from '../../digest/digest.js';

/**
 * Returns a digest as JSON for programs. Figures form one list; those for the same thing share a number in
 * `thing`, and stand in the order of time if `course` is true.
 */
export function digestJson({ date, stories, articles }: Digest): unknown {
  return { date, stories: stories.map(storyJson), articles };
}

function storyJson({ headline, outlets, articles, sentences, figures, follows }: DigestStory): unknown {
  const flat = figures.flatMap(({ values, isCourse }, thing) =>
    values.map(({ value, ...quote }) => ({ value, thing, course: isCourse, ...quote })),
  );
  return { headline, outlets, articles, sentences, figures: flat, ...(follows ? { follows } : {}) };
}

import type { Edition, StoryDigest } from '../../digest/digest.js';

/** An edition as programs read it. Figures are one list; those for the same thing have the same number in `thing`. */
export function digestJson({ date, stories, articles }: Edition): unknown {
  return { date, stories: stories.map(storyJson), articles };
}

function storyJson({ headline, outlets, articles, sentences, figures }: StoryDigest): unknown {
  const flat = figures.flatMap(({ values }, thing) =>
    values.map(({ value, ...quote }) => ({ value, thing, ...quote })),
  );
  return { headline, outlets, articles, sentences, figures: flat };
}

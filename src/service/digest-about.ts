import { FOUND, matchStrength } from '../answer/question/match-strength.js';
import { readQuestion } from '../answer/question/question.js';
import type { Digest, DigestStory } from '../digest/digest.js';
import { type Token, tokenise } from '../text/tokens.js';

/** A digest with only the stories that tell of a topic: that have all of its words, or words that stand for them. */
export function digestAbout(digest: Digest, topic: string): Digest {
  const { terms } = readQuestion(topic);
  const isAbout = (story: DigestStory): boolean => {
    const words = tokensOf(story);
    return terms.every((term) => words.some((token) => matchStrength(term, token) >= FOUND));
  };
  const stories = digest.stories.filter(isAbout);
  const articles = new Set(stories.flatMap((story) => story.articles.map(({ article }) => article)));
  return { ...digest, stories, articles: articles.size };
}

function tokensOf({ headline, articles, sentences }: DigestStory): Token[] {
  return [headline, ...articles.map(({ label }) => label), ...sentences.map(({ text }) => text)].flatMap(
    tokenise,
  );
}

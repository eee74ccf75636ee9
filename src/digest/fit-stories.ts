import type { DigestStory } from './digest.js';

/** The part of a digest that fits into one message. */
export interface Fitted {
  /** Stories in order, each whole or with fewer sentences. */
  readonly stories: readonly DigestStory[];
  /** How many stories are left over. */
  readonly left: number;
}

/**
 * Takes as many stories as fit, in order. If the next one does not fit whole, takes as many of its sentences
 * as do; its figures are dropped before its last sentence. A story that does not fit with one sentence is
 * left for the next message, except the first, which the caller has to cut.
 *
 * @param cost how much room a story takes
 * @param most the most stories to take
 */
export function fitStories(
  stories: readonly DigestStory[],
  room: number,
  most: number,
  cost: (story: DigestStory, position: number) => number,
): Fitted {
  const fitting: DigestStory[] = [];
  let left = room;
  for (const [position, story] of stories.slice(0, most).entries()) {
    const versions = shorterVersions(story);
    const version =
      versions.find((each) => cost(each, position) <= left) ?? (position === 0 ? versions.at(-1) : undefined);
    if (!version) break;
    fitting.push(version);
    left -= cost(version, position);
  }
  return { stories: fitting, left: stories.length - fitting.length };
}

/** The story whole, then with fewer and fewer sentences. */
function shorterVersions(story: DigestStory): DigestStory[] {
  const versions: DigestStory[] = [story];
  for (let count = story.sentences.length - 1; count >= 1; count--) {
    versions.push({ ...story, sentences: story.sentences.slice(0, count) });
  }
  if (story.figures.length > 0)
    versions.push({ ...story, sentences: story.sentences.slice(0, 1), figures: [] });
  return versions;
}

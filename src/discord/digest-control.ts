import type { Control } from './command.js';
import { editionOf } from './digest-editions.js';
import { MORE_STORIES, renderDigest } from './render-digest.js';

/** The stories that did not fit into the message. */
export const moreStories: Control = {
  action: MORE_STORIES,
  turnsPage: true,
  async answer(_, [offset, ...key], { newsroom }) {
    const period = key.join(':');
    const edition = await editionOf(newsroom, period);
    return { outgoing: renderDigest(edition, { period, offset: Number(offset) || 0 }) };
  },
};

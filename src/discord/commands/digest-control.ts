import { editionOf } from '../digests/open-digest.js';
import { MORE_STORIES, renderDigest } from '../rendering/render-digest.js';
import type { Control } from './command.js';

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

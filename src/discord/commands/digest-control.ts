import { digestOfPeriod } from '../digests/digest-of-period.js';
import { MORE_STORIES, renderDigest } from '../rendering/render-digest.js';
import type { Control } from './command.js';

/** Shows the stories that did not fit into the message. */
export const moreStories: Control = {
  action: MORE_STORIES,
  turnsPage: true,
  async answer(_, [offset, ...key], { service }) {
    const period = key.join(':');
    const digest = await digestOfPeriod(service, period);
    return { outgoing: renderDigest(digest, { period, offset: Number(offset) || 0 }) };
  },
};

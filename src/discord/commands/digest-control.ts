import { digestOfPeriod } from '../digest-of-period.js';
import { MORE_STORIES, renderDigest } from '../rendering/render-digest.js';
import type { Control } from './command.js';

/** Shows the stories that did not fit into the message. */
export const moreStories: Control = {
  action: MORE_STORIES,
  updates: 'private',
  async answer(_, [offset, period = '', ...words], { service }) {
    const topic = words.length === 0 ? {} : { topic: words.join(':') };
    const digest = await digestOfPeriod(service, period, topic.topic);
    return { outgoing: renderDigest(digest, { period, offset: Number(offset) || 0, ...topic }) };
  },
};

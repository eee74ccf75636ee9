import { readDigestSchedule } from '../../../store/digest-schedules.js';
import { UserError } from '../../../user-error.js';
import { digestOfPeriod, subjectOf } from '../../digest-of-period.js';
import { wholeNumber } from '../../rendering/custom-id.js';
import { digestTexts } from '../../rendering/digest-texts.js';
import { MORE_OF_DIGEST, MORE_STORIES, renderDigest } from '../../rendering/render-digest.js';
import { type Control, guildOf } from '../command.js';

/** Shows the stories that did not fit into the message. */
export const moreStories: Control = {
  action: MORE_STORIES,
  updates: 'private',
  async answer(_, [offset, period = '', ...words], { service }) {
    const topic = words.length === 0 ? undefined : words.join(':');
    const digest = await digestOfPeriod(service, period, { topic });
    return { outgoing: renderDigest(digest, { period, offset: wholeNumber(offset), topic }) };
  },
};

/** The same of a scheduled digest. */
export const moreOfDigest: Control = {
  action: MORE_OF_DIGEST,
  updates: 'private',
  async answer(interaction, [offset, period = '', number], { service, store, sources }) {
    const guild = guildOf(interaction);
    const schedule = guild === null ? null : await readDigestSchedule(store, guild, wholeNumber(number));
    if (schedule === null) throw new UserError('digest-gone', digestTexts.gone);
    const digest = await digestOfPeriod(service, period, await subjectOf(schedule, sources));
    return { outgoing: renderDigest(digest, { period, offset: wholeNumber(offset), schedule }) };
  },
};

import { ApplicationCommandType } from 'discord.js';
import { z } from 'zod';
import { withoutMarkup } from '../../answer/question/markup.js';
import { UserError } from '../../user-error.js';
import { answerClaim } from '../messages/answering.js';
import { texts } from '../rendering/texts.js';
import { ANYWHERE, type MessageCommand } from './command.js';

/** In channels that the bot is not in, discord.js returns the message as Discord sent it. */
const words = z.object({ content: z.string().default('') });
const target = z.union([
  words.extend({
    messageSnapshots: z.map(z.string(), words).transform((snapshots) => [...snapshots.values()]),
  }),
  words
    .extend({ message_snapshots: z.array(z.object({ message: words })).default([]) })
    .transform(({ content, message_snapshots }) => ({
      content,
      messageSnapshots: message_snapshots.map(({ message }) => message),
    })),
]);

export const findSources: MessageCommand = {
  definition: { type: ApplicationCommandType.Message, name: texts.findSources, ...ANYWHERE },

  async answer({ targetMessage }, context) {
    const { content, messageSnapshots } = target.parse(targetMessage);
    const claim = [content, ...messageSnapshots.map((forwarded) => forwarded.content)].join('\n').trim();
    if (withoutMarkup(claim) === '') throw new UserError('claim-empty', texts.noClaim);
    return { outgoing: await answerClaim(context, claim) };
  },
};

import { ApplicationCommandType } from 'discord.js';
import { UserError } from '../../user-error.js';
import { answerClaim } from '../answering.js';
import { ANYWHERE, type MessageCommand } from '../command.js';
import { texts } from '../texts.js';

export const findSources: MessageCommand = {
  definition: { type: ApplicationCommandType.Message, name: 'Find sources', ...ANYWHERE },

  async answer({ targetMessage }, desk) {
    const forwarded = [...targetMessage.messageSnapshots.values()].map(({ content }) => content);
    const words = [targetMessage.content, ...forwarded].join('\n').trim();
    if (words === '') throw new UserError('claim-empty', texts.noClaim);
    return { outgoing: await answerClaim(desk, words) };
  },
};

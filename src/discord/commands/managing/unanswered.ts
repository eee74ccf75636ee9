import { ApplicationCommandType } from 'discord.js';
import { dealWithQuestions, forgetQuestions } from '../../../store/questions.js';
import { wholeNumber } from '../../rendering/custom-id.js';
import { managingTexts } from '../../rendering/managing/managing-texts.js';
import { MISSED, renderMissed } from '../../rendering/managing/render-missed.js';
import { type Control, FOR_MANAGERS, managedGuild, type SlashCommand } from '../command.js';
import { isNamed, missedGroups } from './missed-groups.js';

/** Lists what found no answer in a server, by what is asked. */
export const unanswered: SlashCommand = {
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'unanswered',
    description: managingTexts.unanswered,
    ...FOR_MANAGERS,
  },
  isPrivate: async () => true,
  async answer(interaction, context) {
    const groups = await missedGroups(context, managedGuild(interaction));
    return { outgoing: renderMissed(groups, 0, context.storeQuestions) };
  },
};

/** Takes questions off the list, deletes them, or shows another page. */
export const changeMissed: Control = {
  action: MISSED,
  updates: 'private',
  async answer(interaction, [what, page, key = ''], context) {
    const guild = managedGuild(interaction);
    const groups = await missedGroups(context, guild);
    // A second press, or another manager's, finds nothing to do.
    const group = groups.find((each) => isNamed(each, key));
    const folded = group?.questions.map((question) => question.folded) ?? [];
    if (what === 'done') await dealWithQuestions(context.store, guild, folded);
    if (what === 'forget') await forgetQuestions(context.store, guild, folded);
    const left = what === 'page' ? groups : groups.filter((each) => each !== group);
    return { outgoing: renderMissed(left, wholeNumber(page), context.storeQuestions) };
  },
};

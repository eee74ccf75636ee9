import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { withoutMarkup } from '../../../answer/question/markup.js';
import { UserError } from '../../../user-error.js';
import type { BotContext } from '../../bot-context.js';
import { questionOf } from '../../messages/pressed-answer.js';
import { fittedAndEscaped } from '../../rendering/fit.js';
import { CHOICE_NAME } from '../../rendering/limits.js';
import type { Outgoing } from '../../rendering/message.js';
import { renderStory, STORY } from '../../rendering/story/render-story.js';
import { storyTexts } from '../../rendering/story/story-texts.js';
import { texts } from '../../rendering/texts.js';
import { ANYWHERE, type Control, type SlashCommand } from '../command.js';
import { isAnsweredInPrivate } from '../privacy.js';

/** Most characters of the words. */
const LONGEST_WORDS = 200;

/** Tells how a story went on. */
export const story: SlashCommand = {
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'story',
    description: storyTexts.command,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'words',
        description: storyTexts.words,
        required: true,
        max_length: LONGEST_WORDS,
      },
      { type: ApplicationCommandOptionType.Boolean, name: 'private', description: texts.private },
    ],
    ...ANYWHERE,
  },
  isQuestion: true,
  isPrivate: isAnsweredInPrivate,
  async answer(interaction, context) {
    const words = withoutMarkup(interaction.options.getString('words', true));
    return { outgoing: await storyOf(context, words) };
  },
};

/** Tells how that went on which an answer is about, to whoever presses the button below it. */
export const answerStory: Control = {
  action: STORY,
  updates: 'never',
  async answer(interaction, _, context) {
    const asked = await questionOf(interaction, context);
    if (asked === null) throw new UserError('question-unknown', texts.unknownControl);
    return { outgoing: await storyOf(context, asked.question) };
  },
};

/** @throws UserError `story-unknown` if no article is about it */
async function storyOf({ queue, service }: BotContext, words: string): Promise<Outgoing> {
  const course = await queue.run(() => service.story(words));
  if (course.entries.length > 0) return renderStory(words, course);
  throw new UserError(
    'story-unknown',
    storyTexts.none(fittedAndEscaped(words, CHOICE_NAME)),
    storyTexts.noneHint,
  );
}

import { recordVote, votesFor } from '../../store/feedback.js';
import { UserError } from '../../user-error.js';
import { messageBehind, shownQuestion } from '../messages/pressed-answer.js';
import { publicPlace } from '../messages/public-place.js';
import { KEPT, VOTE, withVotes } from '../rendering/render-votes.js';
import { texts } from '../rendering/texts.js';
import { type Control, isEphemeral } from './command.js';

/** Records a vote, and shows all votes on the buttons. Nothing else is said. */
export const vote: Control = {
  action: VOTE,
  updates: 'always',
  async answer(interaction, [value, kept], context) {
    const { client, channelId, message, user } = interaction;
    const { store } = context;
    const place = isEphemeral(interaction) ? null : publicPlace(client, channelId);
    if (kept !== KEPT || place === null || !context.storeQuestions)
      throw new UserError('vote-not-kept', texts.voteNotKept);
    const helpful = value === 'helpful';
    const behind = await messageBehind(interaction, context);
    const words = (shownQuestion(interaction, context) ?? behind?.asked)?.question;
    // For a command, whoever used it.
    const asker = behind === null ? message.interactionMetadata?.user.id : behind.author;
    const question = words !== undefined && asker ? { words, asker } : null;
    const judged = { reply: message.id, message: behind?.id ?? message.id, place };
    await recordVote(store, { ...judged, user: user.id, helpful, question }, new Date(context.now()));
    const components = message.components.map((component) => component.toJSON());
    return { outgoing: withVotes(components, await votesFor(store, message.id)) };
  },
};

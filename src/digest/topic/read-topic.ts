import { tokenise } from '../../text/tokens.js';
import { UserError } from '../../user-error.js';

/** The longest topic, in characters: a few words, not a question. */
const LONGEST = 60;
/** Said in place of a topic by those who want none. */
const EVERYTHING = /^(?:all|all news|all of it|everything|any|anything|none|no topic|-)$/i;

/**
 * Reads what a digest should be about, as a person types it.
 * @returns null for all news
 * @throws UserError `topic-long`, `topic-unclear`
 */
export function readTopic(typed: string): string | null {
  const topic = typed.trim().replace(/\s+/g, ' ');
  if (EVERYTHING.test(topic)) return null;
  if (topic.length > LONGEST) {
    throw new UserError(
      'topic-long',
      `A topic has at most ${LONGEST} characters.`,
      'A few words do: climate policy, women’s football.',
    );
  }
  if (tokenise(topic).every(({ stop }) => stop)) {
    throw new UserError(
      'topic-unclear',
      `“${topic}” names no topic.`,
      'Write what the stories should be about, such as climate policy, or all for all news.',
    );
  }
  return topic;
}

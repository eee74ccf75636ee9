import { asksToCheck } from '../../answer/question/checking-words.js';
import { withoutMarkup } from '../../answer/question/markup.js';
import { soundsOfTheWorld } from '../../answer/question/world-question.js';
import type { GuildSettings } from '../../store/guild-settings.js';
import { type IncomingMessage, saidIn } from './incoming-message.js';

/** What to do about a message. */
export type Decision =
  | { readonly kind: 'ignore' }
  /** Explain how to ask. */
  | { readonly kind: 'hint' }
  /** Explain that the text of the message is hidden from us. */
  | { readonly kind: 'unreadable' }
  /** Say in which channels the bot answers. */
  | { readonly kind: 'elsewhere'; readonly channels: readonly string[] }
  /** Find sources for what a forwarded message says. */
  | { readonly kind: 'claim'; readonly claim: string }
  /** Find sources for what somebody else said, or answer what they asked. */
  | { readonly kind: 'check'; readonly said: string }
  /** Explain that the text of the message to check is hidden from us. */
  | { readonly kind: 'unreadable claim' }
  /** Say that there are no words in the message to check. */
  | { readonly kind: 'no claim' }
  /** Say where the sources of our own answer stand. */
  | { readonly kind: 'own sources' }
  /** Answer the question. `followsUp` is the message of ours that it replies to. */
  | {
      readonly kind: 'question';
      readonly question: string;
      readonly followsUp: string | null;
      /** False for what members ask each other in an open channel. */
      readonly isAddressed: boolean;
    };

/** What a decision depends on besides the message. */
export interface AddressingContext {
  /** Our user id. */
  readonly me: string;
  readonly settings: GuildSettings;
  /** The channel that a thread or forum post belongs to. */
  readonly parent: string | null;
  /** Whether Discord shows us messages to others. */
  readonly messageContent: boolean;
}

const DEFAULT_MESSAGE = 0;
const REPLY = 19;
const IGNORE: Decision = { kind: 'ignore' };

/** Decides whether and how to answer a message. */
export function decide(message: IncomingMessage, context: AddressingContext): Decision {
  const { me, settings, parent, messageContent } = context;
  if (message.fromProgram || message.author === me) return IGNORE;
  if (message.type !== DEFAULT_MESSAGE && message.type !== REPLY) return IGNORE;

  const words = withoutMarkup(message.content);
  const repliesToUs = isReplyTo(me, message);
  const isIn = (channels: readonly string[]): boolean =>
    channels.includes(message.channel) || (parent !== null && channels.includes(parent));
  const open = messageContent && isIn(settings.openChannels);

  if (!isAddressedTo(me, message)) {
    const asks = open && message.repliesTo === null && soundsOfTheWorld(message.content);
    return asks ? { kind: 'question', question: words, followsUp: null, isAddressed: false } : IGNORE;
  }
  if (
    message.guild !== null &&
    settings.answerChannels.length > 0 &&
    !isIn(settings.answerChannels) &&
    !open
  ) {
    return { kind: 'elsewhere', channels: settings.answerChannels };
  }
  if (repliesToUs && asksToCheck(words)) return { kind: 'own sources' };
  if (message.repliesTo !== null && !repliesToUs && (words === '' || asksToCheck(words)))
    return checking(message, messageContent);
  if (words !== '') {
    const followsUp = repliesToUs ? message.repliesTo : null;
    return { kind: 'question', question: words, followsUp, isAddressed: true };
  }
  if (withoutMarkup(message.forwarded) !== '') return { kind: 'claim', claim: message.forwarded };
  const hidden = repliesToUs && message.guild !== null && !message.mentions.includes(me);
  return hidden ? { kind: 'unreadable' } : { kind: 'hint' };
}

/** Whether a message is put to somebody: in private, by a mention, or in reply to them. */
export function isAddressedTo(person: string, message: IncomingMessage): boolean {
  return message.guild === null || message.mentions.includes(person) || isReplyTo(person, message);
}

function isReplyTo(person: string, { repliesTo, replied, mentions }: IncomingMessage): boolean {
  if (repliesTo === null) return false;
  return replied === null ? mentions.includes(person) : replied.author.id === person;
}

function checking({ replied }: IncomingMessage, messageContent: boolean): Decision {
  const said = replied === null ? '' : saidIn(replied);
  if (withoutMarkup(said) !== '') return { kind: 'check', said };
  return replied !== null && said === '' && !messageContent
    ? { kind: 'unreadable claim' }
    : { kind: 'no claim' };
}

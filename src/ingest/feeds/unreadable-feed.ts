import { UserError } from '../../user-error.js';

/** Words why a feed is not read: the limit that it passes, or that it is none. */
export function unreadableFeed({ href }: URL, cause: unknown): UserError {
  // A parser that gives up says nothing that helps.
  const isLimit = cause instanceof RangeError && !cause.message.startsWith('Maximum call stack');
  return isLimit
    ? new UserError('feed-unreadable', `${href} cannot be read: ${cause.message}.`, null, { cause })
    : new UserError(
        'feed-unreadable',
        `${href} is no feed that can be read.`,
        'It should be RSS, Atom, RDF or JSON Feed.',
        { cause },
      );
}

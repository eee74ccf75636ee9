import type { Feed } from '../../store/feeds.js';
import type { SourceLimits } from '../../store/guild-sources.js';
import { UserError } from '../../user-error.js';

/** What servers may follow. Plain data, so that it can be sent to another thread. */
export interface SourceRules extends SourceLimits {
  /** Hosts that servers may not follow, each with the hosts below it. */
  readonly forbidden: readonly string[];
}

/** What holds where the operator sets nothing. */
export const USUAL_RULES: SourceRules = { perGuild: 20, inAll: 500, forbidden: [] };

/**
 * Checks an address that a server wants followed, or that its feed leads to.
 * @throws UserError `source-forbidden`
 */
export function checkAllowed(address: string, { forbidden }: SourceRules): void {
  // "example.org." is the same host.
  const host = URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, '') : '';
  const isForbidden = forbidden.some((each) => host === each || host.endsWith(`.${each}`));
  if (!isForbidden) return;
  throw new UserError(
    'source-forbidden',
    `Whoever runs this bot does not allow servers to follow ${host}.`,
    'Ask them, or follow another source.',
  );
}

/** The rules that hold for a feed: none for the operator's own. */
export function rulesFor({ shared }: Pick<Feed, 'shared'>, rules: SourceRules = USUAL_RULES): SourceRules {
  return shared ? { ...rules, forbidden: [] } : rules;
}

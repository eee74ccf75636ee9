/** The texts about digests that members read, apart from those in texts.ts. */
export const digestTexts = {
  title: (date: string, topic: string) =>
    topic === '' ? `## The news of ${date}` : `## The news of ${date}: ${topic}`,
  late: (when: string) => `-# Late: it was due ${when}.`,
  inOutlets: (count: number) => (count === 1 ? '' : ` ·\u00a0in\u00a0${count}\u00a0outlets`),
  figuresDiffer: 'Figures differ:',
  figuresGrew: 'The count grew:',
  alsoIn: (outlets: readonly string[], more: number) =>
    `-# Also in ${outlets.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  footer: (articles: number, stories: number) =>
    `-# ${plural(articles, 'article')}, ${stories === 1 ? '1 story' : `${stories} stories`}`,
  more: (count: number) => (count === 1 ? '1 more story' : `${count} more stories`),
  noMore: 'That is all of this digest.',
  quiet: 'No articles came in for this digest.',
  unknownPeriod: 'This button is from another version of me; `/digest preview` shows the news.',

  scheduled: (when: string, channel: string, next: string) =>
    `The digest goes to ${channel} at ${when}. The first one: ${next}.`,
  noSchedule: 'No digest is scheduled here. `/digest schedule` sets one up.',
  stopped: 'Stopped. `/digest schedule` starts it again.',
  noArticles: (span: string) => `The archive has no articles for ${span}.`,
  noStories: (topic: string, span: string) => `No story of ${span} is about “${topic}”.`,
  newsOf: (date: string) => `The news of ${date}`,
  span: { next: 'the next digest so far', day: (date: string) => date },
  sentNow: (link: string) => `Sent: ${link}`,
  notSentNow: (reason: string) => `It did not go out: ${reason}`,
  onItsWay: 'It is on its way; `/digest status` tells what became of it.',
  missing: (channel: string, permissions: readonly string[]) =>
    `I may not post a digest in ${channel}: I need ${permissions.map((name) => `“${name}”`).join(', ')} there.`,
  unknownChannel: (channel: string) => `I cannot see ${channel}.`,
  dateUnclear: (date: string) => `“${date}” is not a date.`,
  dateHint: 'Write it like 2026-03-29.',

  statusTitle: '**The digest of this server**',
  statusSchedule: (when: string, channel: string) => `${when}, in ${channel}`,
  statusNext: (when: string) => `Next: ${when}`,
  statusLast: '**Last ones**',
  statusNone: 'None was due yet.',
  state: {
    claimed: 'being sent',
    waiting: 'not out yet',
    sent: 'sent',
    empty: 'no articles, so nothing was posted',
    skipped: 'skipped',
    failed: 'not sent',
  },

  // Why a digest did not go out
  reason: {
    missed: 'the bot was not running, and it was more than six hours late when it came back',
    forbidden: 'the bot may not post in the channel',
    hidden: 'it may or may not have been posted: the bot cannot read the history of the channel',
    channelGone: 'the channel is gone',
    refused: 'Discord did not take the message',
    unreachable: (detail: string) => `Discord could not be reached (${detail})`,
    fault: (id: string) => `something went wrong (${id} in the log)`,
    gaveUp: (detail: string) => `given up after six hours: ${detail}`,
    stopped: 'the schedule was changed or stopped before it went out',
  },
} as const;

function plural(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count.toLocaleString('en-GB')} ${word}s`;
}

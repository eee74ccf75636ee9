/** How many sources a list names for each digest. */
const NAMED = 3;

/** The texts about digests that members read, apart from those in texts.ts. */
export const digestTexts = {
  title: (date: string, topic: string) =>
    topic === '' ? `## The news of ${date}` : `## The news of ${date}: ${topic}`,
  namedTitle: (name: string, date: string) => `## ${name}, ${date}`,
  about: (topic: string) => `-# About ${topic}`,
  /** What a digest of all news is called in a list, and as the title of a post. */
  defaultName: 'News',
  news: 'News',
  late: (when: string) => `-# Late: it was due ${when}.`,
  inOutlets: (count: number) => (count === 1 ? '' : ` ·\u00a0in\u00a0${count}\u00a0outlets`),
  follows: (headline: string) => `-# Follows: ${headline}`,
  figuresDiffer: 'Figures differ:',
  figuresGrew: 'The count grew:',
  alsoIn: (outlets: readonly string[], more: number) =>
    `-# Also in ${outlets.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  footer: (articles: number, stories: number) =>
    `-# ${plural(articles, 'article')}, ${stories === 1 ? '1 story' : `${stories} stories`}`,
  more: (count: number) => (count === 1 ? '1 more story' : `${count} more stories`),
  noMore: 'That is all of this digest.',
  quiet: 'No articles came in for this digest.',
  quietTopic: (topic: string) => `No story was about “${topic}”.`,
  unknownPeriod: 'This button is from another version of me; `/digest preview` shows the news.',

  scheduled: (name: string, when: string, channel: string, next: string) =>
    `“${name}” goes to ${channel} at ${when}. The first one: ${next}.`,
  changed: (name: string, next: string) => `“${name}” is changed. The next one: ${next}.`,
  /** @param sources as in a list; null for all */
  holds: (topic: string | null, sources: string | null) =>
    `${topic === null ? 'All news' : `About “${topic}”`}, ${sources ?? 'from all sources'}. \`/digest preview\` shows it now.`,
  noSchedule: 'No digest is scheduled here. `/digest schedule` sets one up.',
  stopped: (name: string) => `“${name}” is stopped. \`/digest schedule\` sets up another.`,
  gone: 'This digest was stopped, so I do not know any more what it was about.',
  tooMany: (most: number) => `A server has at most ${most} digests.`,
  tooManyHint: '`/digest stop` ends one, `/digest edit` changes one.',
  nameTaken: (name: string) => `There is a digest called “${name}” already.`,
  nameTakenHint: 'Choose another name, or change that one with `/digest edit`.',
  nameLong: (most: number) => `A name has at most ${most} characters.`,
  nameEmpty: 'A name needs at least one letter or number.',
  whichOne: 'This server has several digests.',
  whichOneHint: (names: string) => `Say which in \`digest:\`: ${names}.`,
  unknownSource: (name: string) => `This server has no source “${name}”.`,
  knownSources: (names: string) => `It has: ${names}. Write all for all of them; \`/sources add\` adds one.`,
  unknownName: (name: string) => `No digest here is called “${name}”.`,
  nothingToChange: 'Nothing to change was given.',
  nothingToChangeHint: 'Give what should be different, such as `time:` or `topic:`.',
  publishElsewhere: (channel: string) =>
    `${channel} is no announcement channel, so what is posted there cannot be published to other servers.`,
  publishElsewhereHint: 'Choose an announcement channel, or leave `publish:` off.',
  tagNeeded: (channel: string) => `Each post in ${channel} needs a tag, and I cannot choose one.`,
  tagNeededHint: 'Let the forum take posts without tags, or choose another place.',
  noArticles: (span: string) => `The archive has no articles for ${span}.`,
  nothingNew: 'Nothing new for the next digest yet; what a feed held before is not news.',
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

  listTitle: (count: number, most: number) => `**The digests of this server** (${count} of at most ${most})`,
  listed: (name: string, when: string, channel: string) => `**${name}**: ${when}, in ${channel}`,
  listedTopic: (topic: string) => `about “${topic}”`,
  listedStories: (count: number) => (count === 1 ? '1 story' : `${count} stories`),
  listedSources: (names: readonly string[]) =>
    names.length === 0
      ? 'from sources that are gone'
      : `from ${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ` and ${names.length - NAMED} more` : ''}`,
  /** What an operator's articles are called among a server's sources. */
  shared: 'shared (what all servers get)',
  listedPublished: 'published',
  statusNext: (when: string) => `Next: ${when}`,
  statusLast: '**Last ones**',
  statusNone: 'None was due yet.',
  onRequest: 'on request',
  state: {
    claimed: 'being sent',
    waiting: 'not out yet',
    sent: 'sent',
    empty: 'no articles, so nothing was posted',
    emptyOfTopic: 'nothing about its topic, so nothing was posted',
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
    tagRequired: 'each post in the forum needs a tag, and the bot cannot choose one',
    unpublished: (id: string) => `Discord did not publish it to other servers (${id} in the log)`,
  },
} as const;

function plural(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count.toLocaleString('en-GB')} ${word}s`;
}

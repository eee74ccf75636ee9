/** What the bot tells managers about the sources of their server. */
export const sourcesTexts = {
  command: 'What this server is answered from, besides what is there for all',
  add: 'Follow a feed, or a site that has one',
  address: 'The address of the feed or site, https://…',
  list: 'List the sources, how they are doing, and what came last',
  exclude: 'Leave out articles of a source by words of their headlines',
  source: 'The source',
  words: 'Words or phrases, with commas between; without any, nothing is left out',
  remove: 'Stop following a source',
  import: 'Follow all feeds of a feed reader’s list',
  importList: 'The list, as feed readers export it (OPML)',
  export: 'The sources as a list that feed readers import (OPML)',

  followed: (name: string, came: string) => `I follow **${name}** now${came}.`,
  came: (articles: number, refused: number) =>
    `: ${articles === 1 ? '1 article' : `${articles} articles`} came in${refused > 0 ? `, ${refused} could not be read` : ''}`,
  onlyHere: 'Only this server is answered from it. `/sources list` shows it.',
  notReadYet: '; its articles come in over the next minutes',
  failed: (why: string) => `, but it cannot be read just now: ${why} It is tried again`,
  sharedAnyway: 'Its articles are there for all servers anyway.',
  off: 'Whoever runs this bot has switched off that servers follow sources of their own.',
  none: 'This server has no sources of its own yet: it is answered from what is there for all. Add one with `/sources add`.',
  title: '**Sources of this server**, besides what is there for all',
  last: (label: string) => `last “${label}”`,
  nothingYet: 'no article yet',
  leavesOut: (words: string) => `without ${words}`,
  removed: (name: string) =>
    `I no longer follow **${name}** here. Its articles are no longer asked in this server.`,
  unknown: (name: string) => `This server follows no source ${name}. See them with \`/sources list\`.`,
  excluded: (name: string, words: string) =>
    `Of **${name}** I leave out articles whose headlines hold: ${words}.`,
  excludesNothing: (name: string) => `Of **${name}** I leave nothing out any more.`,
  tooManyWords: (most: number, longest: number) =>
    `At most ${most} words or phrases, of ${longest} characters each, with commas between.`,
  noWords: 'There is no word in that.',

  listTooLarge: (most: number) =>
    `The list is too large: ${most} MB at most. A list of feeds is far smaller; attach the one that your feed reader exports (OPML).`,
  listUnreachable: 'Discord did not hand me the list. Please try again.',
  importing: (done: number, total: number) => `Following ${done} of ${total} …`,
  imported: (count: number) =>
    `**${count === 1 ? '1 source' : `${count} sources`} followed now.** Their articles come in over the next minutes.`,
  importedNone: '**No source was added.**',
  isFollowed: (name: string) => `✓ ${name}`,
  isRefused: (name: string, why: string) => `✗ ${name}: ${why}`,
  knownAlready: (count: number) => `${count} followed already`,
  duplicates: (count: number) => `${count} twice in the list`,
  unusable: (count: number) => `${count} without a web address`,
  notTried: (count: number, why: string) => `${count} not tried: ${why}`,
  tookTooLong: 'this took long enough. Give me the list again, and I go on with the rest',
  moreLines: (count: number) => `and ${count} more`,
  exported: (count: number) => (count === 1 ? '1 source.' : `${count} sources.`),
  listName: 'sources.opml',
  listTitle: 'Sources of this server',

  failing: (name: string, days: number, why: string) =>
    `The source **${name}** of this server has failed for ${days} days: ${why} It is still tried. Managers can remove it with \`/sources remove\`.`,
} as const;

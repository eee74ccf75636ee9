/** The texts about watches that members read. */
export const watchTexts = {
  // As Discord lists them: at most 100 characters
  command: 'Hear of news about something; without words, what you watch',
  optionWords: 'What it is about, such as “rail strike” or “Boeing”',
  optionChannel: 'Tell everybody in this channel (for managers); without it, only you hear, in private',
  optionMost:
    'The most alerts a day; the rest waits for a summary in the morning (3 unless you say otherwise)',
  optionQuiet: 'When nothing is sent, such as 22-7; what comes in waits for a summary',
  optionZone: 'Your time zone, such as Europe/Berlin; a city will do',

  // Alerts
  alert: (words: string) => `-# New about **${words}**`,
  storyAlert: (headline: string) => `-# It goes on: **${headline}**`,
  summary: (words: string, count: number) =>
    `-# About **${words}**, since the last alert: ${plural(count, 'article')}`,
  isNew: '-# New since the last alert:',
  nothingNew: '-# Hardly more than the last alert said.',
  more: (count: number) => `-# and ${count} more`,

  // Buttons and menus
  stop: 'Stop',
  stopMenu: 'Stop …',
  follow: 'Follow this story',
  followOne: 'Follow this story …',
  followHere: 'In this channel, for everybody',

  // Answers
  watching: (words: string, where: string, how: string) =>
    `Watching for **${words}**: you hear of it ${where}, ${how}.`,
  following: (headline: string, where: string, days: number) =>
    `Following **${headline}** ${where}, until there has been nothing new for ${days} days.`,
  inPrivate: 'in private',
  mayBeClosed: '-# If nothing ever comes, allow direct messages from this server.',
  inChannel: (channel: string) => `in ${channel}`,
  pace: (most: number, quiet: string | null, zone: string) =>
    [
      most === 0 ? 'in one summary a day' : `at most ${plural(most, 'alert')} a day, without a sound`,
      ...(quiet === null ? [] : [`not from ${quiet}`]),
      `(${zone})`,
    ]
      .join(', ')
      .replace(', (', ' ('),
  listTitle: '**What you watch**',
  listServer: '**What this server watches**',
  listLine: (words: string, where: string, how: string) => `- **${words}**: ${where}, ${how}`,
  listStory: (headline: string, where: string) => `- the story **${headline}**: ${where}`,
  listNone: 'You watch nothing yet. Start with `/watch words: rail strike`.',
  listHow: '-# `/watch` with the same words changes a watch, and shows the button that stops it.',
  stopped: 'Stopped.',
  gone: 'That watch has ended already.',
  notYours: 'Only whoever set this watch up can stop it.',
  tooMany: (most: number) =>
    `That is one too many: ${most} watches are the most. Stop one first: \`/watch\` lists them.`,
  noDirect:
    'I cannot write to you in private. Allow direct messages from members of this server, and try again.',
  wordsMissing: 'Give `words:` too, such as `/watch words: rail strike`.',
  quietUnclear: (typed: string) => `“${typed}” names no hours.`,
  quietHint: 'Write from when until when, such as 22-7 or 22:30-06:45.',

  reason: {
    late: 'it could not be sent for a day',
  },
} as const;

function plural(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count.toLocaleString('en-GB')} ${word}s`;
}

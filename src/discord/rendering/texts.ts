/** Every word that members read, in one place, so that it can be said in another language. */
export const texts = {
  // Commands, as Discord lists them: at most 100 characters
  ask: 'Ask about the news; the answer is quoted from articles',
  askQuestion: 'Such as: how many troops are in Iraq?',
  private: 'Only you see the answer',
  findSources: 'Find sources',
  source: 'Look an article up; without words, the newest ones',
  sourceWords: 'What you remember of it: title, publisher, date, or what it is about',
  aboutCommand: 'What this bot is, what it holds and how to ask',
  helpCommand: 'How to ask, and what else there is',
  settings: 'Where and how I answer in this server',

  presence: (articles: string) => `/ask · ${articles}`,

  // Answers
  noAnswer: 'The archive has no answer to that.',
  mayAnswer: 'This may answer it:',
  whatIsClose: 'What is close',
  meant: (word: string) => `${word}?`,
  sourcesWanted: 'Do you know a source on it? Whoever runs this bot can add it.',
  sourcesWantedHere: 'Do you know a source on it? Managers of this server can add it with `/sources add`.',
  sourcesWantedAt: (link: string) => `Do you know a source on it? [Tell whoever runs this bot.](${link})`,
  sourcesWantedBy: (address: string) => `Do you know a source on it? Write to <${address}>.`,
  followsUp: 'Read together with:',
  alsoIn: 'Also in',
  open: 'open',
  lookedFor: ({ wanted, matched }: { readonly wanted: string; readonly matched: readonly string[] }) =>
    matched.length === 0
      ? `Looked for ${wanted}`
      : `Looked for ${wanted}, by ${matched.map((word) => `“${word}”`).join(', ')}`,
  paragraph: (number: number) => `paragraph ${number}`,
  caption: 'photo caption',
  claim: 'Closest to what the message says:',
  claimNothing: 'The archive has nothing close to what that message says.',
  noClaim: 'That message has no text to look for.',
  moreNone: 'That is all the archive has on this.',

  // Buttons
  context: 'Context',
  contextOf: (number: number) => `Context [${number}]`,
  quoteNumber: (number: number) => `[${number}]`,
  more: 'More',
  helpful: '👍',
  notIt: '👎',
  read: 'Read',
  openArticle: 'Open the article',
  back: 'Back',
  next: 'Next',

  // Feedback
  voteNotKept: 'Thank you. Questions like this one are not kept, so nobody sees your vote.',

  // Sources
  newest: 'The newest articles',
  chooseSource: 'Choose an article',
  chooseReport: 'Other reports on this',
  alsoReported: 'Also reported by',
  moreReports: (count: number) => `${count} more`,
  didYouMean: (words: string, meant: string) => `Nothing matches “${words}”. Did you mean “${meant}”?`,
  nearest: 'These have some of the words:',
  allFound: 'All that match',
  found: (words: string) => `Articles that match “${words}”`,
  foundNoMore: 'There are no more.',
  othersItCouldBe: 'Others it could be',
  foundInText: (paragraph: number) => `Found in its text, paragraph ${paragraph}:`,
  foundInCaption: 'Found under one of its photos:',
  noSource: (words: string) => `No article matches “${words}”. Use \`/source\` alone for the newest.`,
  page: (number: number, of: number) => `Page ${number} of ${of}`,
  articleGone: 'This article is no longer in the archive.',
  quoteGone: 'This article has changed: the quote is no longer where it was.',
  emptyArchive: 'The archive holds no articles yet.',
  paragraphs: (count: number) => `${count} ${count === 1 ? 'paragraph' : 'paragraphs'}`,

  // What to do
  howToAsk: 'Ask me something about the news, such as “how many troops are in Iraq?” `/about` says more.',
  smallTalk: {
    greeting: 'Hello! Ask me something about the news.',
    thanks: 'You are welcome.',
    praise: 'Thank you! The praise belongs to the reporters I quote.',
    blame: 'Sorry about that. Try other words, or press 👎 under the answer.',
    help: 'Ask me something about the news, such as “how many troops are in Iraq?” `/about` says more.',
    identity:
      'I am Clippings: I answer questions about the news with quotes from articles. `/about` says more.',
    goodbye: 'Goodbye!',
  },
  unreadableClaim:
    'I can read only messages that mention me. In the menu of that message choose Apps, then “Find sources”.',
  ownSources: 'Each quote names its source below it; “Context” shows the paragraph where it stands.',
  unreadable: 'I can read a reply only when it pings me: switch the @ on, or use `/ask`.',
  answersElsewhere: (channels: string) =>
    `Here I stay quiet. Ask me in ${channels}, or use \`/ask\` for an answer that only you see.`,
  onlyYou: (channels: string) => `Only you see this: public answers belong in ${channels}.`,
  cooldown: (when: string) => `One at a time, please: ask again ${when}.`,
  cannotWrite: (channel: string) =>
    `I may not write in ${channel}, so I could not answer you there. Ask me here, or tell somebody who manages the server.`,
  late: 'Many are asking just now, so this takes longer than usual. Your answer will come here.',
  busy: 'Too many questions are waiting just now. Please ask again in a minute.',
  tooSlow: 'That took too long, and I gave up. Please ask again, perhaps in fewer words.',
  restarting: 'I am being restarted. Please ask again in a minute.',
  interrupted: 'I was restarted before I could answer. Please ask again.',
  unsaved: 'Nothing can be saved just now. Whoever runs this bot is told why; please try again later.',
  fault: (id: string) =>
    `Something went wrong here, and it was not you. Whoever runs this bot can find it in the log as ${id}.`,
  unknownControl: 'This button is from another version of me. Please ask again.',

  // About
  about: (articles: string, span: string) =>
    [
      '**Clippings** answers questions about the news with quotes from its archive.',
      `It holds ${articles}${span}.`,
      'Nothing is generated: every word of an answer stands in an article, and each quote names its source. When the archive has no answer, it says so.',
      'Ask by mentioning me, in a direct message, or with `/ask`. Reply to an answer to follow up. `/source` looks an article up, and “Find sources” in the menu of a message (Apps) checks what it says.',
    ].join('\n\n'),
  articles: (count: number) => (count === 1 ? '1 article' : `${count.toLocaleString('en-GB')} articles`),
  span: (from: string, to: string) => (from === to ? `, from ${from}` : `, from ${from} to ${to}`),

  // Help
  helpMembers: [
    '**How to ask**',
    '- Mention me with a question, write to me in private, or use `/ask`: “how many troops are in Iraq?”',
    '- Reply to an answer to follow up: “and how many voted against?”',
    '- “Find sources” in the menu of a message (Apps) checks what it says.',
    '- `/story` tells how something went on, from day to day.',
    '- `/watch` tells you when there is news about something; without words it lists what you watch.',
    '- `/source` looks an article up; `/about` says what there is, `/privacy` what I keep.',
  ].join('\n'),
  helpManagers: [
    '**For managers of this server**',
    'Begin:',
    '1. `/sources add` *address:* https://…: a feed or site that this server is answered from.',
    '2. `/digest schedule` *channel:* #news *time:* 8:00 *timezone:* London *days:* weekdays *topic:* climate: the news of the day in a channel; `/digest preview` shows it first.',
    '3. `/watch` *words:* rail strike *channel:* #news: alerts for everybody there.',
    'Change or end:',
    '- `/digest edit`, `/digest stop`, `/sources remove`; `/watch` alone lists watches and stops them.',
    '- `/settings`: where I answer, and who sees it.',
    '- `/unanswered`: which questions need articles. `/stats`: how much is asked, and how well it is answered.',
  ].join('\n'),
  helpOwner: [
    '**For whoever runs me**',
    '- `/add` adds an article, `/feeds list` shows where articles come from.',
  ].join('\n'),

  // Settings
  settingsTitle: '**Settings of this server**',
  answerChannels: '**Where I answer.** Nothing chosen: in every channel.',
  openChannels:
    '**Where I may answer without being mentioned**: questions about the news, and only where I am sure.',
  openIsOff: 'Switched off by whoever runs this bot.',
  openNeedsContent:
    'That needs the permission to read messages, which is off: set `MESSAGE_CONTENT=on` in `.env`, allow the *Message Content Intent* on the Bot page of the Discord Developer Portal, and restart.',
  privacy: '**Answers to `/ask` and `/source`** are seen by',
  everyone: 'everyone, unless asked for in private',
  onlyAsker: 'only the person who asks',
  chooseChannels: 'Choose channels',
  managersOnly: 'Only members who may manage the server can do that.',
  guildOnly: 'That works only in a server.',
} as const;

/** What members read about their data. */
export const privacyTexts = {
  command: 'What this bot keeps, for how long, and how to delete it',
  title: '**What I keep**',
  lines: ({ storeQuestions, days }: { readonly storeQuestions: boolean; readonly days: number }) => [
    storeQuestions
      ? `**Questions that found no answer**, or a wrong one, if you asked where everybody in a server can read them: for ${inDays(days)} at most. Your name is not kept with them.`
      : '**No questions**: whoever runs this bot has switched that off.',
    storeQuestions
      ? `**Votes** (👍 👎) on such answers: for ${inDays(days)} at most. Your name is not kept with them.`
      : '**No votes**, for the same reason.',
    `**The numbers of your message and of my answer**, so that it follows when you edit or delete yours: for ${inDays(Math.min(days, 30))}.`,
    '**The settings of a server**, its digests and when they went out: until the managers delete them, or I am removed.',
    '**Nothing else.** No private question, no direct message, no list of members. Deleting your message deletes what is kept of it.',
  ],
  mine: 'Delete what I asked',
  server: 'Delete this server’s data',
  deleted: (questions: number, votes: number) =>
    questions + votes === 0
      ? 'There was nothing of yours to delete.'
      : `Deleted: ${plural(questions, 'question')} and ${plural(votes, 'vote')} of yours.`,
  sure: '**Delete everything that I keep of this server?** Its settings, its digest schedule, the record of past digests, and the questions and votes of its members. No more digests go out. This cannot be undone.',
  yes: 'Delete it all',
  no: 'Keep it',
  serverDeleted: 'Everything that I kept of this server is deleted.',
  serverKept: 'Nothing was deleted.',
} as const;

function inDays(days: number): string {
  return plural(days, 'day');
}

function plural(count: number, word: string): string {
  return `${count.toLocaleString('en-GB')} ${word}${count === 1 ? '' : 's'}`;
}

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
    '**What you watch in private** (`/watch`, “Follow this story”), with your account number, as I must find you: until you stop it or delete it here. A story’s ends by itself.',
    storeQuestions
      ? `**The settings of a server**, its digests and watches, and when they went out: until the managers delete them, or I am removed. And counts for its managers: how many public questions a day, and about which names and outlets in the news, for ${inDays(days)}.`
      : '**The settings of a server**, its digests and watches, and when they went out: until the managers delete them, or I am removed.',
    '**Nothing else.** No private question, no direct message, no list of members. Deleting your message deletes what is kept of it.',
  ],
  mine: 'Delete what is mine',
  server: 'Delete this server’s data',
  deleted: ({ questions, votes, watches }: Readonly<Record<'questions' | 'votes' | 'watches', number>>) =>
    questions + votes + watches === 0
      ? 'There was nothing of yours to delete.'
      : `Deleted: ${plural(questions, 'question')} and ${plural(votes, 'vote')} of yours${watches === 0 ? '' : `, and ${watches === 1 ? '1 watch' : `${watches} watches`}`}.`,
  sure: '**Delete everything that I keep of this server?** Its settings, its digest schedules, its watches, the record of past digests, and the questions and votes of its members. No more digests and alerts go out. This cannot be undone.',
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

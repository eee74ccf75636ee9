/** The texts of what only managers read about their server's questions. */
export const managingTexts = {
  // /unanswered
  unanswered: 'Questions that found no answer here: which articles are missing',
  unansweredTitle: '**Questions that need articles**',
  unansweredNone: 'No question is waiting.',
  unansweredOff: 'Storing questions is switched off (`STORE_QUESTIONS`).',
  timesUnanswered: (count: number) => `${count} × no answer`,
  timesNotIt: (count: number) => `${count} × not it`,
  asked: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  otherWords: (questions: readonly string[]) => `-# also: ${questions.join(' · ')}`,
  done: 'Done',
  forget: 'Forget',
  whatTheyDo: '-# **Done** takes it off this list until it is asked in vain again. **Forget** deletes it.',

  // /stats
  stats: 'How many questions were asked here, and how they were answered',
  statsDays: 'How many days back; 30 unless you say otherwise',
  statsTitle: (days: number) => `**The last ${days === 1 ? 'day' : `${days} days`} in this server**`,
  statsNone: 'Nothing was asked here in that time where everybody could read it.',
  questions: (count: number, aDay: string) => `**${plural(count, 'question')}**, ${aDay} a day: `,
  outcomes: (answered: number, maybe: number, unanswered: number) =>
    `${answered} answered, ${maybe} with what may be an answer, ${unanswered} without one.`,
  votes: (helpful: number, notIt: number) => `Votes: 👍 ${helpful} · 👎 ${notIt}`,
  busiest: (days: readonly string[]) => `Busiest days: ${days.join(' · ')}`,
  topics: (topics: readonly string[]) => `Most asked about: ${topics.join(' · ')}`,
  sources: (sources: readonly string[]) => `Most quoted: ${sources.join(' · ')}`,
  statsFooter:
    '-# Counts only, by day, of what was asked in public: nobody’s name, and no question that was answered.',
} as const;

function plural(count: number, word: string): string {
  return `${count.toLocaleString('en-GB')} ${word}${count === 1 ? '' : 's'}`;
}

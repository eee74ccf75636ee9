/** The texts about the course of a story that members read. */
export const storyTexts = {
  command: 'How a story went on: what was told of it from day to day, oldest first',
  words: 'What it is about, such as: US troops in Iraq',
  title: (words: string) => `## How it went on: ${words}`,
  button: 'How it went on',
  grew: 'The count grew:',
  footer: (articles: number, from: string, to: string) =>
    `-# ${articles === 1 ? '1 article' : `${articles.toLocaleString('en-GB')} articles`}${from === to ? '' : `, from ${from} to ${to}`}`,
  none: (words: string) => `No articles here tell how “${words}” went on.`,
  noneHint: 'Name it as a headline would: who or what, and where.',
} as const;

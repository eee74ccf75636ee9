import type { Answer, NoAnswer, Snippet, Source } from '../../src/answer/answer.js';
import type { Screen } from '../../src/terminal/rendering/screen.js';

export const plain: Screen = { width: 80, colour: false, links: false };

export const times: Source = {
  article: 'latimes',
  title: null,
  label: 'Iraq’s parliament voted on Sunday…',
  publisher: 'Los Angeles Times',
  published: '2020-01-05',
  url: 'https://example.org/latimes',
};

export const axios: Source = {
  ...times,
  article: 'axios',
  title: 'Iraqi parliament calls',
  publisher: 'Axios',
};

/** Nothing is known of it but its words. */
export const nameless: Source = {
  article: 'nameless',
  title: null,
  label: 'Lawmakers on Sunday…',
  publisher: null,
  published: null,
  url: null,
};

export const troops: Snippet = {
  text: 'The vote could result in the removal of more than 5,000 U.S. soldiers and unspecified number of contractors stationed in the country.',
  highlight: [40, 55],
  source: times,
  first: 1,
  last: 1,
  paragraph: 2,
  score: 12.5,
  alsoIn: [],
};

export const estimate: Snippet = {
  ...troops,
  text: 'The expulsion of the estimated 5,000 US troops would be a damaging blow.',
  highlight: [21, 36],
  source: nameless,
  paragraph: 4,
  score: 9,
  alsoIn: [axios],
};

const reading = {
  wanted: 'a count of troops',
  terms: ['troops', 'Iraq'],
  matched: ['troops'],
  followsUp: null,
};

export const answer: Answer = {
  question: 'How many troops are in Iraq?',
  answered: true,
  snippets: [troops, estimate],
  figures: [
    { value: 'more than 5,000', snippets: [0] },
    { value: 'estimated 5,000', snippets: [1] },
  ],
  confidence: 0.91,
  reading,
};

export const noAnswer: NoAnswer = {
  question: 'How many troops are in Afghanistan?',
  answered: false,
  reason: 'No article speaks of Afghanistan.',
  related: [estimate],
  confidence: 0.2,
  reading,
};

import type { Answer, AnswerValue, NoAnswer, Snippet, Source } from '../../src/answer/answer.js';
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

export const moreThan: AnswerValue = {
  value: 'more than 5,000',
  canonical: '>5000 troops',
  type: 'count',
  probability: 0.83,
  mentions: [{ snippet: 0, start: 40, end: 55 }],
  day: null,
};

export const estimated: AnswerValue = {
  ...moreThan,
  value: 'estimated 5,000',
  canonical: '5000 troops',
  probability: 0.61,
  mentions: [{ snippet: 1, start: 21, end: 36 }],
};

const considered = {
  answerable: 0.87,
  values: [
    { value: 'more than 5,000', probability: 0.83 },
    { value: 'estimated 5,000', probability: 0.61 },
    { value: '2003', probability: 0.04 },
  ],
};

export const answer: Answer = {
  question: 'How many troops are in Iraq?',
  answered: true,
  verdict: 'answer',
  snippets: [troops, estimate],
  values: [moreThan, estimated],
  confidence: 0.91,
  reading,
  considered,
};

export const noAnswer: NoAnswer = {
  question: 'How many troops are in Afghanistan?',
  answered: false,
  verdict: 'none',
  reason: 'No article speaks of Afghanistan.',
  related: [estimate],
  confidence: 0.2,
  reading,
  considered: { answerable: 0.12, values: [] },
};

export const maybe: NoAnswer = { ...noAnswer, verdict: 'maybe', confidence: 0.6 };

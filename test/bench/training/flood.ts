import type { MembersQuestion } from '../../../bench/sets/members.js';
import type { Archive } from '../../../src/archive/archive.js';
import { buildArchive } from '../../../src/archive/memory/build-archive.js';
import { anArticle } from '../../archive/fixtures.js';

/** An archive of two articles, for lists to learn from. */
export function floodArchive(): Promise<Archive> {
  return buildArchive([
    anArticle({
      id: 'flood',
      title: 'Flood in Lakeview',
      published: '2022-05-03',
      paragraphs: [
        'The dam at Lakeview broke on Tuesday. Engineer Maria Santos had warned the council. Some 4,200 people left their homes.',
      ],
    }),
    anArticle({
      id: 'strike',
      title: 'Dock strike',
      published: '2022-05-09',
      paragraphs: ['The dock strike ended after nine days. About 900 workers went home.'],
    }),
  ]);
}

/** A member's question that the flood's article answers. */
export function asking(question: string, parts: Partial<MembersQuestion> = {}): MembersQuestion {
  return {
    id: question,
    group: 'figure',
    asked: '2022-05-10',
    question,
    previous: null,
    answerable: true,
    quote: [/4,200 people/],
    value: [/4,200/],
    articles: ['flood'],
    ...parts,
  };
}

/** A member's question that looks as if it were answered. */
export function near(question: string): MembersQuestion {
  return asking(question, { group: 'near', answerable: false, quote: [], value: [], articles: [] });
}

import { citationParts, dateInWords, quoteLink } from '../../answer/quotes/citation.js';
import type { Digest, DigestStory, KeySentence } from '../../digest/digest.js';
import type { Day } from '../../digest/schedule/days.js';
import { citedText } from './cited-text.js';
import { harmless } from './harmless.js';
import { HARD_SPACE, linked, type Screen, styled, wrapped } from './screen.js';

/** A digest as it is read in a terminal: each story with its quotes, differing figures and numbered sources. */
export function digestText(
  digest: Digest,
  { from, to }: { readonly from: Day; readonly to: Day },
  screen: Screen,
): string {
  const span = from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`;
  const counts = `${counted(digest.articles, 'article', 'articles')}, ${counted(digest.stories.length, 'story', 'stories')}`;
  return [
    wrapped(
      `${styled('bold', `The news of ${span}`, screen)} ${styled('dim', `(${counts})`, screen)}`,
      screen,
    ),
    ...digest.stories.map((story) => storyText(story, screen)),
  ].join('\n\n');
}

function storyText(story: DigestStory, screen: Screen): string {
  const quotes = [...story.sentences, ...story.figures.flatMap(({ values }) => values)];
  const articles = [...new Set(quotes.map(({ article }) => article))];
  const mark = ({ article }: KeySentence): string => `${HARD_SPACE}[${articles.indexOf(article) + 1}]`;
  const { length: outlets } = story.outlets;
  const heading = styled('bold', harmless(story.headline), screen);
  return [
    wrapped(outlets > 1 ? `${heading} · in${HARD_SPACE}${outlets}${HARD_SPACE}outlets` : heading, screen),
    ...story.sentences.map((quote) => wrapped(`${harmless(quote.text)}${mark(quote)}`, screen, '  ')),
    ...story.figures.map(({ values }) => {
      const printed = values.map(
        (figure) => `${styled('bold', harmless(figure.value), screen)}${mark(figure)}`,
      );
      return wrapped(`Figures differ: ${printed.join(`${HARD_SPACE}· `)}`, screen, '  ');
    }),
    ...articles.map((id, index) =>
      sourceText(
        quotes.filter(({ article }) => article === id),
        index + 1,
        screen,
      ),
    ),
  ].join('\n');
}

function sourceText(quotes: readonly KeySentence[], number: number, screen: Screen): string {
  const [first] = quotes;
  if (!first) return '';
  const paragraphs = [...new Set(quotes.map(({ paragraph }) => paragraph))].sort((a, b) => a - b);
  const place = `${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'} ${paragraphs.join(', ')}`;
  const words = styled('dim', citedText([...citationParts(first), place]), screen);
  const label = `[${number}] `;
  const link = quoteLink({ text: first.text, source: first });
  return wrapped(linked(words, link, screen), screen, ' '.repeat(2 + label.length), `  ${label}`);
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}

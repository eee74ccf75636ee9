import type { Article, Paragraph, Removal, RemovalReason } from '../article.js';
import type { Block } from '../block.js';
import { isSignatureAlone } from './embedded-posts.js';
import { toldByCaption } from './photo-lines.js';
import { pullQuotes } from './pull-quotes.js';
import { LINE_RULES, OPENING_RULES } from './rules.js';

/**
 * Longer lines are not checked. The longest line that is not story text is a gallery of captions, and rules
 * need not be fast on endless lines.
 */
const LONGEST_NOISE = 20_000;

const REASON_OF_KIND: Readonly<Record<Block['kind'], RemovalReason | null>> = {
  text: null,
  heading: 'heading',
  caption: 'caption',
  'embedded post': 'embedded post',
};

/** The result of cleaning the blocks of a source. */
export type Cleaned = Pick<Article, 'paragraphs' | 'captions' | 'removed'>;

/** A line that is going through the rules: its position in the source, and what is left of it. */
interface Line {
  readonly position: number;
  readonly text: string;
}

interface RemovedLine extends Removal {
  readonly position: number;
  /** False if only the start of a line was removed: the text around it is still continuous. */
  readonly whole: boolean;
}

/**
 * Removes what is not the story, and records why. Cleaning a clean text changes nothing.
 * @param title the headline, if it is known: a line that only repeats it is removed
 */
export function clean(blocks: readonly Block[], title: string | null): Cleaned {
  const removed: RemovedLine[] = [];
  const lines = story(withoutMarked(blocks, title, removed), title, removed);
  removed.sort((a, b) => a.position - b.position);
  const captions = captionsAmong(removed);
  return {
    paragraphs: toParagraphs(lines, removed),
    ...(captions.length > 0 ? { captions } : {}),
    removed: removed.map(({ text, reason }) => ({ text, reason })),
  };
}

/**
 * Applies the rules until nothing changes: removing a pull quote can bring another line to the top, or next
 * to its duplicate.
 */
function story(lines: readonly Line[], title: string | null, removed: RemovedLine[]): Line[] {
  const quiet = withoutNoise(lines, title, removed);
  const rest = withoutPullQuotes(quiet, removed);
  return rest.length === quiet.length ? rest : story(rest, title, removed);
}

/** Removes the blocks that the source itself marks as something other than the story. */
function withoutMarked(blocks: readonly Block[], title: string | null, removed: RemovedLine[]): Line[] {
  return blocks.flatMap(({ text, kind }, position) => {
    const marked = REASON_OF_KIND[kind];
    if (marked === null) return [{ position, text }];
    const reason = marked === 'heading' && repeats(text, title) ? 'headline' : marked;
    removed.push({ position, text, reason, whole: true });
    return [];
  });
}

function withoutNoise(lines: readonly Line[], title: string | null, removed: RemovedLine[]): Line[] {
  const kept: Line[] = [];
  for (const { position, text: written } of lines) {
    const atTop = kept.length === 0;
    const text = withoutOpenings(written, position, atTop, removed);
    const reason = reasonAgainst(text, title, atTop);
    if (reason === null) {
      kept.push({ position, text });
      continue;
    }
    if (reason === 'embedded post' && isSignatureAlone(text)) {
      const post = kept.pop();
      if (post) removed.push({ ...post, reason, whole: true });
    }
    removed.push({ position, text, reason, whole: true });
  }
  return kept;
}

function withoutOpenings(line: string, position: number, atTop: boolean, removed: RemovedLine[]): string {
  for (const { reason, length } of OPENING_RULES) {
    const end = length(line, { atTop });
    if (end === 0) continue;
    removed.push({ position, text: line.slice(0, end).trim(), reason, whole: false });
    return withoutOpenings(line.slice(end).trimStart(), position, atTop, removed);
  }
  return line;
}

function reasonAgainst(line: string, title: string | null, atTop: boolean): RemovalReason | null {
  if (repeats(line, title)) return 'headline';
  if (line.length > LONGEST_NOISE) return null;
  return LINE_RULES.find(({ holds }) => holds(line, { atTop }))?.reason ?? null;
}

function repeats(line: string, title: string | null): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return title !== null && line.length < 2 * title.length && bare(line) === bare(title);
}

function withoutPullQuotes(lines: readonly Line[], removed: RemovedLine[]): Line[] {
  const found = pullQuotes(lines.map(({ text }) => text));
  return lines.filter((line, index) => {
    if (found.has(index)) removed.push({ ...line, reason: 'pull quote', whole: true });
    return !found.has(index);
  });
}

function captionsAmong(removed: readonly Removal[]): string[] {
  const told = removed.flatMap(({ text, reason }) =>
    reason === 'caption' ? (toldByCaption(text) ?? []) : [],
  );
  return [...new Set(told)];
}

function toParagraphs(lines: readonly Line[], removed: readonly RemovedLine[]): Paragraph[] {
  const gone = new Set(removed.filter(({ whole }) => whole).map(({ position }) => position));
  const opened = new Set(removed.filter(({ whole }) => !whole).map(({ position }) => position));
  return lines.map(({ position, text }, index) => {
    const before = lines[index - 1];
    const afterBreak = before !== undefined && hasBetween(gone, before.position, position);
    return opened.has(position) ? { text, afterBreak, opened: true } : { text, afterBreak };
  });
}

function hasBetween(gone: ReadonlySet<number>, first: number, last: number): boolean {
  for (let position = first + 1; position < last; position += 1) if (gone.has(position)) return true;
  return false;
}

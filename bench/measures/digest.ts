import type { Digest, DigestStory } from '../../src/digest/digest.js';
import { type GroupingQuality, groupingQuality } from '../metrics/b-cubed.js';
import { mean, share } from '../metrics/ranking.js';
import type { EngineResult, Failure } from '../results.js';
import type { DigestDay, DigestEvent } from '../sets/digest.js';

/** The edition of a day, beside what an editor would have printed. */
export interface JudgedEdition {
  readonly gold: DigestDay;
  readonly stories: Digest['stories'];
}

/** The first stories: what a reader sees without asking for more. */
const SHOWN = 8;
const TOP = 5;

/** Judges editions as the figures of the set are defined (bench/README.md). Every figure is a mean over its cases. */
export function digestFigures(editions: readonly JudgedEdition[]): EngineResult['figures'] {
  const { precision, recall, f1 } = groupingOf(editions);
  const shown = editions.flatMap(({ gold, stories }) =>
    stories.slice(0, SHOWN).map((story) => ({ gold, story, event: eventOf(story, gold) })),
  );
  const told = shown.flatMap(({ story, event }) => (event === null ? [] : [{ story, event }]));
  const facts = told.flatMap(({ story, event }) =>
    event.facts.map((fact, at) => ({ first: at === 0, found: fact.test(textOf(story)) })),
  );
  const titled = told.filter(({ event }) => event.headlines.size > 0);
  return {
    'lead right': share(editions, (edition) => rankOfLead(edition) === 1),
    'lead in three': share(editions, (edition) => rankOfLead(edition) <= 3),
    'top five': mean(editions.map(topFive)),
    'first fact': share(
      facts.filter(({ first }) => first),
      ({ found }) => found,
    ),
    'all facts': share(facts, ({ found }) => found),
    'headline right': share(titled, ({ story, event }) => headlineIsOneOf(event, story)),
    'not stories of eight': share(shown, ({ story, gold }) => isNoStory(story, gold)),
    'B-cubed precision': precision,
    'B-cubed recall': recall,
    'B-cubed F1': f1,
    editions: editions.length,
    'events shown': told.length,
    'lines of differing figures': editions
      .flatMap(({ stories }) => stories.slice(0, SHOWN))
      .reduce((lines, { figures }) => lines + figures.length, 0),
  };
}

/** The days whose main event does not come first, with the stories that came instead. */
export function digestFailures(editions: readonly JudgedEdition[]): Failure[] {
  return editions
    .map((edition) => ({ edition, rank: rankOfLead(edition) }))
    .filter(({ rank }) => rank > 1)
    .sort((a, b) => b.rank - a.rank)
    .map(({ edition: { gold, stories }, rank }) => ({
      question: gold.day,
      wanted: gold.events.slice(0, TOP).map(({ name, rank: wanted }) => `${wanted} ${name}`),
      got: stories.slice(0, SHOWN).map((story) => {
        const kind = isNoStory(story, gold) ? 'no story' : (eventOf(story, gold)?.rank ?? '·');
        return `${kind} ${story.headline} (${story.articles.length})`;
      }),
      verdict: Number.isFinite(rank) ? `the main event is number ${rank}` : 'the main event is missing',
    }));
}

/** The event that most of the story's labelled articles are about; null if most of them are of none. */
export function eventOf(story: Pick<DigestStory, 'articles'>, gold: DigestDay): DigestEvent | null {
  const ids = new Set(story.articles.map(({ article }) => article));
  let best: DigestEvent | null = null;
  let most = [...ids].filter((id) => gold.notStories.has(id)).length;
  for (const event of gold.events) {
    const count = event.articles.filter((id) => ids.has(id)).length;
    if (count > most) [best, most] = [event, count];
  }
  return best;
}

function isNoStory({ articles }: DigestStory, { notStories }: DigestDay): boolean {
  return articles.every(({ article }) => notStories.has(article));
}

/** 1-based place of the main event, infinite if no story tells it. */
function rankOfLead({ gold, stories }: JudgedEdition): number {
  const at = stories.findIndex((story) => eventOf(story, gold)?.rank === 1);
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

/** How many of the five most important events are among the first five stories, as a share. */
function topFive({ gold, stories }: JudgedEdition): number {
  const first = new Set(stories.slice(0, TOP).map((story) => eventOf(story, gold)));
  return share(gold.events.slice(0, TOP), (event) => first.has(event));
}

function textOf({ headline, sentences }: DigestStory): string {
  return [headline, ...sentences.map(({ text }) => text)].join('\n');
}

function headlineIsOneOf({ headlines }: DigestEvent, { headline, articles }: DigestStory): boolean {
  return articles.some(({ article, label }) => label === headline && headlines.has(article));
}

function groupingOf(editions: readonly JudgedEdition[]): GroupingQuality {
  return groupingQuality(
    editions.flatMap(({ gold, stories }) => {
      const kinds = new Map(
        gold.events.flatMap(({ rank, articles }) => articles.map((id) => [id, `${gold.day} ${rank}`])),
      );
      const groups = stories.map(({ articles }) =>
        articles.flatMap(({ article }) => kinds.get(article) ?? []),
      );
      // An article that no story has is alone.
      const placed = new Set(stories.flatMap(({ articles }) => articles.map(({ article }) => article)));
      const missing = [...kinds].flatMap(([id, kind]) => (placed.has(id) ? [] : [[kind]]));
      return [...groups, ...missing];
    }),
  );
}

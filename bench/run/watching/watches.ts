import path from 'node:path';
import type { Archive } from '../../../src/archive/archive.js';
import type { ArchivedArticle } from '../../../src/archive/passage.js';
import { indexTerms } from '../../../src/text/analyser.js';
import { readSubject } from '../../../src/watch/subject.js';
import { WatchIndex } from '../../../src/watch/watch-index.js';
import { share } from '../../metrics/ranking.js';
import type { EngineResult, Failure, SetResult } from '../../results.js';
import { readNewsArticles } from '../../sets/news.js';
import { type JudgedWatch, readJudgedWatches } from '../../sets/watches.js';
import { withNews } from '../news.js';
import type { RunOptions } from '../options.js';

/** The articles of which one way of matching alerts, for each watch. */
type Alerts = ReadonlyMap<JudgedWatch, ReadonlySet<string>>;

/** Watches as members word them, over thousands of articles: of which articles they hear, and whether those are about them. */
export async function runWatches(options: RunOptions, project: string): Promise<SetResult[]> {
  const watches = readJudgedWatches(path.join(project, 'bench/questions/watches.jsonl'));
  const articles = readNewsArticles(path.join(options.data, 'news'));
  return withNews(options, { articles }, async (archive) => {
    const { plain, ours, titles } = await alertsOf(archive, watches, options);
    return (['learn', 'test'] as const).map((half): SetResult => {
      const judged = watches.filter((watch) => watch.half === half);
      const figuresOf = (engine: string, alerts: Alerts): EngineResult => ({
        engine,
        figures: figures(judged, alerts),
        time: null,
      });
      return {
        set: `watches, ${half}`,
        size: `${judged.length} watches over ${archive.articleCount} articles`,
        engines: [figuresOf('contains all words', plain), figuresOf('Clippings', ours)],
        failures: failures(judged, ours, titles),
        notes: [],
      };
    });
  });
}

async function alertsOf(
  archive: Archive,
  watches: readonly JudgedWatch[],
  { startProgress }: RunOptions,
): Promise<{ plain: Alerts; ours: Alerts; titles: ReadonlyMap<string, string> }> {
  const index = new WatchIndex();
  const terms = watches.map(({ words }) => readSubject(words).map(({ term }) => term));
  for (const [at, { words }] of watches.entries()) index.addWords(at, words);
  const empty = () => new Map(watches.map((watch) => [watch, new Set<string>()] as const));
  const [plain, ours, titles] = [empty(), empty(), new Map<string, string>()] as const;
  const progress = startProgress('watches', archive.articleCount);
  for (const { id, label } of archive.articles()) {
    const article = await archive.article(id);
    if (article === undefined) continue;
    titles.set(id, label);
    const matched = new Set(await index.match(article, archive));
    const whole = wholeTerms(article);
    for (const [at, watch] of watches.entries()) {
      if (matched.has(at)) ours.get(watch)?.add(id);
      if (terms[at]?.every((term) => whole.has(term))) plain.get(watch)?.add(id);
    }
    progress.tick();
  }
  progress.done();
  return { plain, ours, titles };
}

function wholeTerms({ title, sentences }: ArchivedArticle): Set<string> {
  return new Set(indexTerms([title ?? '', ...sentences.map(({ text }) => text)].join('\n')));
}

/** Only articles that were judged count; "alerts judged" says how many of the alerts those are. */
function figures(watches: readonly JudgedWatch[], alerts: Alerts): EngineResult['figures'] {
  const shown = watches.flatMap((watch) => [...(alerts.get(watch) ?? [])].map((id) => ({ watch, id })));
  const judged = shown.filter(({ watch, id }) => watch.about.has(id) || watch.not.has(id));
  const about = watches.flatMap((watch) => [...watch.about].map((id) => ({ watch, id })));
  return {
    precision: share(judged, ({ watch, id }) => watch.about.has(id)),
    recall: share(about, ({ watch, id }) => alerts.get(watch)?.has(id) ?? false),
    alerts: shown.length,
    'alerts judged': judged.length,
    'about, judged': about.length,
  };
}

function failures(
  watches: readonly JudgedWatch[],
  alerts: Alerts,
  titles: ReadonlyMap<string, string>,
): Failure[] {
  const named = (ids: Iterable<string>): string[] => [...ids].map((id) => `${id} ${titles.get(id) ?? ''}`);
  return watches.flatMap((watch) => {
    const shown = [...(alerts.get(watch) ?? [])];
    const missed = [...watch.about].filter((id) => !shown.includes(id));
    const wrong = shown.filter((id) => watch.not.has(id));
    const unread = shown.filter((id) => !watch.about.has(id) && !watch.not.has(id));
    if (missed.length + wrong.length + unread.length === 0) return [];
    return [
      {
        question: watch.words,
        wanted: named(missed),
        got: [...named(wrong), ...named(unread).map((title) => `(not judged) ${title}`)],
        verdict: `${missed.length} missed, ${wrong.length} wrong, ${unread.length} not judged`,
      },
    ];
  });
}

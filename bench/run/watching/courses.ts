import path from 'node:path';
import type { CourseEntry, FigureCourse, StoryCourse } from '../../../src/digest/course/story-course.js';
import { traceStory } from '../../../src/digest/course/trace-story.js';
import { share } from '../../metrics/ranking.js';
import type { Failure, SetResult } from '../../results.js';
import { readNewsArticles } from '../../sets/news.js';
import { type JudgedCourse, readJudgedCourses, readJudgedWatches } from '../../sets/watches.js';
import { withNews } from '../news.js';
import type { RunOptions } from '../options.js';

/** What is told of one story, and what a reader thought of its sentences. */
interface Told {
  readonly words: string;
  readonly course: StoryCourse;
  readonly verdicts: readonly (boolean | null)[];
}

/**
 * How a story went on, for the words of the judged watches, which were written before anybody looked at what they find: are
 * the sentences of the story, and in order?
 */
export async function runCourses(options: RunOptions, project: string): Promise<SetResult> {
  const articles = readNewsArticles(path.join(options.data, 'news'));
  const watches = readJudgedWatches(path.join(project, 'bench/questions/watches.jsonl'));
  const judged = readJudgedCourses(path.join(project, 'bench/questions/courses.jsonl'));
  const told = await withNews(options, { articles }, async (archive) => {
    const found: Told[] = [];
    const progress = options.startProgress('courses', watches.length);
    for (const { words } of watches) {
      const course = await traceStory(archive, words);
      found.push({ words, course, verdicts: course.entries.map((entry) => verdictOf(judged, words, entry)) });
      progress.tick();
    }
    progress.done();
    return found;
  });
  const some = told.filter(({ course }) => course.entries.length > 0);
  const verdicts = some.flatMap((each) => each.verdicts);
  const read = verdicts.filter((verdict) => verdict !== null);
  return {
    set: 'courses',
    size: `${watches.length} stories over ${articles.length} articles`,
    engines: [
      {
        engine: 'Clippings',
        figures: {
          'stories told': some.length,
          sentences: verdicts.length,
          'sentences read': read.length,
          'of the story': share(read, (verdict) => verdict === true),
          'courses in order': share(some, ({ course }) => isInOrder(course.entries)),
          'courses without a wrong one': share(some, (each) => !each.verdicts.includes(false)),
          'figures told': some.reduce((sum, { course }) => sum + course.figures.length, 0),
        },
        time: null,
      },
    ],
    failures: some.flatMap(failureOf),
    notes: options.show ? told.map(printed) : [],
  };
}

function verdictOf(judged: readonly JudgedCourse[], words: string, entry: CourseEntry): boolean | null {
  const known = judged.find((each) => each.words === words);
  const key = keyOf(entry);
  if (known?.right.has(key)) return true;
  return known?.wrong.has(key) ? false : null;
}

function keyOf({ article, number }: Pick<CourseEntry, 'article' | 'number'>): string {
  return `${article}#${number}`;
}

function isInOrder(entries: readonly CourseEntry[]): boolean {
  return entries.every(({ day }, at) => day >= (entries[at - 1]?.day ?? day));
}

function failureOf({ words, course, verdicts }: Told): Failure[] {
  const got = course.entries.flatMap((entry, at) => {
    const verdict = verdicts[at];
    return verdict === true ? [] : [`${verdict === null ? '(not read) ' : ''}${lineOf(entry)}`];
  });
  return got.length === 0
    ? []
    : [{ question: words, wanted: [], got, verdict: 'not of the story, or not read' }];
}

function printed({ words, course }: Told): string {
  return [
    `${words} (${course.articles})`,
    ...course.entries.map(lineOf),
    ...course.figures.map(figureLine),
  ].join('\n');
}

function lineOf(entry: CourseEntry): string {
  return `  ${entry.day} ${keyOf(entry)} ${entry.text}`;
}

function figureLine({ steps }: FigureCourse): string {
  return `  = ${steps.map(({ day, value, article }) => `${value} (${day}, ${article})`).join(' → ')}`;
}

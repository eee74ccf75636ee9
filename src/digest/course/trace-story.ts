import { setImmediate } from 'node:timers/promises';
import { checkQuestion } from '../../answer/question/question.js';
import type { Archive } from '../../archive/archive.js';
import { archiveWeights } from '../archive-weights.js';
import { quote } from '../cite.js';
import { isNews, judgeArticle, readArticle } from '../stories/read-article.js';
import { STORY_MODEL } from '../stories/story-model.js';
import { termVector } from '../term-vector.js';
import { articlesAbout } from './articles-about.js';
import { courseEntries } from './course-entries.js';
import { courseFigures } from './course-figures.js';
import { ofOneStory } from './one-story.js';
import type { StoryCourse } from './story-course.js';

/** The most entries: as many as a message holds. */
const ENTRIES = 8;

/**
 * Tells how a story went on, in sentences and figures of the articles that are about some words, oldest first. The
 * time does not grow with the archive.
 * @throws UserError `question-empty`, `question-long`
 */
export async function traceStory(archive: Archive, words: string): Promise<StoryCourse> {
  checkQuestion(words);
  const { articles: found, matcher } = await articlesAbout(archive, words);
  const judged = [];
  for (const article of found) {
    judged.push(judgeArticle(readArticle(article), STORY_MODEL));
    await setImmediate();
  }
  const weight = await archiveWeights(
    archive,
    judged.map(({ terms }) => terms.counts),
  );
  const vectors = new Map(judged.map(({ article, terms }) => [article, termVector(terms.counts, weight)]));
  const story = new Set(ofOneStory(found, vectors));
  const reports = judged
    .filter((each) => isNews(each) && story.has(each.article))
    .map(({ article }) => article);
  await setImmediate();
  const entries = courseEntries(reports, matcher, weight, ENTRIES);
  await setImmediate();
  return {
    entries: entries.map((entry) => ({ ...quote(entry), day: entry.day })),
    figures: courseFigures(reports).map((steps) => ({
      steps: steps.map((step) => ({ ...quote(step), value: step.value, day: step.day })),
    })),
    articles: reports.length,
  };
}

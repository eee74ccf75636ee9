import type { Day } from '../../text/dates/calendar.js';
import type { KeySentence, PrintedFigure } from '../digest.js';

/** How a story went on: what was told of it on its days, oldest first. */
export interface StoryCourse {
  readonly entries: readonly CourseEntry[];
  /** Figures that changed as time passed; empty unless they surely are of the same thing. */
  readonly figures: readonly FigureCourse[];
  /** How many articles are about it. */
  readonly articles: number;
}

/** A verbatim sentence, and the day on which it was printed. */
export interface CourseEntry extends KeySentence {
  readonly day: Day;
}

/** The figures for one thing, oldest first; each differs from the one before. */
export interface FigureCourse {
  readonly steps: readonly CourseStep[];
}

/** A figure as it was printed, and the day on which it first was. */
export interface CourseStep extends PrintedFigure {
  readonly day: Day;
}

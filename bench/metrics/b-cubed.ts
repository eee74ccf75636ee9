import { mean } from './ranking.js';

/** B-cubed figures (Bagga and Baldwin 1998), means over things. */
export interface GroupingQuality {
  /** Share of each thing's group that is of its kind. */
  readonly precision: number;
  /** Share of each thing's kind that is in its group. */
  readonly recall: number;
  readonly f1: number;
}

/** @param groups the kind of each thing, group by group as they were found */
export function groupingQuality(groups: readonly (readonly string[])[]): GroupingQuality {
  const totals = countsOf(groups.flat());
  const precisions: number[] = [];
  const recalls: number[] = [];
  for (const group of groups) {
    const counts = countsOf(group);
    for (const kind of group) {
      const together = counts.get(kind) ?? 0;
      precisions.push(together / group.length);
      recalls.push(together / (totals.get(kind) ?? 1));
    }
  }
  const [precision, recall] = [mean(precisions), mean(recalls)];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

function countsOf(kinds: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

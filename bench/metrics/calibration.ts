import { mean } from './ranking.js';

/** One row of a reliability table: of the answers shown with about this confidence, how many were right. */
export interface ReliabilityBin {
  /** `[from, to)`; the last bin holds 1 as well. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanConfidence: number;
  readonly right: number;
}

export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

/** Ten bins of a tenth each; empty ones are left out. */
export function reliabilityTable(judged: readonly Judged[]): ReliabilityBin[] {
  const bins: Judged[][] = Array.from({ length: 10 }, () => []);
  for (const one of judged) bins[binOf(one.confidence)]?.push(one);
  return bins.flatMap((members, index) =>
    members.length === 0
      ? []
      : [
          {
            from: index / 10,
            to: (index + 1) / 10,
            count: members.length,
            meanConfidence: mean(members.map((one) => one.confidence)),
            right: mean(members.map((one) => (one.right ? 1 : 0))),
          },
        ],
  );
}

/** Mean distance between confidence and share right, weighted by how often each bin is used. */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
  const total = bins.reduce((sum, bin) => sum + bin.count, 0);
  if (total === 0) return 0;
  return bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.meanConfidence - bin.right), 0) / total;
}

function binOf(confidence: number): number {
  // Rounded first, because products such as 0.3 * 10 may come out a hair below the whole number.
  return Math.min(9, Math.max(0, Math.floor(Number((confidence * 10).toFixed(9)))));
}

/**
 * A process that does what must survive a kill, one step after the other. It says before each step what it begins, and
 * after it what it acknowledges. The parent kills it on the way.
 */
import type { Orders, Point, Steps, Teller, Told, Work } from './points.js';

const STEPS: Readonly<Record<Work, () => Promise<Steps>>> = {
  articles: async () => (await import('./steps/article-steps.js')).articleSteps,
  digests: async () => (await import('./steps/digest-steps.js')).digestSteps,
  feeds: async () => (await import('./steps/feed-steps.js')).feedSteps,
  records: async () => (await import('./steps/record-steps.js')).recordSteps,
  backups: async () => (await import('./steps/backup-steps.js')).backupSteps,
  migrations: async () => (await import('./steps/migration-steps.js')).migrationSteps,
};

function tell(message: Told): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()));
}

const teller: Teller = {
  begin: (point: Point) => tell({ begin: point }),
  done: (point: Point) => tell({ done: point }),
  kept: (what) => tell({ kept: what }),
  gone: (what) => tell({ gone: what }),
};

// The parent names the work when it starts the process, which loads while the last one's files are looked at.
const steps = await STEPS[process.argv[2] as Work]();
process.once('message', (orders: Orders) => {
  steps(orders, teller)
    .then(
      () => tell({ finished: true }),
      (error: unknown) => tell({ failed: String(error instanceof Error ? error.stack : error) }),
    )
    .then(() => process.exit());
});
process.once('disconnect', () => process.exit());

import { defineConfig } from 'vitest/config';

/** A file for the results as JSON, wanted where a program reads them. */
const report = process.env.TEST_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A machine that does other work as well holds processes up for many seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Shared machines hold a process up for seconds at times; a fault fails twice.
    retry: process.env.CI ? 1 : 0,
    maxWorkers: 2,
    // Files of a worker share their modules: loading the language model for each anew took most of the time.
    isolate: false,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});

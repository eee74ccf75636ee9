import { z } from 'zod';

/** A regular expression as a file of questions holds it; a broken one is an issue of its line. */
export function patternWith(flags: string) {
  return z.string().transform((source, context) => {
    try {
      return new RegExp(source, flags);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
      return z.NEVER;
    }
  });
}

import { citationParts } from '../../answer/quotes/citation.js';
import type { Ingested } from '../../ingest/article-collection.js';
import type { IngestOutcome } from '../../ingest/ingester.js';
import { UserError } from '../../user-error.js';

/** Says in one line what happened to something that was to be added, and below it what of it was not used or is doubtful. */
export function outcomeText({ what, result }: IngestOutcome): string {
  if (result instanceof UserError) {
    const line = [result.message, result.hint].filter(Boolean).join(' ');
    return line.includes(what) ? line : `${what}: ${line}`;
  }
  const cited = citationParts({ ...result.article, label: result.label }).join(' · ');
  const { delay, notes = [] } = result;
  const line =
    delay === undefined ? `${VERBS[result.kind]}: ${cited}` : `Saved, not yet findable: ${cited}. ${delay}`;
  return [line, ...notes.map((note) => `  Note: ${note}`)].join('\n');
}

const VERBS: Readonly<Record<Ingested['kind'], string>> = {
  added: 'Added',
  corrected: 'Corrected',
  copy: 'Another outlet prints',
  known: 'Known already',
};

/** Counts the outcomes of each kind: "12 added, 3 known already, 1 refused". */
export function tallyText(outcomes: readonly IngestOutcome['result'][]): string {
  const count = (kind: Ingested['kind']): number =>
    outcomes.filter(
      (result) => !(result instanceof UserError) && result.delay === undefined && result.kind === kind,
    ).length;
  const delayed = outcomes.filter(
    (result) => !(result instanceof UserError) && result.delay !== undefined,
  ).length;
  const errors = outcomes.filter((result) => result instanceof UserError);
  const foreign = errors.filter(({ code }) => code === 'article-language').length;
  const counts: readonly (readonly [number, string])[] = [
    [count('added'), 'added'],
    [count('corrected'), 'corrected'],
    [count('copy'), 'of other outlets noted as copies'],
    [count('known'), 'known already'],
    [delayed, 'saved, not yet findable'],
    [errors.length - foreign, 'refused'],
    [foreign, 'kept out, not in English'],
  ];
  return counts
    .filter(([number]) => number > 0)
    .map(([number, kind]) => `${number} ${kind}`)
    .join(', ');
}

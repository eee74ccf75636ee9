import type { Candidate } from '../candidate.js';
import { FAMILY_OF_FORM, questionForm } from './question-form.js';
import { RELATION_NAMES, RELATIONS } from './relations/index.js';
import { sceneOf } from './scene.js';
import { type DescribedSpan, describedSpans } from './traits.js';
import weights from './weights.json' with { type: 'json' };

/** A span with how well it suits the question, as a log-likelihood: comparable among the spans of one question. */
export interface ScoredSpan extends DescribedSpan {
  readonly score: number;
}

type Weights = Readonly<Record<string, number>>;

const learned: {
  readonly traits: Weights;
  readonly byForm: Readonly<Record<string, Weights>>;
  readonly relations: Weights;
} = weights;

const RELATION_WEIGHTS = RELATION_NAMES.flatMap((name) => {
  const weight = learned.relations[name] ?? 0;
  // What the learner dropped need not be worked out.
  return weight === 0 ? [] : [{ relation: RELATIONS[name], weight }];
});

/** The name under which a trait counts for questions of a form: figures are told apart by what the span is alone. */
export function traitGroup(form: string, trait: string): string {
  return trait.startsWith('is: ') ? form : (FAMILY_OF_FORM.get(form) ?? form);
}

const scored = new WeakMap<Candidate, readonly ScoredSpan[]>();

/** The spans of a sentence by how well they suit the question, best first. */
export function scoredSpans(candidate: Candidate): readonly ScoredSpan[] {
  const known = scored.get(candidate);
  if (known) return known;
  const form = questionForm(candidate.matcher.question);
  const scene = sceneOf(candidate);
  const spans = describedSpans(candidate.analysed)
    .map((span) => {
      let score = 0;
      for (const trait of span.traits) score += learned.traits[trait] ?? 0;
      for (const trait of span.telling) score += learned.byForm[traitGroup(form, trait)]?.[trait] ?? 0;
      for (const { relation, weight } of RELATION_WEIGHTS) score += weight * relation(span, scene);
      return { ...span, score };
    })
    .sort((a, b) => b.score - a.score || a.first - b.first || a.last - b.last);
  scored.set(candidate, spans);
  return spans;
}

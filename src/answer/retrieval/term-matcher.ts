import type { AnalysedText } from '../../text/analysed-text.js';
import { compareWith, rowOfForm, type VectorRow } from '../../text/lexicon/word-vectors.js';
import type { Word, WordForm } from '../../text/words/word-form.js';
import { initialsOf, isSpelledOut, possibleInitials } from '../question/initials.js';
import { matchStrength, STRENGTH } from '../question/match-strength.js';
import type { AskedPeriod } from '../question/period.js';
import type { Question } from '../question/question.js';

/** A question's term that a token stands for. */
export interface TermMatch {
  /** Position in `Question.terms`. */
  readonly index: number;
  /** 0 to 1, see match-strength. */
  readonly strength: number;
}

/** Where and how well a text holds each term of the question. */
export interface TermEvidence {
  /** 0 to 1 for each term; parallel to `Question.terms`. */
  readonly strengths: readonly number[];
  /** 1 where the word stands there in the very form of the question. */
  readonly sameForm: readonly number[];
  /** Token positions that match any term, in order, with the best term for each. */
  readonly places: readonly { readonly at: number; readonly match: TermMatch }[];
}

const NONE: readonly TermMatch[] = [];

/** Matches tokens of many sentences against the terms of one question; weighs the terms by how rare they are. */
export class TermMatcher {
  /** How much each term counts: its idf times its share; parallel to `question.terms`. */
  readonly weights: readonly number[];
  readonly totalWeight: number;
  readonly #matches = new Map<WordForm, readonly TermMatch[]>();
  /** Abbreviations that stand for names of the question, with the terms of those names. */
  readonly #shortened: ReadonlyMap<string, readonly number[]>;
  /** Terms that are abbreviations, with their letters. */
  readonly #initials: readonly { readonly index: number; readonly letters: string }[];
  /** The terms, and all that are related to them. */
  readonly #akin = new Set<string>();
  /** Characters with which each term and its word begin, by their codes: a word that begins otherwise can only be akin. */
  readonly #openings: readonly { readonly term: number; readonly word: number }[];
  readonly #evidence = new Map<AnalysedText, TermEvidence>();
  readonly #noEvidence: TermEvidence;
  readonly #compare: (row: VectorRow) => readonly number[];
  readonly #similarity = new Map<VectorRow, readonly number[]>();
  readonly #similarities = new Map<AnalysedText, readonly number[]>();

  /**
   * @param idf inverse document frequency of each term, parallel to `question.terms`
   * @param passageCount how many passages the archive has
   * @param period the days that the question is about
   */
  constructor(
    readonly question: Question,
    readonly idf: readonly number[],
    readonly passageCount = 0,
    readonly period: AskedPeriod = { said: [], asked: null },
  ) {
    this.weights = question.terms.map((term, index) => term.share * (idf[index] ?? 0));
    this.totalWeight = this.weights.reduce((sum, weight) => sum + weight, 0) || 1;
    const nothing = question.terms.map(() => 0);
    this.#noEvidence = { strengths: nothing, sameForm: nothing, places: [] };
    this.#compare = compareWith(question.terms.map(({ token }) => token.word));
    for (const { term, related } of question.terms)
      for (const other of [term, ...related.keys()]) this.#akin.add(other);
    this.#openings = question.terms.map(({ term, token }) => ({
      term: term.charCodeAt(0),
      word: token.word.charCodeAt(0),
    }));
    const termAt = new Map(question.terms.map(({ token }, index) => [token.start, index]));
    this.#shortened = new Map(
      [...possibleInitials(question.tokens)].map(([letters, places]) => [
        letters,
        places.flatMap((place) => termAt.get(question.tokens[place]?.start ?? -1) ?? []),
      ]),
    );
    this.#initials = question.terms.flatMap(({ token }, index) => {
      const letters = initialsOf(token);
      return letters === null ? [] : [{ index, letters }];
    });
  }

  /** The terms that a word stands for, the strongest first. */
  matches(form: WordForm): readonly TermMatch[] {
    const known = this.#matches.get(form);
    if (known !== undefined) return known;
    const found = this.#findMatches(form);
    this.#matches.set(form, found);
    return found;
  }

  #findMatches(word: Word): readonly TermMatch[] {
    const letters = this.#shortened.size > 0 ? initialsOf(word) : null;
    const shortened = letters === null ? undefined : this.#shortened.get(letters);
    const isAkin = shortened !== undefined || this.#akin.has(word.term);
    const { terms } = this.question;
    let found: TermMatch[] | undefined;
    for (let index = 0; index < terms.length; index++) {
      const term = terms[index];
      if (term === undefined || !(isAkin || this.#opensAlike(index, word))) continue;
      const own = matchStrength(term, word);
      const strength = shortened?.includes(index) ? Math.max(own, STRENGTH.derived) : own;
      if (strength === 0) continue;
      found ??= [];
      found.push({ index, strength });
    }
    return found?.sort((a, b) => b.strength - a.strength) ?? NONE;
  }

  /** Whether `matchStrength` can be above 0 for a word that is not akin to any term: spellings and derived words begin alike. */
  #opensAlike(index: number, { term, word }: Word): boolean {
    const openings = this.#openings[index];
    return term.charCodeAt(0) === openings?.term || word.charCodeAt(0) === openings?.word;
  }

  evidence(text: AnalysedText): TermEvidence {
    const known = this.#evidence.get(text);
    if (known) return known;
    const evidence = this.#findEvidence(text.forms);
    this.#evidence.set(text, evidence);
    return evidence;
  }

  #findEvidence(forms: readonly WordForm[]): TermEvidence {
    const { terms } = this.question;
    let strengths: number[] | undefined;
    let sameForm: number[] | undefined;
    const places: { at: number; match: TermMatch }[] = [];
    for (let at = 0; at < forms.length; at++) {
      const form = forms[at];
      if (form === undefined) continue;
      if (this.#initials.length > 0) {
        for (const { index, letters } of this.#initials) {
          if (!isSpelledOut(forms, at, letters)) continue;
          strengths ??= terms.map(() => 0);
          strengths[index] = Math.max(strengths[index] ?? 0, STRENGTH.derived);
          places.push({ at, match: { index, strength: STRENGTH.derived } });
        }
      }
      const matches = this.matches(form);
      const best = matches[0];
      if (best === undefined) continue;
      places.push({ at, match: best });
      strengths ??= terms.map(() => 0);
      sameForm ??= terms.map(() => 0);
      for (const { index, strength } of matches) {
        if (strength > (strengths[index] ?? 0)) strengths[index] = strength;
        if (form.word === terms[index]?.token.word || strength === STRENGTH.spelling) sameForm[index] = 1;
      }
    }
    // Most sentences hold no word of the question.
    if (strengths === undefined) return this.#noEvidence;
    return { strengths, sameForm: sameForm ?? this.#noEvidence.sameForm, places };
  }

  /** How near a word comes to each term in what it means: cosines, see text/word-vectors. */
  similarity(form: WordForm): readonly number[] {
    const row = rowOfForm(form);
    const known = this.#similarity.get(row);
    if (known) return known;
    const similarity = this.#compare(row);
    this.#similarity.set(row, similarity);
    return similarity;
  }

  /** For each term, how near the nearest content word of a text comes to it; at least 0. */
  similarities(text: AnalysedText): readonly number[] {
    const known = this.#similarities.get(text);
    if (known) return known;
    const nearest = this.question.terms.map(() => 0);
    for (const form of text.forms) {
      // A word without a vector is near to none.
      if (form.stop || rowOfForm(form) < 0) continue;
      const similarity = this.similarity(form);
      for (let index = 0; index < nearest.length; index++) {
        const near = similarity[index] ?? 0;
        if (near > (nearest[index] ?? 0)) nearest[index] = near;
      }
    }
    this.#similarities.set(text, nearest);
    return nearest;
  }

  /** Share of the question's information, 0 to 1, that strengths (parallel to the terms) amount to. */
  coverage(strengths: readonly number[]): number {
    let sum = 0;
    for (let index = 0; index < strengths.length; index++)
      sum += (strengths[index] ?? 0) * (this.weights[index] ?? 0);
    return sum / this.totalWeight;
  }
}

const NEGATION =
  /^(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should)nt)$/;

/** Whether a folded word is a negation: "not", "didnt". */
export function isNegation(word: string): boolean {
  return NEGATION.test(word);
}

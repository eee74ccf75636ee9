/** "KELLY: And the ferries?", "Q: …", "Helen Asante: …": up to four words with capitals, and a colon. */
const LABEL = /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}:\s/u;

/** Whether two paragraphs that follow one another are turns of speakers, as in an interview, or entries of a list with labels. */
export function areTurns(paragraph: string, next: string): boolean {
  return LABEL.test(paragraph) && LABEL.test(next);
}

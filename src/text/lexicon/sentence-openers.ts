/**
 * Words that open a sentence and, capitalised in the midst of one, no name: after "the U.S." or an initial they tell that
 * a new sentence has begun. "First", "No" and the like are missing, as names begin with them ("U.S. First Lady").
 */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  `A An The This That These Those He She It We You They His Her Its Our Their My Your
  I It's It’s He's He’s She's She’s That's That’s There's There’s We're We’re They're They’re I'm I’m
  And But Or Nor So Yet If When While Where Who What Why How Which Whether Although Though Because Since Until Unless
  Once As At By For From In Into On To With Without About After Before Between During Despite Among Against
  Did Does Do Is Are Was Were Has Have Had Can Could Will Would Should
  There Here Then Now Also However Meanwhile Instead Still Even Not Some Many Most Several Each Every Both Such
  Two Three Four Five Six Seven Eight Nine Ten Twelve Twenty Hundreds Thousands Millions Dozens
  Officials Authorities According Earlier Later Yesterday Today`.split(/\s+/),
);

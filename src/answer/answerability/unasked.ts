/**
 * The chance from which on an answer is given to people who talk to each other and did not ask us. One wrong answer
 * disturbs them more than ten right ones help: `npm run eval -- --only chat` measures it.
 */
export const UNASKED_THRESHOLD = 0.8;

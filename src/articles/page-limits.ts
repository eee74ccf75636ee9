import { Parser } from 'htmlparser2';

/** Browsers stop at about so many levels themselves. */
const DEEPEST = 500;
/** Finding the story on a page with more elements would take long. The largest of newspapers have less than half as many. */
export const MOST_ELEMENTS = 25_000;
/** Texts, entities and comments: each becomes a node. Newspapers have up to 20,000. */
const MOST_PIECES = 50_000;
const MOST_ATTRIBUTES = 1_000;
/** Of the attributes of one tag together, in characters: a picture or a page's data may stand in one. */
const LONGEST_TAG = 1_000_000;
/** Characters that are no script and no style: as many as in two novels, and five times as many as any newspaper's page. */
const MOST_TEXT = 1_000_000;
/** Of a page's text, the levels it stands below, a character each: finding the story goes through them all. */
const MOST_NESTED_TEXT = 100_000_000;
/** The same of its elements. */
const MOST_NESTED_ELEMENTS = 2_000_000;
/**
 * Of a page's elements, the pairs of boxes that each stands in. Readability weighs the text of every box within every
 * other, so that is how often it comes by an element. The most crowded of newspapers have a quarter of it.
 */
const MOST_BOXED_ELEMENTS = 2_500_000;
/** The same of its text, in characters. Newspapers have a third of it. */
const MOST_BOXED_TEXT = 60_000_000;
/** The elements that Readability weighs. */
const BOXES = new Set('blockquote dl div fieldset form img li ol p pre section span table td ul'.split(' '));

/** A longer piece of JSON-LD is not read, in characters. Newspapers' have up to 40,000. */
export const LONGEST_JSON = 500_000;

/** What is in them is not looked at. */
const WITHOUT_TEXT = new Set(['script', 'style']);

/**
 * Refuses a page that no parser should build a document of. It is read as a stream of tags: nothing is kept of it,
 * and reading ends at the first limit that is passed.
 * @throws RangeError that says which, in words that go on from "… cannot be read:"
 */
export function refuseBeyondLimits(html: string): void {
  const open: string[] = [];
  let [elements, pieces, attributes, length, text, nestedText, nestedElements] = [0, 0, 0, 0, 0, 0, 0];
  let [boxes, boxedText, boxedElements] = [0, 0, 0];
  const piece = () => {
    pieces += 1;
    refuse(pieces > MOST_PIECES, `its text is in more than ${MOST_PIECES} pieces`);
  };
  const parser = new Parser(
    {
      onopentagname(name) {
        open.push(name);
        if (BOXES.has(name)) boxes += 1;
        [attributes, length] = [0, name.length];
        elements += 1;
        nestedElements += open.length;
        boxedElements += pairsOf(boxes);
        refuse(open.length > DEEPEST, `its elements nest more than ${DEEPEST} levels deep`);
        refuse(elements > MOST_ELEMENTS, `it has more than ${MOST_ELEMENTS} elements`);
        refuse(
          nestedElements > MOST_NESTED_ELEMENTS || boxedElements > MOST_BOXED_ELEMENTS,
          'its elements nest too deeply',
        );
      },
      onattribute(name, value) {
        attributes += 1;
        length += name.length + value.length;
        refuse(attributes > MOST_ATTRIBUTES, `a tag has more than ${MOST_ATTRIBUTES} attributes`);
        refuse(length > LONGEST_TAG, `a tag is longer than ${LONGEST_TAG} characters`);
      },
      onclosetag() {
        const name = open.pop();
        if (name !== undefined && BOXES.has(name)) boxes -= 1;
      },
      oncomment: piece,
      ontext(data) {
        piece();
        if (WITHOUT_TEXT.has(open.at(-1) ?? '')) return;
        text += data.length;
        nestedText += data.length * open.length;
        boxedText += data.length * pairsOf(boxes);
        refuse(text > MOST_TEXT, `its text is longer than ${MOST_TEXT} characters`);
        refuse(
          nestedText > MOST_NESTED_TEXT || boxedText > MOST_BOXED_TEXT,
          'its text stands too deeply within its elements',
        );
      },
    },
    // As the document is parsed afterwards.
    { decodeEntities: true, lowerCaseAttributeNames: false },
  );
  parser.end(html);
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

function refuse(isBeyond: boolean, why: string): void {
  if (isBeyond) throw new RangeError(why);
}

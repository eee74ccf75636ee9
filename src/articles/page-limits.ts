import { Parser } from 'htmlparser2';

/** Browsers stop at about so many levels themselves. */
const DEEPEST = 500;
/** Finding the story on a page with more elements would take minutes. */
const MOST_ELEMENTS = 50_000;
/** Texts, entities and comments: each becomes a node. */
const MOST_PIECES = 100_000;
const MOST_ATTRIBUTES = 1_000;
/** Of the attributes of one tag together, in characters: a picture or a page's data may stand in one. */
const LONGEST_TAG = 1_000_000;
/** Characters that are no script and no style: as many as in ten novels. */
const MOST_TEXT = 5_000_000;
/** Of a page's text, the levels it stands below, a character each: finding the story goes through them all. */
const MOST_NESTED_TEXT = 100_000_000;
/** The same of its elements. */
const MOST_NESTED_ELEMENTS = 2_000_000;

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
  const piece = () => {
    pieces += 1;
    refuse(pieces > MOST_PIECES, `its text is in more than ${MOST_PIECES} pieces`);
  };
  const parser = new Parser(
    {
      onopentagname(name) {
        open.push(name);
        [attributes, length] = [0, name.length];
        elements += 1;
        nestedElements += open.length;
        refuse(open.length > DEEPEST, `its elements nest more than ${DEEPEST} levels deep`);
        refuse(elements > MOST_ELEMENTS, `it has more than ${MOST_ELEMENTS} elements`);
        refuse(nestedElements > MOST_NESTED_ELEMENTS, 'its elements nest too deeply');
      },
      onattribute(name, value) {
        attributes += 1;
        length += name.length + value.length;
        refuse(attributes > MOST_ATTRIBUTES, `a tag has more than ${MOST_ATTRIBUTES} attributes`);
        refuse(length > LONGEST_TAG, `a tag is longer than ${LONGEST_TAG} characters`);
      },
      onclosetag() {
        open.pop();
      },
      oncomment: piece,
      ontext(data) {
        piece();
        if (WITHOUT_TEXT.has(open.at(-1) ?? '')) return;
        text += data.length;
        nestedText += data.length * open.length;
        refuse(text > MOST_TEXT, `its text is longer than ${MOST_TEXT} characters`);
        refuse(nestedText > MOST_NESTED_TEXT, 'its text stands too deeply within its elements');
      },
    },
    // As the document is parsed afterwards.
    { decodeEntities: true, lowerCaseAttributeNames: false },
  );
  parser.end(html);
}

function refuse(isBeyond: boolean, why: string): void {
  if (isBeyond) throw new RangeError(why);
}

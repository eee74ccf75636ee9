import { nounKind } from '../text/lexicon/noun-kinds.js';
import { stem } from '../text/stems.js';

/** What a question wants to hear. */
export type AnswerKind =
  | 'count'
  | 'money'
  | 'percent'
  | 'measure'
  | 'date'
  | 'span'
  | 'age'
  | 'person'
  | 'place'
  | 'organisation'
  | 'reason'
  | 'consequence'
  | 'manner'
  | 'definition'
  | 'statement'
  | 'yes or no'
  | 'thing';

/** The words by which a question tells what kind of answer it wants. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
/** The stems of words that blanks part. */
export const stems = (list: string): ReadonlySet<string> => new Set([...words(list)].map(stem));

// What WordNet's noun kinds leave out.
const PERSON_NOUNS = words(
  'person people man men woman women queen founder ceo pm star host individual guitarist justice justices head heads chief chiefs',
);
const PLACE_NOUNS =
  words(`city cities state states country countries nation nations continent village villages island islands river
  mountain lake location stadium venue capital street sea ocean planet room building community communities`);
const ORGANISATION_NOUNS =
  words(`company companies organisation group groups bank banks college school university hospital clinic shop
  shops store stores retailer platform platforms app website studio newspaper magazine channel network brand publication publisher
  church union franchise force department ministry airline airlines body bodies unit units show shows programme
  programmes program programs`);
const DATE_NOUNS = words(
  'year years date dates day days month months weeks century centuries decade decades season time hour era period',
);
export const SPAN_NOUNS = words(
  'year years month months week weeks day days hour hours minute minutes decade decades second seconds',
);
export const PERCENT_NOUNS = words('percent percentage proportion portion share fraction rate rating');
export const MONEY_NOUNS =
  words(`price cost costs salary fee fine penalty budget revenue profit amount sum income debt tax worth value bill losses damages
  compensation payout reward bounty bail fortune wealth`);
export const NUMBER_NOUNS = words('number numbers total population score toll figure size tally count');
export const MEASURE_WORDS = words(
  'far tall high fast big large deep heavy hot cold wide thick close low loud small strong',
);
export const WEALTH_WORDS = words('rich wealthy expensive pricey costly');
export const MONEY_VERBS = stems(
  'cost pay spend earn worth owe raise charge donate sell buy invest lose award fine price paid spent money',
);
/** In "how much did prices rise" a share is wanted as well as a sum. */
export const CHANGE_VERBS = stems(
  'rise rose risen fall fell fallen go went increase grow grew climb jump drop decline shrink shrank',
);
/** In "what did they pay": verbs whose object is a sum. */
export const PRICING_VERBS = stems('cost pay charge earn owe fetch');
/** In "what did X …" they ask for words of X. */
export const SPEECH_TERMS =
  stems(`say tell call warn announce claim state declare describe think believe argue demand ask urge respond react
  promise vow threaten suggest reveal add explain comment tweet write mean want propose accuse blame deny criticise criticize insist pledge reply retort`);
/** In an article they tell what somebody says, wants or holds against others. */
export const SAYING_TERMS =
  stems(`say tell warn announce claim declare describe argue demand ask urge respond react promise
  vow threaten suggest reveal add explain comment tweet write propose deny call request decry criticise criticize denounce
  condemn slam accuse blame insist note stress want pledge express admit acknowledge confirm reply believe think dismiss
  reject praise thank testify`);
/** Those that are no nouns, whatever a tagger takes them for. */
export const SURELY_SAYING = words(
  'say said says saying tell told tells telling added vowed urged insisted argued tweeted',
);
/** Ways of saying: a question for what somebody demands is answered by what they urge, not by what they deplore. */
const WAYS_OF_SAYING = [
  stems('demand urge ask want request insist plead propose appeal order'),
  stems('threaten threat warn warning vow promise pledge'),
  stems(
    'accuse accusation blame criticise criticize criticism decry denounce condemn slam deplore call describe',
  ),
];

/** The verbs that say in the same way, one set for each way; null for a verb that tells nothing of it, such as "say". */
export function wayOfSaying(term: string): ReadonlySet<string> | null {
  return WAYS_OF_SAYING.find((terms) => terms.has(term)) ?? null;
}

/** In "how did they react": what they said is wanted. */
export const REPLY_TERMS = stems(
  'respond react describe characterise characterize reply comment answer feel defend justify reprimand explain',
);
/** "Do you know when …", "I want to know who …". */
export const POLITE_VERBS = words('know tell say show explain remember remind want wonder wondering');
export const REASON_WORDS = words(
  'why cause causes caused reason reasons motive motives prompted explanation excuse justification behind',
);
/** What right after "what" asks for a cause: "what triggered it", "what led to it", "what set it off". */
export const CAUSING = stems('trigger spark provoke prompt cause drive');
export const CAUSING_PHRASES = new Set([
  'set off',
  'led to',
  'leads to',
  'lead to',
  'brought about',
  'brought on',
]);
export const OPINIONS = words(
  'reaction reactions response reply opinion comment comments statement view stance position message slogan slogans',
);
/** Nouns for what somebody says, where it is told who: "Sadr's demands". */
export const CLAIMS = words(
  `demand demands threat threats warning warnings promise promises pledge pledges vow vows criticism remark remarks accusation
  accusations allegation allegations appeal appeals`,
);
/** In "what are the consequences": what something leads to. */
export const CONSEQUENCES = words(
  'consequence consequences effect effects impact impacts implication implications repercussions fallout',
);
/** In "what would it lead to", "how did it affect them". */
export const LEADING_TO = stems('lead result cause trigger bring');
export const AFFECTING = stems('affect impact influence change hurt harm hamper');
/** What somebody does, in "what was his job". */
export const OCCUPATIONS = words('job occupation profession rank');
/** The same in "what was his position in the army"; "his position on the war" is what he thinks of it. */
export const POSITIONS = words('position post role');
export const MANNER_NOUNS = words('means way method');
export const AUXILIARIES =
  words(`is are was were am do does did has have had can could will would should shall may might must isnt arent wasnt
  werent dont doesnt didnt hasnt havent hadnt cant couldnt wont wouldnt shouldnt`);
export const WH = words(`who whom whose what which when where why how whats whos wheres whens hows`);
/** Words inside a name that are no names: "al-Sadr", "van der Leyen". */
export const NAME_PARTICLES = words('al el as bin ibn abu de del der den di da la le van von du');
export const GENERIC_HEADS = words(
  'name names kind kinds type types sort sorts title term word form part one example piece',
);

/** Nouns that tell the kind of answer when they are what is asked for: "which country", "what was the price". */
const KIND_OF_NOUN: readonly (readonly [ReadonlySet<string>, AnswerKind])[] = [
  [DATE_NOUNS, 'date'],
  [SPAN_NOUNS, 'span'],
  [PERCENT_NOUNS, 'percent'],
  [NUMBER_NOUNS, 'count'],
  [MONEY_NOUNS, 'money'],
  [words('age ages'), 'age'],
  [PLACE_NOUNS, 'place'],
  [ORGANISATION_NOUNS, 'organisation'],
  [PERSON_NOUNS, 'person'],
];
const KIND_OF_NAMED = { person: 'person', place: 'place', group: 'organisation' } as const;

/** The kind of answer that a noun asks for; undefined for nouns that may be answered by anything. */
export function kindOfNoun(word: string): AnswerKind | undefined {
  const listed = KIND_OF_NOUN.find(([nouns]) => nouns.has(word))?.[1];
  const named = listed === undefined ? nounKind(word) : null;
  return named === null ? listed : KIND_OF_NAMED[named];
}

/** "What was the reaction of the party" wants no party: after a verb only what is a figure or a date. */
export const FIGURE_KINDS: ReadonlySet<AnswerKind> = new Set(['date', 'percent', 'count', 'money', 'age']);

import { stem } from '../stems.js';
import { sectionsOf } from './binary-file.js';
import { StringTable } from './string-table.js';

/**
 * Words that news uses interchangeably, one group a line. This is not a thesaurus: it lists only words that
 * can replace each other without changing a question. WordNet has the rest.
 */
const GROUPS = `
troops soldiers forces personnel servicemen servicemembers military army
us u.s. american america americans washington
uk british britain england
finland finnish finn
denmark danish dane
scotland scottish scot
wales welsh
thailand thai
cyprus cypriot
malta maltese
catalonia catalan
kill killed killing assassinate assassinated assassination death dead die died slain slay murder murdered
attack strike airstrike raid assault bombing drone
expel expulsion eject oust ouster removal remove evict kick pullout withdrawal withdraw leave exit
vote voted ballot resolution bill measure
parliament lawmakers legislators legislature representatives
pause paused suspend suspended halt halted cease ceased stop stopped hold
isis isil daesh islamic jihadist
binding nonbinding
resign resigned resignation quit
car vehicle automobile
doctor physician
company firm corporation business
film movie
prize award
big large huge
start begin launch
end finish conclude
buy purchase acquire acquisition acquired takeover
sick ill illness disease
sentence jail prison imprisoned
win victory won beat defeat
get receive obtain
show reveal demonstrate
found founded establish established create created set
build built construct constructed construction
hurt injured wounded injuries
police officers cops
respond response react reaction retaliate retaliation revenge vengeance
revenge vengeance reprisal avenge
culture cultural heritage
mourn mourners mourning
prime premier
leader head chief boss chieftain
protest protester demonstrate demonstration rally march unrest
demand urge request want appeal
session sitting meeting
stunned shocked surprised astonished
premier prime pm
mps mp parliament lawmakers
crowd followers supporters thousands
skip boycott shun absent attend
binding obliged obey mandatory symbolic legally
revoke cancel scrap annul
alliance coalition
channel network broadcaster tv television
newspaper paper daily
presence deployment stationed based
feeble weak
stop prevent avert
additional extra more further
people ppl
border frontier
refugee migrant asylum
inflation prices
rocket missile projectile
poll survey
storm hurricane cyclone typhoon
quake earthquake
fire blaze wildfire
fire sack dismiss ousted
target site
cost price
salary pay wage
job work employment
wed marry marriage wedding married
child kid
town city
area region
governor gov
senator sen
representative rep congressman congresswoman
general gen
president pres
professor prof
spokesman spokeswoman spokesperson speak speaks spoke
lawyer attorney counsel
boss ceo chief
toll dead death deaths died killed fatality fatalities
cancel cancelled canceled called scrapped
owner owns owned own
mother mom mum
father dad
send dispatch deploy deployment move
leader leads head command commander commands
lawmakers members seats legislators mps deputies
escalate violence tension hostility unrest
sacred holy
interview talk tell speak
proof evidence
chant slogan shout
phone call ring
ask consult
alternative choice option
option choice
demonstrator protester protest
little limited
favour favor request
responsible blame
before ahead advance prior
consult inform notify brief tell
capital city`;

/** How well a word can stand for another, by the relation between them. */
export const RELATED = { derived: 0.85, news: 0.6, synonym: 0.55, broader: 0.3 } as const;

const NEWS_GROUPS: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const related = new Map<string, Set<string>>();
  for (const line of GROUPS.trim().split('\n')) {
    const terms = new Set(line.split(' ').map((word) => (word === 'us' ? 'u.s.' : stem(word))));
    for (const term of terms) related.set(term, new Set([...(related.get(term) ?? []), ...terms]));
  }
  return related;
})();

/** Made from WordNet by `npm run related-words`. */
interface WordNet {
  readonly terms: StringTable;
  /** Of each term: derived forms, synonyms and broader words, separated by bars. */
  readonly related: StringTable;
}

let loaded: WordNet | undefined;

function wordNet(): WordNet {
  if (loaded === undefined) {
    const sections = sectionsOf('related-words.bin');
    loaded = { terms: new StringTable(sections.slice(0, 2)), related: new StringTable(sections.slice(2)) };
  }
  return loaded;
}

/**
 * Returns the terms that may stand for a term, each with how well it does; the term itself is left out. A
 * look-up costs a few string operations, and nothing is unpacked before it is asked for.
 */
export function relatedTerms(term: string): ReadonlyMap<string, number> {
  const related = new Map<string, number>();
  const { terms: known, related: lists } = wordNet();
  const at = known.indexOf(term);
  const [derived = '', synonyms = '', broader = ''] = at < 0 ? [] : lists.at(at).split('|');
  const add = (terms: Iterable<string>, strength: number): void => {
    for (const other of terms)
      if (other !== '' && other !== term && !related.has(other)) related.set(other, strength);
  };
  add(derived.split(' '), RELATED.derived);
  add(NEWS_GROUPS.get(term) ?? [], RELATED.news);
  add(synonyms.split(' '), RELATED.synonym);
  add(broader.split(' '), RELATED.broader);
  return related;
}

export function hasRelatedTerms(term: string): boolean {
  return NEWS_GROUPS.has(term) || wordNet().terms.indexOf(term) >= 0;
}

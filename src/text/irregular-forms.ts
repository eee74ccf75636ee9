/**
 * Forms that no stemmer reduces to their base, as `base: forms`: irregular verbs and plurals that news uses.
 * Folding them before stemming lets "who said" find "says" and "when did it begin" find "began".
 */
const FORMS = `
arise: arose arisen; beat: beaten; become: became; begin: began begun; bite: bit bitten; blow: blew blown;
break: broke broken; breed: bred; bring: brought; build: built; buy: bought; catch: caught;
choose: chose chosen; come: came; deal: dealt; die: dying; draw: drew drawn; drink: drank drunk; drive: drove driven;
eat: ate eaten; fall: fell fallen; feed: fed; feel: felt; fight: fought; flee: fled; fly: flew flown;
forbid: forbade forbidden; forget: forgot forgotten; freeze: froze frozen; get: got gotten; give: gave given; go: went gone goes;
grow: grew grown; hang: hung; hear: heard; hide: hid hidden; hold: held; keep: kept; know: knew known;
lay: laid; lead: led; leave: left; lend: lent; lie: lying; lose: lost; make: made; mean: meant; meet: met;
pay: paid; ride: rode ridden; ring: rang rung; rise: rose risen; run: ran; say: said; see: saw seen; seek: sought;
sell: sold; send: sent; shake: shook shaken; shoot: shot; show: shown; sing: sang sung; sink: sank sunk; sit: sat;
sleep: slept; speak: spoke spoken; spend: spent; stand: stood; steal: stole stolen; strike: struck stricken; swear: swore sworn;
swim: swam swum; take: took taken; teach: taught; tear: tore torn; tell: told; think: thought; throw: threw thrown;
understand: understood; wake: woke woken; wear: wore worn; win: won; withdraw: withdrew withdrawn; write: wrote written;
man: men; woman: women; child: children; foot: feet; tooth: teeth; mouse: mice; person: people; life: lives; wife: wives;
leaf: leaves; half: halves; crisis: crises; medium: media; analysis: analyses; criterion: criteria; phenomenon: phenomena`;

const BASES: ReadonlyMap<string, string> = new Map(
  FORMS.split(';').flatMap((entry) => {
    const [base = '', forms = ''] = entry.split(':').map((part) => part.trim());
    return forms.split(/\s+/).map((form): [string, string] => [form, base]);
  }),
);

/** Returns the base of an irregular form ("said" → "say"); any other word unchanged. */
export function baseForm(word: string): string {
  return BASES.get(word) ?? word;
}

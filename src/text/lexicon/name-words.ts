/** Titles before a person's name, as folded words. */
export const TITLES: ReadonlySet<string> = new Set(
  `mr mrs ms dr sir dame lord lady king queen prince princess pope president premier chancellor minister secretary senator sen rep
  representative congressman congresswoman governor gov mayor gen general col colonel lt capt captain sgt sergeant maj major admiral
  commander ayatollah sheikh imam rabbi cardinal bishop archbishop reverend judge justice professor prof coach chairman chairwoman
  spokesman spokeswoman spokesperson ceo director founder leader cleric actor actress singer author detective officer speaker ambassador
  commissioner administrator`.split(/\s+/),
);
/**
 * Words that mark the name that they are part of as an organisation's: "Senate Foreign Relations Committee".
 */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(
  `inc corp co ltd llc plc company corporation group bank university college school institute council committee commission ministry department
  agency bureau office party parliament congress senate court force forces army navy union association federation league club team
  organization organisation foundation administration government network news times post press church hospital airlines airways motors
  guard militia brigade coalition authority board service services society system fund exchange studio studios records laboratories labs nations`.split(
    /\s+/,
  ),
);
/** Given names that are common in the news. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew
  joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott
  brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam henry nathan douglas zachary peter
  kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy
  bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell elijah louis bobby philip johnny mary patricia
  jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley kimberly emily donna michelle dorothy
  carol amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen amy shirley angela helen anna brenda pamela nicole emma
  samantha katherine christine debra rachel catherine carolyn janet ruth maria heather diane virginia julie joyce victoria olivia kelly
  christina lauren joan evelyn judith megan cheryl andrea hannah martha jacqueline frances gloria ann teresa kathryn sara janice jean alice
  madison doris abigail julia judy grace denise amber marilyn beverly danielle theresa sophia marie diana brittany natalie isabella charlotte
  rose alexis kayla mohammed mohammad muhammad mohamed ahmed ali hassan hussein omar ibrahim abdul mustafa mahmoud vladimir sergei dmitry
  ivan boris volodymyr emmanuel angela jair narendra xi kim mike bill bob tom jim joe steve dan chris matt tony nick ben sam greg alex pat
  ted ed rick ron don jeff josh andy lindsey ruth toby antonio carlos luis pedro pablo miguel francisco fernando jorge pierre francois
  jacques marcel hans klaus otto karl friedrich johann martin simon oliver hugo oscar leo felix max anne kate nikola isaac albert galileo`.split(
    /\s+/,
  ),
);

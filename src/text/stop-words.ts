/**
 * Words that carry no topic: articles, pronouns, auxiliaries, prepositions, question words. Kept short: a long list
 * costs quality on names and titles. Negations stay out of it, because "did not attend" is information.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those such
  i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
  myself himself herself itself themselves one ones
  who whom whose what which when where why how whats whos wheres hows whens
  is am are was were be been being isnt arent wasnt werent
  do does did done doing dont doesnt didnt
  has have had having hasnt havent hadnt
  will would shall should can could may might must wont wouldnt cant couldnt
  to of in on at by for from with about into onto over under than as if then so
  and or but nor also too very just there here any some all each both either
  im ive id hes shes theyre weve youre youve thats theres
  please tell`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/**
 * The words that report what somebody says, thinks, wants or feels, by what kind of act they report. Lemmas, in the
 * spelling of both sides of the Atlantic. After the semantic classes of Levin (1993), chapters 31 to 37, and the
 * speech-act verbs of Wierzbicka (1987), widened by what newsrooms and novels use.
 *
 * A class is evidence, not a verdict: `find` and `see` report in one sentence and not in the next, so the tagger
 * decides. Left out: words that report in fewer than about one use in twenty (`make`, `go`, `give`, `have`), which
 * would only blur their class; the tagger knows those that it met by themselves.
 */
const CUE_WORDS = {
  say: 'say state tell remark comment note observe mention add continue conclude begin start relate recount narrate utter voice repeat reiterate quote cite quip interject chime opine declare proclaim pronounce express put',
  manner:
    'whisper murmur mutter mumble shout cry yell scream shriek bellow roar holler call exclaim gasp groan moan sigh sob weep laugh giggle chuckle grin smile snap snarl growl grunt bark hiss sneer scoff snort croak drawl stammer stutter falter blurt breathe thunder boom chant sing croon purr whine whimper wail plead bleat chirp coo squeal squeak rasp intone ',
  write:
    'write tweet retweet post blog text email e-mail message publish print broadcast air headline editorialize caption title read document record list log sign pen telegraph wire cable scribble',
  assert:
    'claim assert contend maintain insist allege argue affirm aver avow posit submit charge profess pretend stress emphasize emphasise underscore underline highlight reassert swear attest testify certify vouch assure reassure convince persuade',
  inform:
    'announce report disclose reveal inform notify brief confirm acknowledge admit concede confess leak divulge release issue unveil present detail outline explain clarify elaborate specify point indicate signal advise update warn caution alert remind teach lecture',
  ask: 'ask inquire enquire query question wonder request demand beg beseech implore entreat plead appeal urge press exhort encourage invite prod prompt nudge lobby petition bid order command instruct direct charge recommend propose suggest advocate call counsel',
  answer:
    'answer reply respond retort rejoin counter rebut refute contradict reject deny dismiss rebuff decline refuse dispute object protest disagree contest challenge parry return riposte',
  commit:
    'promise vow pledge swear guarantee offer threaten agree consent volunteer commit undertake dare vote intend plan aim mean resolve decide determine opt choose propose seek aspire prepare',
  predict:
    'predict forecast foresee foretell prophesy expect anticipate project estimate reckon calculate figure bet wager presume assume guess speculate suppose suspect surmise conjecture hypothesize theorize envision envisage imagine',
  think:
    'think believe consider deem judge regard view hold feel know realize realise recognize recognise understand grasp remember recall recollect forget accept contemplate ponder muse reflect reason rationalize consider weigh dream perceive interpret infer deduce gather doubt question misunderstand misjudge underestimate overestimate',
  feel: 'like love adore dislike hate loathe detest despise resent fear dread worry fret hope wish want desire crave long yearn need prefer enjoy relish savor savour regret lament mourn rue bemoan admire respect revere envy trust distrust mistrust care appreciate cherish tolerate mind thank welcome',
  support:
    'support back endorse favor favour approve champion embrace advocate defend uphold espouse promote tout praise laud commend applaud hail extol salute congratulate compliment celebrate credit cheer honor honour flatter bless rally plug nominate',
  oppose:
    'oppose criticize criticise condemn denounce decry deplore blast slam attack assail lambast lambaste castigate chastise chide rebuke reprimand reproach scold berate excoriate censure blame accuse fault bash hammer pillory skewer savage rip rap knock ridicule mock deride taunt tease belittle disparage denigrate insult malign smear vilify demonize demonise disavow disown repudiate renounce abhor complain grumble gripe carp moan grouse fume rail rant inveigh bristle lash',
  describe:
    'call describe characterize characterise label dub portray depict brand term name liken compare cast frame paint style tag define identify refer',
  show: 'show indicate suggest imply demonstrate prove establish find conclude reveal reflect signify signal illustrate document register measure track poll survey',
  perceive: 'see hear watch notice learn discover sense detect spot read',
  appear: 'seem appear look sound',
  discuss:
    'discuss talk speak debate address chat converse gossip brag boast crow joke jest kid preach lecture apologize apologise argue bicker quarrel negotiate hint allude intimate insinuate touch dwell expound elaborate summarize summarise sum',
  speechNoun:
    'statement comment remark word speech address announcement declaration assertion claim allegation accusation charge argument contention message tweet post letter email e-mail memo note testimony confession admission denial rebuttal reply response answer question query request demand plea appeal call order warning threat promise pledge vow commitment offer proposal suggestion recommendation advice explanation description account report reports story article column editorial op-ed interview quote quotation criticism complaint praise endorsement attack apology joke rumor rumour news conference briefing ruling verdict lawsuit complaint filing affidavit transcript',
  thoughtNoun:
    'belief view opinion idea thought notion theory feeling sense impression hope wish desire fear worry concern doubt expectation assumption suspicion conviction certainty intention plan goal aim decision judgment judgement assessment estimate prediction forecast projection conclusion finding understanding perception attitude position stance support opposition skepticism scepticism optimism pessimism confidence consensus preference',
  evidenceNoun:
    'study survey poll report research analysis data figure statistic document record evidence review investigation audit census paper index',
  hearsay:
    'reportedly allegedly apparently purportedly supposedly ostensibly evidently presumably rumoredly rumouredly avowedly admittedly seemingly',
  attitude:
    'confident convinced certain sure aware unaware doubtful skeptical sceptical optimistic pessimistic hopeful afraid worried concerned happy unhappy glad pleased proud angry upset disappointed frustrated surprised shocked reluctant willing unwilling eager determined adamant insistent critical dismissive supportive vocal outspoken suspicious wary mindful ready',
  accordance: 'according per accord',
} as const;

export type CueClass = keyof typeof CUE_WORDS;

/** The classes in a fixed order; their numbers, from 1, are features of the tagger. */
export const CUE_CLASSES: readonly CueClass[] = Object.keys(CUE_WORDS) as CueClass[];

/** The classes of every lemma; a lemma may report more than one kind of act. */
export const CUE_CLASSES_BY_LEMMA: ReadonlyMap<string, readonly CueClass[]> = byLemma();

function byLemma(): Map<string, CueClass[]> {
  const classes = new Map<string, CueClass[]>();
  for (const name of CUE_CLASSES) {
    for (const lemma of CUE_WORDS[name].split(/\s+/)) {
      if (lemma === '') continue;
      const known = classes.get(lemma) ?? [];
      if (!known.includes(name)) known.push(name);
      classes.set(lemma, known);
    }
  }
  return classes;
}

/** The kinds of act that a verb next to a direct quotation reports: `“Go,” whispered Anna.` */
export const UTTERANCE_CLASSES: ReadonlySet<CueClass> = new Set<CueClass>([
  'say',
  'manner',
  'write',
  'assert',
  'inform',
  'ask',
  'answer',
  'predict',
  'discuss',
  'describe',
]);

/**
 * Verbs, by lemma, that report the very words before them in stories and hardly anything in newspapers: `“Go,” pursued
 * Anna.` They are in no class, because the taggers have not learned them.
 */
export const STORY_UTTERANCES: ReadonlySet<string> = new Set(
  (
    'ejaculate pursue proceed resume hazard quoth burst echo demur expostulate remonstrate vociferate gabble lisp chorus ' +
    'cackle simper titter gurgle jeer gibe fleer prattle babble implore apostrophise apostrophize soliloquise soliloquize ' +
    'bawl wheeze pant sniff mimic correct concur amend venture persist'
  ).split(' '),
);

/** The kinds of act that a short clause beside its content reports: `The ferry was insured, records show.` */
export const REPORT_CLASSES: ReadonlySet<CueClass> = new Set<CueClass>([
  'say',
  'write',
  'assert',
  'inform',
  'predict',
  'show',
]);

/** Nouns, by lemma, that say with a that-clause what somebody said: `warnings from the agency that …`. */
export const REPORT_NOUNS: ReadonlySet<string> = new Set(
  (
    'warning claim promise assurance allegation complaint assertion suggestion statement accusation admission denial ' +
    'prediction forecast pledge contention insistence argument testimony report concern fear'
  ).split(' '),
);

/** Verbs, by lemma, whose passive says what others say of its subject: `is expected to last`, `was named the winner`. */
export const SAID_OF_SUBJECT: ReadonlySet<string> = new Set(
  (
    'expect consider say report declare name call project see show know believe think understand announce deem describe ' +
    'regard view rumor rumour allege predict forecast estimate'
  ).split(' '),
);

/** Verbs, by lemma, whose passive says what others say to its subject: `was told that it leaked`, `is accused of fraud`. */
export const SAID_TO_SUBJECT: ReadonlySet<string> = new Set(
  'tell ask inform warn advise remind notify question accuse urge criticize criticise'.split(' '),
);

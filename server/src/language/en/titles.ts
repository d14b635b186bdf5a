/**
 * Words that stand before a name and belong to its bearer: `Maj. Gen.`, `Senator`, `Mrs.`
 *
 * Lower case, without a final stop. Left out: `dean`, `earl`, `duke`, `marshal` and `major` standing alone before a
 * single name, which are given names, surnames or adjectives as often as titles (`major` counts after or before another
 * title only: `Maj. Gen.`, abbreviated).
 */

export type Gender = 'male' | 'female';

/** Forms of address, with what they tell about the person. */
export const HONORIFICS: ReadonlyMap<string, Gender | null> = new Map<string, Gender | null>([
  ['mr', 'male'],
  ['mister', 'male'],
  ['master', 'male'],
  ['mrs', 'female'],
  ['ms', 'female'],
  ['miss', 'female'],
  ['mx', null],
  ['sir', 'male'],
  ['dame', 'female'],
  ['lord', 'male'],
  ['lady', 'female'],
  ['madam', 'female'],
  ['madame', 'female'],
  ['monsieur', 'male'],
  ['herr', 'male'],
  ['frau', 'female'],
  ['señor', 'male'],
  ['señora', 'female'],
  ['dr', null],
  ['prof', null],
  ['rev', null],
  ['hon', null],
  ['barr', null],
  ['engr', null],
  ['alhaji', 'male'],
  ['alhaja', 'female'],
  ['hajia', 'female'],
  ['hajiya', 'female'],
  ['mallam', 'male'],
  ['shri', 'male'],
  ['smt', 'female'],
  ['datuk', 'male'],
  ['datin', 'female'],
]);

/** What a title makes of its bearer: the noun a later description uses. `Gen.` is later `the general`. */
export const TITLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dr: 'doctor',
    doctor: 'doctor',
    prof: 'professor',
    professor: 'professor',
    rev: 'reverend',
    reverend: 'reverend',
    father: 'priest',
    sister: 'nun',
    pastor: 'pastor',
    bishop: 'bishop',
    archbishop: 'archbishop',
    cardinal: 'cardinal',
    pope: 'pope',
    rabbi: 'rabbi',
    imam: 'imam',
    sheikh: 'sheikh',
    ayatollah: 'ayatollah',
    president: 'president',
    pres: 'president',
    chancellor: 'chancellor',
    premier: 'premier',
    minister: 'minister',
    secretary: 'secretary',
    undersecretary: 'undersecretary',
    senator: 'senator',
    senators: 'senator',
    sen: 'senator',
    sens: 'senator',
    representative: 'representative',
    representatives: 'representative',
    rep: 'representative',
    reps: 'representative',
    congressman: 'congressman',
    congresswoman: 'congresswoman',
    assemblyman: 'assemblyman',
    assemblywoman: 'assemblywoman',
    delegate: 'delegate',
    councilman: 'councilman',
    councilwoman: 'councilwoman',
    councillor: 'councillor',
    cllr: 'councillor',
    coun: 'councillor',
    councilmember: 'councilmember',
    member: 'member',
    trustee: 'trustee',
    treasurer: 'treasurer',
    principal: 'principal',
    engineer: 'engineer',
    manager: 'manager',
    warden: 'warden',
    ombudsman: 'ombudsman',
    alderman: 'alderman',
    commissioner: 'commissioner',
    governor: 'governor',
    gov: 'governor',
    govs: 'governor',
    mayor: 'mayor',
    comptroller: 'comptroller',
    auditor: 'auditor',
    registrar: 'registrar',
    provost: 'provost',
    speaker: 'speaker',
    leader: 'leader',
    whip: 'whip',
    chairman: 'chairman',
    chairwoman: 'chairwoman',
    chair: 'chair',
    director: 'director',
    attorney: 'attorney',
    atty: 'attorney',
    prosecutor: 'prosecutor',
    solicitor: 'solicitor',
    ambassador: 'ambassador',
    amb: 'ambassador',
    envoy: 'envoy',
    judge: 'judge',
    justice: 'justice',
    general: 'general',
    gen: 'general',
    maj: 'major',
    brig: 'general',
    brigadier: 'brigadier',
    colonel: 'colonel',
    col: 'colonel',
    lieutenant: 'lieutenant',
    lt: 'lieutenant',
    captain: 'captain',
    capt: 'captain',
    commander: 'commander',
    cmdr: 'commander',
    admiral: 'admiral',
    adm: 'admiral',
    sergeant: 'sergeant',
    sgt: 'sergeant',
    corporal: 'corporal',
    cpl: 'corporal',
    private: 'private',
    pvt: 'private',
    pfc: 'private',
    officer: 'officer',
    detective: 'detective',
    det: 'detective',
    inspector: 'inspector',
    insp: 'inspector',
    superintendent: 'superintendent',
    supt: 'superintendent',
    constable: 'constable',
    sheriff: 'sheriff',
    deputy: 'deputy',
    chief: 'chief',
    executive: 'chief',
    king: 'king',
    queen: 'queen',
    prince: 'prince',
    princess: 'princess',
    emperor: 'emperor',
    sultan: 'sultan',
    coach: 'coach',
    ceo: 'chief',
    cfo: 'chief',
    editor: 'editor',
    reporter: 'reporter',
    correspondent: 'correspondent',
    spokesman: 'spokesman',
    spokeswoman: 'spokeswoman',
    spokesperson: 'spokesperson',
    strategist: 'strategist',
    activist: 'activist',
    actor: 'actor',
    actress: 'actress',
    candidate: 'candidate',
    nominee: 'nominee',
    aunt: 'aunt',
    uncle: 'uncle',
    grandma: 'grandmother',
    grandpa: 'grandfather',
  }),
);

/** What may follow `of` inside a title: `Secretary of State`, `Director of National Intelligence`, `Chief of Staff`. */
export const TITLE_OBJECTS: ReadonlySet<string> = new Set(
  (
    'state defense defence staff homeland security commerce labor labour energy agriculture education treasury justice ' +
    'transportation transport housing health human services urban development interior veterans affairs national ' +
    'intelligence police operations communications war foreign finance the and trade science naval communications'
  ).split(' '),
);

/** Names that begin with a word that is elsewhere a title: `General Motors` is nobody's rank. */
export const NO_TITLE_BEFORE: ReadonlySet<string> = new Set(
  (
    'motors electric mills dynamics assembly services court accounting election league counsel hospital post office ' +
    'states state countries nations committee board council branch order orders action privilege'
  ).split(' '),
);

/** Written after a surname: `John Hale Jr.` */
export const NAME_SUFFIXES: ReadonlySet<string> = new Set([
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
  'esq',
  'phd',
  'md',
  'kc',
  'qc',
  'mp',
  'mep',
  'msp',
  'mla',
  'obe',
  'mbe',
  'cbe',
  'dbe',
  'san',
  'frs',
]);

/** Lower-case parts of a person's name: `Ursula van der Berg`, `Omar bin Said`. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'de del della di da dos das du van von vanden der den ter ten bin bint ibn al el la le y zu af av'.split(
    ' ',
  ),
);

/** Forms of address and titles that tell the bearer's gender. */
export const TITLE_GENDER: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ...[...HONORIFICS].filter((entry): entry is [string, Gender] => entry[1] !== null),
  ...'king prince emperor sultan pope father imam congressman assemblyman councilman alderman chairman spokesman actor uncle grandpa'
    .split(' ')
    .map((word): [string, Gender] => [word, 'male']),
  ...'queen princess sister congresswoman assemblywoman councilwoman chairwoman spokeswoman actress aunt grandma'
    .split(' ')
    .map((word): [string, Gender] => [word, 'female']),
]);

/** Titles of ranks, as `TITLES` names them: who is called by one is not called `Miss` as well. */
export const RANKS: ReadonlySet<string> = new Set(
  (
    'general major colonel brigadier lieutenant captain commander admiral sergeant corporal private inspector ' +
    'superintendent constable sheriff king prince emperor sultan'
  ).split(' '),
);

/**
 * Nouns of bodies, papers and crowds: what stands behind a source that is nobody's name.
 *
 * Left out: nouns that name a body only inside a name (`house`, `post`, `times`) are in `NAME_ONLY`; `party` counts as a
 * body, although people give parties too; `side` and `camp` count as bodies, as political copy uses them.
 */

/** Nouns of one body, which may be referred to as `the …` again: `the ministry`. */
export const ORGANISATION_NOUNS: ReadonlySet<string> = new Set(
  (
    'ministry department agency bureau office administration commission committee subcommittee council board panel ' +
    'authority court senate parliament congress assembly legislature government cabinet army navy force military ' +
    'police pentagon embassy consulate treasury university college school institute institution academy center centre ' +
    'foundation association organization organisation society federation confederation alliance coalition union league ' +
    'party campaign camp team group company corporation corp inc ltd llc co firm bank fund trust exchange business ' +
    'startup manufacturer carmaker automaker airline retailer publisher newspaper paper magazine network station ' +
    'broadcaster channel outlet website newsroom tabloid daily weekly journal hospital clinic church mosque diocese charity nonprofit ' +
    'corps club museum library laboratory lab think-tank thinktank task administration delegation embassy regime ' +
    'service services bureau caucus super-pac pac conference brigade division unit command ' +
    'tribunal registry inspectorate watchdog regulator conservancy utility consultancy partnership cooperative ' +
    'district county city town village state nation country kingdom republic studio label brand chain'
  ).split(' '),
);

/** Parts of names of bodies that are no such noun on their own: `The Harbor Times`, `White House`. */
export const NAME_ONLY: ReadonlySet<string> = new Set(
  (
    'times post herald tribune gazette news press chronicle observer guardian telegraph globe examiner sentinel courier ' +
    'house street motors airlines systems technologies industries holdings partners capital securities records pictures ' +
    'entertainment media communications nations affairs forces states front movement project initiative network ' +
    'nato fbi cia bloc studies research international united workers conservancy republic ' +
    'representatives commons lords reserve tank labs biotech pharma pharmaceuticals therapeutics bancorp group stores brothers foods energy petroleum airways rail'
  ).split(' '),
);

/** Nouns that make a body's name with the name before them, though in lower case: `the Hale campaign`, `Lindale police`. */
export const LOWER_CASE_BODIES: ReadonlySet<string> = new Set(
  (
    'campaign administration government police team camp ministry foundation military army party organization ' +
    'organisation department embassy court parliament senate cabinet regime delegation council'
  ).split(' '),
);

/** Which kind of body `the agency`, `the bank` may refer to: word to words that may stand in the body's own name. */
export const ORGANISATION_KINDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    agency: [
      'agency',
      'bureau',
      'administration',
      'service',
      'services',
      'department',
      'commission',
      'office',
      'investigations',
      'authority',
      'center',
      'centers',
      'inspectorate',
    ],
    department: ['department', 'ministry'],
    ministry: ['ministry'],
    newspaper: [
      'times',
      'post',
      'herald',
      'tribune',
      'gazette',
      'chronicle',
      'observer',
      'guardian',
      'telegraph',
      'globe',
      'journal',
      'news',
      'examiner',
      'sentinel',
      'courier',
      'daily',
      'star',
      'sun',
      'mirror',
      'register',
      'inquirer',
      'record',
    ],
    paper: [
      'times',
      'post',
      'herald',
      'tribune',
      'gazette',
      'chronicle',
      'observer',
      'guardian',
      'telegraph',
      'globe',
      'journal',
      'examiner',
      'sentinel',
      'courier',
      'star',
      'sun',
      'mirror',
      'register',
      'inquirer',
    ],
    magazine: ['magazine', 'review', 'weekly'],
    network: [
      'network',
      'news',
      'television',
      'broadcasting',
      'cnn',
      'nbc',
      'abc',
      'cbs',
      'fox',
      'bbc',
      'msnbc',
    ],
    bank: ['bank', 'bancorp', 'banking', 'reserve'],
    company: [
      'company',
      'co',
      'corp',
      'corporation',
      'inc',
      'ltd',
      'llc',
      'industries',
      'holdings',
      'motors',
      'systems',
      'technologies',
      'airlines',
      'energy',
      'foods',
      'stores',
      'partners',
    ],
    firm: ['firm', 'partners', 'llc', 'capital', 'group', 'associates', 'holdings', 'consultancy'],
    airline: ['airlines', 'airways', 'air'],
    court: ['court', 'tribunal'],
    university: ['university'],
    college: ['college'],
    school: ['school', 'academy'],
    union: ['union', 'workers', 'brotherhood', 'federation'],
    party: ['party', 'democrats', 'republicans'],
    campaign: ['campaign'],
    group: [
      'group',
      'association',
      'coalition',
      'alliance',
      'foundation',
      'network',
      'society',
      'league',
      'front',
      'movement',
      'union',
      'project',
      'institute',
      'council',
      'center',
      'federation',
      'committee',
    ],
    organization: [
      'organization',
      'organisation',
      'association',
      'foundation',
      'society',
      'league',
      'union',
      'institute',
      'council',
      'federation',
    ],
    organisation: [
      'organization',
      'organisation',
      'association',
      'foundation',
      'society',
      'league',
      'union',
      'institute',
      'council',
      'federation',
    ],
    foundation: ['foundation', 'fund', 'trust'],
    commission: ['commission'],
    committee: ['committee', 'subcommittee', 'panel'],
    panel: ['panel', 'committee', 'commission', 'board'],
    board: ['board'],
    council: ['council'],
    bureau: ['bureau'],
    office: ['office'],
    administration: ['administration'],
    government: ['government'],
    hospital: ['hospital', 'clinic', 'infirmary'],
    association: ['association'],
    institute: ['institute'],
    center: ['center', 'centre'],
    coalition: ['coalition', 'alliance'],
    army: ['army'],
    corps: ['corps'],
    church: ['church', 'diocese'],
    museum: ['museum', 'gallery'],
    charity: ['charity', 'foundation', 'trust', 'relief'],
    police: ['police'],
  }),
);

/** Things that say or show something: a document as a source has no person behind it. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(
  (
    'report statement study survey poll polling analysis article story editorial column op-ed piece essay book memoir ' +
    'biography novel chapter letter email e-mail memo memorandum note message tweet post blog text transcript video ' +
    'recording tape audio footage clip film documentary movie ad advertisement commercial spot broadcast program ' +
    'programme podcast interview speech remarks testimony affidavit filing lawsuit suit complaint indictment petition ' +
    'motion brief ruling decision verdict opinion order law bill act legislation amendment statute constitution treaty ' +
    'agreement contract deal resolution proposal plan policy guidelines rule rules regulation regulations document ' +
    'documents paper record records data database figures statistics numbers results findings census count tally ' +
    'index chart graph map photo photograph picture image release announcement headline caption sign placard banner ' +
    'poster billboard leaflet flyer brochure website page list spreadsheet budget audit review evaluation assessment ' +
    'inquiry investigation probe research evidence model forecast projection estimate estimates theory summary ' +
    'dossier file files archive letter postcard diary journal scripture bible manual handbook guide dictionary ' +
    'encyclopedia song lyrics poem play quote quotation standards terms dispatch bulletin advisory warning notice ' +
    'minutes emails tweets messages polls studies surveys reports ads letters accounts logs receipts returns history'
  ).split(' '),
);

/** Documents that are one act of saying: the ministry's statement is the ministry speaking. */
export const UTTERANCE_NOUNS: ReadonlySet<string> = new Set(
  (
    'statement letter email e-mail tweet tweets post message remarks testimony speech comments comment announcement ' +
    'release reply response answer address account version words word lawyers-letter note claim claims argument ' +
    'explanation assertion suggestion warning admission declaration interview call appeal complaint'
  ).split(' '),
);

/** Nouns for several people at once, besides the plurals of role nouns. */
export const GROUP_NOUNS: ReadonlySet<string> = new Set(
  (
    'people public crowd audience media press community family couple staff electorate majority minority base ' +
    'leadership establishment faithful couple duo trio pair police authorities officials sources insiders others ' +
    'men women parents kids folks youth millennials elites masses viewers readers users families households ' +
    'markets americans democrats republicans conservatives liberals progressives libertarians independents moderates ' +
    'evangelicals christians muslims jews catholics latinos hispanics whites blacks ' +
    'allies surrogates loyalists backers fans followers detractors skeptics sceptics proponents observers pundits ' +
    'experts critics aides advisers advisors rivals opponents voters respondents percent delegates ' +
    'countries nations states companies groups organizations organisations firms agencies universities banks ' +
    'campaigns parties unions outlets networks newspapers governments ministries departments courts relatives ' +
    'neighbors neighbours friends colleagues executives residents citizens troops forces ranks circles quarters'
  ).split(' '),
);

/** Nouns of peoples and parties that stand before or for a person: `Democrat Ana Ruiz`, `the Republican`. */
export const PEOPLES: ReadonlySet<string> = new Set(
  (
    'democrat democratic republican gop libertarian labour conservative tory liberal american british english scottish ' +
    'welsh irish french german italian spanish portuguese dutch belgian swiss austrian swedish norwegian danish finnish ' +
    'polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian belarusian georgian armenian ' +
    'israeli palestinian syrian iraqi iranian saudi egyptian lebanese jordanian kurdish yemeni libyan tunisian ' +
    'moroccan algerian nigerian kenyan ethiopian somali sudanese ghanaian african indian pakistani afghan ' +
    'bangladeshi chinese japanese korean vietnamese thai indonesian filipino malaysian australian canadian mexican ' +
    'cuban brazilian argentine chilean colombian venezuelan peruvian ecuadorian bolivian jamaican haitian serbian croatian ' +
    'bosnian slovenian latvian lithuanian estonian icelandic maltese cypriot qatari kuwaiti emirati nepali singaporean ' +
    'taiwanese cambodian burmese mongolian kazakh uzbek zimbabwean zambian ugandan tanzanian rwandan senegalese ' +
    'european asian arab muslim christian jewish ' +
    'catholic soviet latino hispanic black white'
  ).split(' '),
);

/** Nouns for one of a people that are no adjectives. */
const NATIONALS: ReadonlySet<string> = new Set(
  'briton scot englishman irishman welshman frenchman dutchman spaniard dane swede finn pole turk serb croat swiss'.split(
    ' ',
  ),
);

/** Whether `the …` can be one person of a people: `the German`, `the Briton`; not `the French`, who are many. */
export function isOfPeople(word: string): boolean {
  return NATIONALS.has(word) || (PEOPLES.has(word) && /(?:an|li|qi|ni|ti|ri|li|greek|czech)$/.test(word));
}

/** One word for every way of naming a party: `GOP` and `Republican` are one. */
export const PARTIES: ReadonlyMap<string, string> = new Map([
  ['gop', 'republican'],
  ['republican', 'republican'],
  ['democratic', 'democrat'],
  ['democrat', 'democrat'],
  ['conservative', 'conservative'],
  ['tory', 'conservative'],
  ['labour', 'labour'],
  ['libertarian', 'libertarian'],
  ['independent', 'independent'],
]);

/** Who hears evidence: `the court heard`, `jurors were told`. */
export const HEARING_BODIES: ReadonlySet<string> = new Set(
  (
    'court jury juries jurors inquest tribunal inquiry enquiry hearing trial magistrates judge judges coroner panel ' +
    'committee commission parliament senators lawmakers councillors mps peers'
  ).split(' '),
);

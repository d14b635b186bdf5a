/**
 * Nouns for what a person is: `the spokesman`, `a neighbor`. Lower case, singular.
 *
 * Left out: nouns that are persons only in passing (`figure`, `star`, `head`, `face`, `voice`), which stand for things
 * as often; names of peoples and parties, which are in `PEOPLES`.
 */
import type { Gender } from './titles.ts';

const MALE =
  'man boy guy gentleman father dad husband son brother uncle nephew grandfather grandson widower boyfriend stepfather ' +
  'spokesman chairman congressman assemblyman councilman alderman businessman policeman fireman salesman frontman ' +
  'fisherman serviceman gunman cameraman anchorman ombudsman craftsman king prince actor waiter priest ' +
  'groom monk bishop sheikh butler footman valet coachman postman milkman barman doorman foreman trawlerman lifeboatman ' +
  'boatman ferryman yachtsman oarsman seaman headmaster duke baron viscount baronet batsman fiancé stepson grandfather godfather';

const FEMALE =
  'woman girl lady mother mom mum wife daughter sister aunt niece grandmother granddaughter widow girlfriend stepmother ' +
  'spokeswoman chairwoman congresswoman assemblywoman councilwoman businesswoman policewoman actress waitress nun ' +
  'bride queen princess duchess heroine saleswoman midwife maid governess dowager countess baroness headmistress matron ' +
  'barmaid landlady hostess seamstress stewardess ballerina fiancée stepdaughter godmother forewoman mamma';

const EITHER =
  'person parent child spouse partner friend neighbor neighbour colleague cousin teenager adult relative fiance ' +
  'spokesperson chair chairperson president chancellor premier minister secretary undersecretary senator ' +
  'representative lawmaker legislator delegate councillor councilmember councilor commissioner governor mayor speaker ' +
  'leader whip director chief executive ceo cfo manager supervisor boss founder cofounder co-founder owner operator ' +
  'entrepreneur investor banker broker developer mogul magnate billionaire millionaire tycoon employer employee worker ' +
  'staffer aide adviser advisor assistant deputy official officer agent operative strategist consultant pollster ' +
  'lobbyist donor fundraiser organizer organiser activist advocate campaigner volunteer supporter opponent critic ' +
  'candidate nominee frontrunner front-runner contender challenger incumbent rival hopeful politician statesman ' +
  'democrat republican conservative liberal progressive libertarian independent moderate socialist ' +
  'lawyer attorney prosecutor solicitor barrister judge justice magistrate juror plaintiff defendant suspect victim ' +
  'witness inmate prisoner detective inspector investigator superintendent constable sheriff sergeant corporal private ' +
  'lieutenant captain major colonel general brigadier admiral commander marshal soldier marine sailor pilot veteran ' +
  'guard ambassador envoy diplomat negotiator mediator doctor gp physician surgeon nurse psychiatrist psychologist ' +
  'therapist patient dentist pharmacist paramedic epidemiologist virologist scientist researcher economist historian ' +
  'analyst expert scholar academic professor lecturer teacher principal dean student pupil graduate undergraduate ' +
  'alumnus superintendent librarian engineer architect designer programmer technician mechanic electrician plumber ' +
  'carpenter builder contractor driver trucker farmer rancher fisher miner baker chef cook bartender shopkeeper ' +
  'retailer merchant tailor hairdresser landlord tenant homeowner resident citizen voter taxpayer immigrant migrant ' +
  'refugee native traveler traveller tourist passenger commuter customer consumer buyer seller dealer ' +
  'author writer novelist poet playwright journalist reporter correspondent columnist editor publisher blogger ' +
  'commentator host anchor moderator presenter broadcaster producer filmmaker director photographer artist painter ' +
  'sculptor musician singer rapper songwriter composer conductor pianist guitarist dancer comedian entertainer ' +
  'celebrity athlete player coach manager captain goalkeeper striker quarterback runner swimmer boxer champion ' +
  'referee umpire trainer pastor minister rabbi imam cleric reverend chaplain archbishop cardinal pope evangelist ' +
  'missionary theologian philosopher narrator spectator bystander passerby protester protestor demonstrator ' +
  'questioner interviewer interviewee caller respondent participant attendee member biographer chronicler ' +
  'whistleblower informant insider observer scientist geologist biologist chemist physicist meteorologist forecaster ' +
  'ecologist astronomer archaeologist anthropologist sociologist statistician demographer criminologist ' +
  'coordinator treasurer accountant auditor actuary trader strategist comptroller controller registrar clerk ' +
  'administrator inventor explorer ranger firefighter responder coroner examiner ombudsperson curator ' +
  'bishop heir heiress survivor newcomer outsider maverick veteran stranger giant elder prophet ' +
  'skipper midfielder defender winger forward cricketer footballer golfer cyclist sprinter skier jockey rower bowler ' +
  'scorer housekeeper gardener vicar rector curate headteacher drummer bassist violinist cellist soprano tenor ' +
  'restaurateur hotelier sommelier naturalist botanist entomologist vet beekeeper shepherd crofter lifeguard coxswain ' +
  'steward courier rider welder joiner cleaner caretaker janitor porter bailiff usher shopper pensioner retiree ' +
  'shareholder backbencher peer docker dockworker lasher cabbie bricklayer roofer';

const entries: [string, Gender | null][] = [
  ...EITHER.split(' ').map((word): [string, null] => [word, null]),
  ...MALE.split(' ').map((word): [string, Gender] => [word, 'male']),
  ...FEMALE.split(' ').map((word): [string, Gender] => [word, 'female']),
];

/** Nouns for one person with the gender they tell. */
export const ROLE_NOUNS: ReadonlyMap<string, Gender | null> = new Map(entries);

/** Nouns that mean the same office, so that `the congressman` finds `Rep. Ana Ruiz`: word to the word that stands for all. */
export const ROLE_SYNONYMS: ReadonlyMap<string, string> = new Map(
  [
    ['spokesman', 'spokeswoman', 'spokesperson'],
    ['chairman', 'chairwoman', 'chairperson', 'chair'],
    ['representative', 'congressman', 'congresswoman', 'congressperson'],
    ['nominee', 'candidate', 'contender', 'frontrunner', 'hopeful'],
    ['lawyer', 'attorney', 'counsel'],
    ['doctor', 'physician'],
    ['reporter', 'journalist', 'correspondent'],
    ['writer', 'author'],
    ['adviser', 'advisor'],
    [
      'businessman',
      'businesswoman',
      'entrepreneur',
      'mogul',
      'magnate',
      'tycoon',
      'billionaire',
      'developer',
    ],
    ['councilman', 'councilwoman', 'councilmember', 'councillor', 'councilor'],
    ['professor', 'academic', 'scholar'],
    ['actor', 'actress'],
    ['chief', 'executive', 'ceo', 'boss'],
    ['neighbor', 'neighbour'],
    ['filmmaker', 'director'],
    ['officer', 'policeman', 'policewoman'],
    ['prosecutor', 'attorney-general'],
  ].flatMap(([first, ...others]) => others.map((other): [string, string] => [other, first!])),
);

/** Offices that are also described as a wider one: a senator is a lawmaker. Narrow word to wider words. */
export const WIDER_ROLES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    gp: ['doctor', 'physician'],
    senator: ['lawmaker', 'legislator', 'politician', 'democrat', 'republican'],
    representative: ['lawmaker', 'legislator', 'politician', 'democrat', 'republican', 'member'],
    governor: ['politician'],
    mayor: ['politician'],
    spokesman: ['official', 'aide'],
    secretary: ['official', 'diplomat'],
    ambassador: ['diplomat', 'envoy', 'official'],
    director: ['official', 'executive'],
    deputy: ['official'],
    commissioner: ['official'],
    general: ['commander', 'officer', 'soldier'],
    colonel: ['officer', 'commander'],
    sergeant: ['officer', 'soldier'],
    lieutenant: ['officer'],
    captain: ['officer'],
    detective: ['officer', 'investigator'],
    inspector: ['officer', 'detective'],
    superintendent: ['officer'],
    constable: ['officer'],
    chief: ['official'],
    president: ['leader'],
    chancellor: ['leader'],
    minister: ['leader', 'official', 'politician'],
    professor: ['researcher', 'scientist', 'expert', 'teacher'],
    economist: ['expert', 'researcher', 'analyst'],
    reporter: ['writer'],
    columnist: ['writer', 'reporter'],
    singer: ['musician', 'artist', 'entertainer'],
    filmmaker: ['artist'],
    aide: ['official', 'staffer'],
    adviser: ['official', 'aide'],
  }),
);

/** Irregular plurals of role nouns; the regular ones end in -s. */
export const ROLE_PLURALS: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['children', 'child'],
  ['wives', 'wife'],
  ['secretaries', 'secretary'],
  ['attorneys', 'attorney'],
  ['ladies', 'lady'],
  ['deputies', 'deputy'],
  ['celebrities', 'celebrity'],
  ['alumni', 'alumnus'],
  ['passersby', 'passerby'],
]);

/** What learned professions end in: `cardiologist`, `neurosurgeon`, `paediatrician`, `choreographer`. */
const PROFESSION = /.(?:ologist|surgeon|iatrician|grapher)$/;

/** The singular of a role noun as written, or undefined when it is none. `spokesmen` → `spokesman`. */
export function singularRole(word: string): { readonly noun: string; readonly plural: boolean } | undefined {
  if (ROLE_NOUNS.has(word) || PROFESSION.test(word)) return { noun: word, plural: false };
  const irregular = ROLE_PLURALS.get(word);
  if (irregular) return { noun: irregular, plural: true };
  if (word.endsWith('men') && ROLE_NOUNS.has(`${word.slice(0, -2)}an`))
    return { noun: `${word.slice(0, -2)}an`, plural: true };
  if (word.endsWith('es') && ROLE_NOUNS.has(word.slice(0, -2)))
    return { noun: word.slice(0, -2), plural: true };
  if (word.endsWith('s') && ROLE_NOUNS.has(word.slice(0, -1)))
    return { noun: word.slice(0, -1), plural: true };
  return undefined;
}

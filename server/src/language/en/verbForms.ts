/**
 * Irregular English verbs, each line the base form, then its other forms; and the auxiliaries.
 *
 * The commonest of news and speech. Left out: forms equal to the base ("cut", "put"), which cannot show a change, and
 * verbs whose past is another common word only rarely meant as a verb ("wound").
 */
const IRREGULAR =
  'be am is are was were been being|have has had having|do does did done doing|go goes went gone|say said|get got gotten|' +
  'make made|know knew known|think thought|take took taken|see saw seen|come came|give gave given|find found|tell told|' +
  'become became|show shown|leave left|feel felt|bring brought|begin began begun|keep kept|hold held|write wrote written|' +
  'stand stood|hear heard|mean meant|meet met|run ran|pay paid|sit sat|speak spoke spoken|lie lay lain|lead led|grow grew grown|' +
  'lose lost|fall fell fallen|send sent|build built|understand understood|draw drew drawn|break broke broken|spend spent|' +
  'rise rose risen|drive drove driven|buy bought|wear wore worn|choose chose chosen|seek sought|throw threw thrown|catch caught|' +
  'deal dealt|win won|forget forgot forgotten|fight fought|teach taught|eat ate eaten|sing sang sung|sell sold|fly flew flown|' +
  'strike struck stricken|shoot shot|sleep slept|steal stole stolen|swear swore sworn|withdraw withdrew withdrawn|' +
  'arise arose arisen|bear bore borne|beat beaten|bind bound|blow blew blown|dig dug|drink drank drunk|flee fled|hang hung|' +
  'hide hid hidden|ride rode ridden|ring rang rung|shake shook shaken|shrink shrank shrunk|sink sank sunk|slide slid|' +
  'spring sprang sprung|stick stuck|swim swam swum|swing swung|tear tore torn|wake woke woken|forbid forbade forbidden|' +
  'forgive forgave forgiven|undertake undertook undertaken|overcome overcame|freeze froze frozen|bend bent|lend lent|bite bit bitten';

/** From every irregular form to its base. */
export const IRREGULAR_BASES: ReadonlyMap<string, string> = new Map(
  IRREGULAR.split('|').flatMap((line) => {
    const [base, ...forms] = line.split(' ');
    return forms.map((form) => [form, base!] as const);
  }),
);

/** Forms of "be", "have" and "do": with another verb they make its tense. */
export const AUXILIARIES: ReadonlySet<string> = new Set(
  'be am is are was were been being have has had having do does did'.split(' '),
);

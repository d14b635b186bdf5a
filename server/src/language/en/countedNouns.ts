/**
 * Nouns that change how a count is judged. Lower case, singular and plural.
 * Left out: nouns that are as often ordinary ("cases" is kept: in news it is mostly illness or court business).
 */
function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

/** Who died, was hurt, held or driven out: a source is wanted for the smallest of these counts. */
export const CASUALTY_NOUNS = words(`
  death deaths fatality fatalities casualty casualties victim victims injury injuries body bodies hostage hostages
  refugee refugees migrant migrants detainee detainees prisoner prisoners arrest arrests murder murders killing killings
  shooting shootings rape rapes assault assaults suicide suicides homicide homicides overdose overdoses corpse corpses
  survivor survivors missing wounded dead injured killed`);

/** Verbs that make any count of people a casualty figure when they stand in its clause. */
export const CASUALTY_VERBS = words(`
  killed kills kill died die dies dead wounded wounds injured injures hurt slain shot murdered displaced infected arrested
  detained hospitalised hospitalized drowned executed deported evacuated missing`);

/** Counts that somebody must have compiled. */
export const STATISTICAL_NOUNS = words(`
  vote votes voter voters ballot ballots delegate delegates elector electors job jobs layoff layoffs worker workers
  employee employees troop troops soldier soldiers case cases infection infections hospitalisation hospitalisations
  hospitalization hospitalizations unit units sale sales order orders customer customers user users subscriber subscribers
  household households home homes resident residents immigrant immigrants claim claims complaint complaints crime crimes
  incident incidents accident accidents crash crashes attack attacks strike strikes airstrike airstrikes student students
  patient patients visitor visitors passenger passengers tourist tourists download downloads viewer viewers email emails
  document documents adult adults respondent respondents barrel barrels share shares point points seat seats people
  person civilian civilians militant militants fighter fighters supporter supporters protester protesters inmate inmates
  business businesses base bases`);

/** What elections are counted in: official results, published as they come. */
export const PUBLIC_RESULTS = words(`
  delegate delegates superdelegate superdelegates elector electors vote votes seat seats ballot ballots precinct precincts`);

/** Nouns that are plural, or count as such, without an "s". */
export const PLURALS_WITHOUT_S = words(`
  people men women children police troops cattle sheep fish deer aircraft spacecraft series species personnel staff
  teeth geese mice feet media data criteria phenomena policemen policewomen firemen congressmen congresswomen salesmen
  servicemen servicewomen fishermen businessmen gunmen spokesmen grandchildren schoolchildren wives lives others dead
  poor homeless wounded injured youth faithful alumni craft offspring horsepower percent crossbowmen`);

/** After a number and with money they make an event's practical details: `tickets are $20`. */
export const LOGISTICS_WORDS = words(`
  ticket tickets admission entry registration rsvp doors parking`);

/** Verbs that follow a number they say something of: `a family of four spends`. */
export const NEVER_COUNTED_VERBS = words(`
  spends costs needs wants says makes gives shows takes seems becomes remains equals exceeds includes suggests
  indicates represents lives earns gets goes comes helps leads leaves`);

/** Words that follow a count as an adverb of time or place, not as part of what is counted. */
export const NEVER_COUNTED = words(`
  today yesterday tomorrow tonight last next this earlier later ago monday tuesday wednesday thursday friday saturday
  sunday january february march april june july august september october november december worldwide nationwide each
  apiece means overall total altogether alone higher lower respectively more away long wide tall deep high old thick`);

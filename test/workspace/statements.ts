/**
 * Statements of invented people, with the places where one word makes a difference.
 *
 * `{kind:source~changed~changed}` holds the source's words first, then what a careless report may put there, and the kind
 * of change that is.
 */
export const STATEMENTS: readonly string[] = [
  'The harbour board {negation:will not~will} raise its fees before {replaced:spring~autumn}, and {person:we~they} {negation:have never~have always~have} asked the {name:Lindqvist~Maroney} family for a loan.',
  'Our district spent {number:4.2~4.7~2.4~42} {magnitude:million~billion~thousand} on the new bridge, which {tense:is~was} {number:12~21~19} percent more than {name:Treasurer Abena Osei~Treasurer Paul Hendry} promised.',
  '{person:I~He~She} {modal:may~will~must} ask the council to {replaced:close~reopen} the quarry, because the dust {tense:is~was} reaching the school in {name:Velden~Marske}.',
  'Nobody on the committee {modal:should~must~may} be surprised that {number:three~five~seven} of the {number:90~19~60} boats failed the inspection.',
  'We {negation:did not find~did find~found} any trace of lead in the {replaced:water~soil}, and the laboratory {modal:can~must~might} repeat the test in {number:14~40~24} days.',
  'The orchestra {modal:could~will~should} move to {name:Brackwater~Tillingham} next year, {name:Ines Calloway~Dora Whitlock} told the trustees, but the city {negation:has not agreed~has agreed} to anything.',
  'About {number:5,000~2,000~50,000~500} people {tense:walk~walked} across this square every morning, and {person:they~we} {negation:cannot~can} all be wrong about the {replaced:noise~smell}.',
  'The company {tense:says~said} it paid {number:$1.2~$2.1~$1.7} {magnitude:billion~million} for the {replaced:ferries~trains}, and {negation:no~every} auditor has questioned the price.',
  'It is {negation:impossible~possible} for the clinic to {replaced:treat~admit} everyone who comes, {name:Doctor Rehana Malik~Doctor Simon Farrow} said in the letter.',
  'Under this plan the toll {modal:would~should~might} fall by {number:30~13~80} cents, and drivers from {name:Easterholm~Wickmere} would save {number:$200~$20~$700} a year.',
  '{person:My~His~Her} office {negation:never~always} received the report, and {person:I~he} {tense:was~is} not told that {number:16~60~61} pages were missing.',
  'The drought {tense:has~had} cost growers {number:80~18~8} {magnitude:thousand~million} tonnes of {replaced:barley~wheat}, and the reservoir at {name:Corran~Dunmore} is {negation:not~now} full.',
  'Voters in {name:Penhallow~Strathmere} {modal:must~may~can} register by {number:9~19~29} October, and they {negation:do not need~do need} a passport to do it.',
  'The museum {tense:owns~owned} {number:640~460~64} paintings by {name:Greta Solberg~Maud Erikson}, of which only {number:eleven~twelve~seven} hang in the {replaced:main~small} hall.',
  'There is {negation:no~some} evidence that the mayor {tense:knew~knows} of the {replaced:leak~deal} before {name:Tobias Ferrante~Lucas Brandt} resigned.',
  'We {modal:will~might~could} build {number:350~530~35} homes on the old airfield, and {negation:none~all} of them will stand in the flood zone near {name:Halloway~Ridgeford}.',
  'The strike {negation:is not~is} over, {name:Secretary Mirela Dumont~Secretary Carl Jansen} said, and the drivers {modal:shall~may} stay out for {number:six~two~sixteen} more weeks.',
  'Our teachers {tense:earn~earned} {number:8~18~80} percent less than those in {name:Osterley~Kingsholm}, and {person:we~you} {negation:cannot~can} keep pretending that this does not {replaced:matter~cost}.',
  'The vaccine {tense:protects~protected} {number:94~49~64} of every {number:100~1,000} patients, and it {negation:does not cause~does cause~causes} the fever described in the {replaced:article~complaint}.',
  '{person:She~He~I} {tense:wants~wanted} the ministry to publish all {number:23~32~13} letters, including those that {name:Judge Amos Keller~Judge Nora Pruitt} {negation:refused~agreed} to read.'.replace(
    '{negation:refused~agreed}',
    'refused',
  ),
  'The tunnel {modal:should~will~might} open in {number:2031~2013~2037}, after {number:eight~eighteen~nine} years of work that cost {number:3.4~4.3~34} {magnitude:billion~trillion~million}.',
  'Farmers {negation:without~with} a well {tense:have~had} lost half their {replaced:herd~crop}, and the {name:Anselm~Bertrand} Foundation {modal:can~should} pay for {number:two hundred~three hundred~nine hundred} pumps.',
  'The judge {tense:told~tells} us that {negation:neither~both} of the contracts {modal:could~must} be shown to {name:Harriet Oakes~Vivian Stroud}.',
  'This airline {tense:carries~carried} {number:6~16~60} {magnitude:million~thousand} passengers, and {negation:hardly~nearly} any of {person:them~us} have {replaced:complained~returned}.'.replace(
    '{negation:hardly~nearly}',
    'hardly',
  ),
];

/** What stands around a statement in its source, so that it has to be found. */
export const SURROUNDINGS: readonly string[] = [
  'The hearing began shortly after noon and was watched by a full gallery.',
  'A spokesman declined to comment on the details of the proposal.',
  'Residents had waited in the rain since the early morning.',
  'Both sides are to meet again once the minutes have been approved.',
];

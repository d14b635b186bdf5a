/**
 * Verbs and adverbs that give a number its direction. All finite forms are listed, as taggers often miss them in
 * headlines. Left out: nouns ("a 3 percent drop" names the change, the number is its size), "cut" and "add" before
 * counted things (they act on something else), "improve" and "worsen" (direction depends on what is measured).
 */
function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

/** With any number after them: `rose 3 percent`, `fell by 200 jobs`. */
export const RISE_VERBS = words(`
  rise rises rose risen rising increase increases increased increasing climb climbs climbed climbing jump jumps jumped
  jumping soar soars soared soaring surge surges surged surging grow grows grew grown growing advance advances advanced
  advancing rally rallies rallied rallying swell swells swelled swelling balloon ballooned ballooning spike spikes spiked
  spiking leap leaps leapt leaped leaping rocket rocketed rocketing skyrocket skyrocketed skyrocketing rebound rebounds
  rebounded rebounding appreciate appreciated expand expands expanded expanding strengthen strengthened widen widened up`);

export const FALL_VERBS = words(`
  fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases
  decrease decreased decreasing slip slips slipped slipping slide slides slid sliding plunge plunges plunged plunging
  plummet plummets plummeted plummeting tumble tumbles tumbled tumbling sink sinks sank sunk sinking shrink shrinks
  shrank shrunk shrinking slump slumps slumped slumping dip dips dipped dipping crash crashed crashing collapse collapsed
  ease eases eased easing edge retreat retreats retreated retreating contract contracts contracted contracting dwindle
  dwindled weaken weakened depreciate depreciated narrow narrowed narrowing tank tanked down`);

/** Only before rates, index points and money: anything else that is gained or lost is not a level that moves. */
export const GAIN_VERBS = words(
  `gain gains gained gaining add adds added adding tack tacked boost boosted put`,
);
export const LOSS_VERBS = words(`
  lose loses lost losing shed sheds shedding cut cuts cutting reduce reduces reduced reducing trim trimmed trimming
  slash slashed slashing shave shaved`);

/** With what is raised before the number: `raised fares by 5 percent`. */
export const RAISE_VERBS = words(
  `raise raises raised raising hike hikes hiked hiking lift lifts lifted lifting boost boosts boosted boosting`,
);

/** After the number: `closed 0.7 percent higher`. */
export const HIGHER_WORDS = words('higher up upward upwards stronger firmer');
export const LOWER_WORDS = words('lower down downward downwards weaker softer');

/** Verbs with which `up` and `down` keep their sense: `edged up 3 percent`, unlike `make up 3 percent`. */
export const MOVES = words(`
  go goes went gone going edge edges edged edging move moves moved moving tick ticks ticked ticking inch inches inched
  inching trend trends trended trending creep creeps crept creeping close closes closed closing end ends ended ending
  finish finishes finished head heads headed heading push pushed pushing drive drives drove driven sent bid trade trades
  traded trading nudge nudged be been being come came run ran shot shoot`);

/** `edged up`, `trended lower`: the adverb decides, so these verbs are stepped over. */
export const CHANGE_FILLERS = words(`
  by a an another as much many further additional extra the record whopping staggering only just about nearly almost some
  around roughly approximately over under more less than fewer least at up_to well total average estimated of close
  sharply slightly steadily briefly again even still also then nearly fully combined modest net`);

/** Months, weekdays and the words that make a bare four-digit number a year. Lower case, without the final stop. */
function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

/** Left out: "may" and "march" count only capitalised, which the grammar checks. */
export const MONTHS = words(`
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec`);

export const WEEKDAYS = words(`
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun`);

/** Before a year: `in 2016`, `since 1991`, `early 2020`. Left out: "of", "to", "and", "or", which join counts as often. */
export const BEFORE_YEAR = words(`
  in since until till before after during early late mid circa spring summer autumn fall winter year fiscal fy a.d. ad
  bc bce ce class through by`);

/** Before a year so old that the number could count things. */
export const BEFORE_OLD_YEAR = words('in since circa until a.d. ad from after before');

/** After an hour: `11 a.m.`, `7 o'clock`. */
export const CLOCK_WORDS = words(`a.m. p.m. am pm a.m p.m o'clock oclock`);

export const TIME_ZONES = words(
  'gmt bst utc est edt cst cdt mst mdt pst pdt et pt ct cet cest ist hours hrs',
);

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

/** Before a year: `in 2016`, `since 1991`, `early 2020`. */
export const BEFORE_YEAR = words(`
  in since by from to until till before after during between of early late mid circa around about spring summer autumn
  fall winter year years and or through the fiscal fy a.d. ad bc bce ce class back for`);

/** After an hour: `11 a.m.`, `7 o'clock`. */
export const CLOCK_WORDS = words(`a.m. p.m. am pm a.m p.m o'clock oclock`);

export const TIME_ZONES = words(
  'gmt bst utc est edt cst cdt mst mdt pst pdt et pt ct cet cest ist hours hrs',
);

/**
 * Words that make the number after or before them a name: `Section 427`, `Flight 370`, `10 Downing Street`.
 * Left out: "age" and "aged" (ages), "top" and "last" (counts), "grade" and "day" in lower case before a number
 * with a unit, which the grammar reads first.
 */
function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

/** The number after these is an identifier, whatever their letter case. */
export const LABELS_BEFORE = words(`
  section sec article chapter ch page pages p pp paragraph para clause rule title part volume vol issue no nos number numbers
  # row seat gate platform lot unit apartment apt suite room floor level flight route rte highway hwy interstate road
  motorway junction exit channel phase type class category grade tier stage step version model mark episode season
  series game match round heat race lane week day night act scene figure fig table exhibit case docket bill
  proposition prop amendment measure district ward precinct zone area region group pool division team league squadron
  brigade battalion box postcode zip code form bus line bay pier terminal formula apollo planet option question item point
  camp block building house hall studio station sector protocol resolution convention directive regulation covid
  firefighters local ticker isbn issn id`);

/** Indices whose number is their name, also in copy without capitals or ampersand: `sp 500`, `nasdaq 100`. */
export const INDEX_NAMES = words(`
  p&p s&p sp p nasdaq ftse russell asx nikkei dax cac stoxx topix msci fortune forbes tsx csi hsi ta`);

/** The name of a street after its number: `575 Wilbraham Road`. */
export const STREETS = words(`
  street st avenue ave road rd lane ln drive dr boulevard blvd square sq place terrace court ct way highway parkway pkwy
  crescent close row quay hill gardens park mews alley broadway`);

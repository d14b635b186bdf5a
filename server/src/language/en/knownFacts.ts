/**
 * Figures everyone knows, `value unit`: an editor asks no source for them. Left out: populations, prices and anything
 * else that changes; facts about other countries' institutions, which a reader may well want to check.
 */
export const KNOWN_FACTS: ReadonlySet<string> = new Set([
  '7 days',
  '12 months',
  '24 hours',
  '24 hour per day',
  '52 weeks',
  '60 minutes',
  '60 seconds',
  '365 days',
  '366 days',
  '50 states',
  '50 US states',
  '50 U.S. states',
  '100 senators',
  '100 seats',
  '270 electoral votes',
  '270 Electoral College votes',
  '435 seats',
  '538 electoral votes',
  '100 percent',
]);

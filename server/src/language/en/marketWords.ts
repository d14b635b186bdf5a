/**
 * The words of market reports: what is traded, how it moves, and where that is told.
 * Left out: "share" in the singular (mostly a part of something), "real" and "won" (an adjective and a verb), "gas" (at
 * the pump as often as in futures), "prices" of what no exchange trades (houses, food).
 */
function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

/** What is traded in public, where it ends its phrase: `Castwell’s shares`, `Benchmark U.S. crude`, `the yen`. */
export const TRADED = words(`
  shares stock stocks futures crude brent oil gold silver copper platinum palladium nickel aluminium
  aluminum wheat corn soybeans bitcoin ether ethereum dollar euro pound sterling yen yuan renminbi franc rupee ruble
  rouble peso lira rand krona krone ringgit baht yield yields bond bonds treasury treasuries gilt gilts bund bunds
  adrs currency`);

/** Indices: with any of these the phrase is one, whatever else is in it. */
export const INDICES = words(`
  s&p nasdaq dow ftse nikkei dax cac stoxx topix msci kospi sensex nifty ibex asx tsx csi russell composite
  average averages`);

/** `oil prices`, `share prices`: what is before the price says whether an exchange makes it. */
export const PRICES = words('price prices');
export const PRICED = words(
  'oil crude gold silver copper share stock bond wheat corn soybean futures bitcoin brent commodity',
);

/** How a close is told, besides the verbs of change. */
export const QUOTING_VERBS = words(`
  close closes closed closing end ended finish finished settle settled settling trade traded trading open opened stand
  stood changed give gave hit bought buys buy fetched hovered`);

/** Before `trading`: a part of the market's day. */
export const SESSIONS = words(`
  early late morning midday afternoon premarket pre-market after-hours extended electronic asian european london tokyo
  monday tuesday wednesday thursday friday today heavy thin light`);

/**
 * Units of measurement and money, with the name that a quantity carries for each. News units, not the whole of SI.
 * Left out on purpose: "pm" (picometre; in news a time), "score", "stone" (mostly rock), "mark", "crown" alone and
 * "sovereign" (more often no money), "hand", "foot" as a verb's noun ("set foot"), single letters that are as often
 * names (A, J, N, L after a blank). `m` after digits is metres or millions: the grammar decides.
 */
export type UnitKind = 'money' | 'percent' | 'percentage-points' | 'measure' | 'ratio';

export interface Unit {
  readonly name: string;
  readonly kind: UnitKind;
  /** What is measured: two figures are conversions of each other only within one dimension. */
  readonly dimension: string;
}

/** `name = spelling | spelling`, one dimension per group; plurals that only add "s" are made by the table. */
const WORDS: Readonly<Record<string, string>> = {
  time: `second = sec | secs
    minute = min | mins
    hour = hr | hrs
    day
    night
    week
    fortnight
    month
    quarter-year
    year = yr | yrs
    decade
    century = centuries
    millisecond`,
  length: `inch = inches
    foot = feet | ft
    yard = yd | yds
    mile
    nautical mile
    light year = light-year | light-years
    millimetre = millimeter | millimeters | mm
    centimetre = centimeter | centimeters | cm
    metre = meter | meters
    kilometre = kilometer | kilometers | km | kms | klick
    micron`,
  area: `square foot = square feet | sq ft | sq feet | sqft | ft2
    square yard
    square inch = square inches | sq in
    square mile = sq mile | sq miles | sq mi
    square metre = square meter | square meters | sq m | sqm | m2 | m²
    square kilometre = square kilometer | square kilometers | sq km | sq kms | km2 | km²
    acre
    hectare = ha`,
  volume: `gallon
    litre = liter | liters
    millilitre = milliliter | milliliters | ml
    pint
    cubic foot = cubic feet | cu ft
    cubic metre = cubic meter | cubic meters | m3 | m³
    cubic yard
    cubic inch = cubic inches
    teaspoon
    tablespoon
    fluid ounce`,
  mass: `ounce = oz
    lb = lbs | pound | pounds
    kilogram = kilo | kilos | kilogramme | kilogrammes | kg | kgs
    gram = gramme | grammes
    milligram = mg
    microgram = mcg
    ton
    tonne
    metric ton
    megatonne = megaton | megatons
    gigatonne = gigaton | gigatons
    kiloton`,
  speed: `mile per hour = mph | miles an hour | miles per hour | miles-per-hour
    kilometre per hour = kph | kmh | km/h | kilometres an hour | kilometres per hour | kilometers an hour | kilometers per hour
    metre per second = metres per second | meters per second | m/s
    foot per second = feet per second
    knot
    frame per second = fps | frames per second
    revolution per minute = rpm | revolutions per minute`,
  consumption: `mile per gallon = mpg | miles per gallon | miles a gallon`,
  temperature: `degree Celsius = degrees Celsius | degrees C | degrees centigrade | °C | celsius
    degree Fahrenheit = degrees Fahrenheit | degrees F | °F | fahrenheit
    kelvin`,
  angle: `degree = °`,
  energy: `kilowatt hour = kWh | kilowatt-hour | kilowatt-hours
    megawatt hour = MWh | megawatt-hour | megawatt-hours
    gigawatt hour = GWh | gigawatt-hour | gigawatt-hours
    terawatt hour = TWh | terawatt-hour | terawatt-hours
    calorie
    kilocalorie = kcal
    joule
    british thermal unit = BTU | BTUs
    million british thermal units = mmBTU | MMBtu`,
  power: `watt
    kilowatt
    megawatt
    gigawatt
    terawatt
    horsepower = hp
    brake horsepower = bhp`,
  torque: `pound-foot = pound-feet | lb-ft | lb ft | pound-feet of torque | foot-pounds | foot-pound | pound feet
    newton metre = newton metres | newton meters | newton-metre | newton-metres | Nm`,
  electricity: `volt
    amp
    milliampere-hour = mAh`,
  frequency: `hertz = Hz
    kilohertz = kHz
    megahertz = MHz
    gigahertz = GHz`,
  data: `byte
    kilobyte
    megabyte
    gigabyte
    terabyte
    petabyte
    megapixel
    megabit per second = Mbps | megabits per second
    gigabit per second = Gbps | gigabits per second`,
  sound: `decibel = dB`,
  pressure: `psi
    millibar`,
  share: `part per million = ppm | parts per million
    part per billion = ppb | parts per billion`,
};

/** Spellings whose letter case decides: `W` is a watt, `w` is not; `C` is a degree, `c` a cent. Only after digits. */
const SYMBOLS: Readonly<Record<string, string>> = {
  g: 'gram',
  kW: 'kilowatt',
  KW: 'kilowatt',
  MW: 'megawatt',
  GW: 'gigawatt',
  TW: 'terawatt',
  W: 'watt',
  V: 'volt',
  KB: 'kilobyte',
  kB: 'kilobyte',
  MB: 'megabyte',
  GB: 'gigabyte',
  Gb: 'gigabyte',
  TB: 'terabyte',
  MP: 'megapixel',
  L: 'litre',
  PS: 'horsepower',
  Wh: 'watt hour',
};

/** Letters that are a unit only when they touch the digits: `5m`, `30C`, `2h`. */
const GLUED_SYMBOLS: Readonly<Record<string, string>> = {
  m: 'metre',
  l: 'litre',
  h: 'hour',
  in: 'inch',
  t: 'tonne',
  C: 'degree Celsius',
  F: 'degree Fahrenheit',
  K: 'kelvin',
  '″': 'inch',
  '"': 'inch',
  '′': 'foot',
};

const PERCENT: Readonly<Record<string, UnitKind>> = {
  '%': 'percent',
  percent: 'percent',
  'per cent': 'percent',
  percents: 'percent',
  pct: 'percent',
  pc: 'percent',
  'p.c.': 'percent',
  percentage: 'percent',
};

const POINTS: Readonly<Record<string, string>> = {
  'percentage point': 'percentage point',
  'percentage points': 'percentage point',
  'percent point': 'percentage point',
  'percent points': 'percentage point',
  'percentage-point': 'percentage point',
  'percent-point': 'percentage point',
  'per cent points': 'percentage point',
  '% points': 'percentage point',
  pp: 'percentage point',
  ppt: 'percentage point',
  'basis point': 'basis point',
  'basis points': 'basis point',
  bp: 'basis point',
  bps: 'basis point',
};

/** Money that stands before its figure. Longest first; letter case decides for the codes. */
export const MONEY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'dollar'],
  ['US$', 'US dollar'],
  ['$US', 'US dollar'],
  ['U.S.$', 'US dollar'],
  ['A$', 'Australian dollar'],
  ['AU$', 'Australian dollar'],
  ['AUD$', 'Australian dollar'],
  ['$A', 'Australian dollar'],
  ['C$', 'Canadian dollar'],
  ['CA$', 'Canadian dollar'],
  ['CAD$', 'Canadian dollar'],
  ['HK$', 'Hong Kong dollar'],
  ['NZ$', 'New Zealand dollar'],
  ['S$', 'Singapore dollar'],
  ['R$', 'Brazilian real'],
  ['£', 'pound sterling'],
  // Web copy that was forced into ASCII spells the pound sign like this.
  ['PS', 'pound sterling'],
  ['€', 'euro'],
  ['¥', 'yen'],
  ['₹', 'rupee'],
  ['Rs', 'rupee'],
  ['Rs.', 'rupee'],
  ['₽', 'ruble'],
  ['₩', 'won'],
  ['₪', 'shekel'],
  ['₺', 'lira'],
  ['₦', 'naira'],
  ['₱', 'Philippine peso'],
  ['₿', 'bitcoin'],
  ['RM', 'ringgit'],
  ['Rp', 'rupiah'],
  ['CHF', 'Swiss franc'],
  ['USD', 'US dollar'],
  ['EUR', 'euro'],
  ['GBP', 'pound sterling'],
  ['JPY', 'yen'],
  ['CNY', 'yuan'],
  ['RMB', 'yuan'],
  ['INR', 'rupee'],
  ['AUD', 'Australian dollar'],
  ['CAD', 'Canadian dollar'],
  ['NOK', 'Norwegian krone'],
  ['SEK', 'Swedish krona'],
  ['DKK', 'Danish krone'],
  ['KES', 'Kenyan shilling'],
  ['ZAR', 'rand'],
  ['AED', 'dirham'],
  ['N', 'naira'],
  ['NGN', 'naira'],
  ['R', 'rand'],
  ['Sh', 'shilling'],
  ['KSh', 'Kenyan shilling'],
  ['Ksh', 'Kenyan shilling'],
  ['TSh', 'Tanzanian shilling'],
  ['USh', 'Ugandan shilling'],
  ['UGX', 'Ugandan shilling'],
  ['TZS', 'Tanzanian shilling'],
  ['₵', 'cedi'],
  ['GH₵', 'cedi'],
  ['GHS', 'cedi'],
  ['ZMW', 'kwacha'],
  ['Tk', 'taka'],
  ['BDT', 'taka'],
  ['৳', 'taka'],
  ['PKR', 'rupee'],
  ['LKR', 'rupee'],
  ['SGD', 'Singapore dollar'],
  ['HKD', 'Hong Kong dollar'],
  ['NZD', 'New Zealand dollar'],
  ['NT$', 'Taiwan dollar'],
  ['PHP', 'Philippine peso'],
  ['THB', 'baht'],
  ['SAR', 'riyal'],
  ['ISK', 'Icelandic krona'],
  ['PLN', 'zloty'],
  ['CZK', 'koruna'],
  ['HUF', 'forint'],
  ['KRW', 'won'],
  ['TRY', 'lira'],
  ['SFr', 'Swiss franc'],
]);

/**
 * Single letters that are money only where they touch a sum: `N1,400`, `R2.3 billion`, `R500m`. An `N95` and the `R44`
 * are names.
 */
const LETTER_MONEY =
  /^[NR](?:\d{1,3}(?:,\d{3})+(?![\p{L}-])|\d{3,}(?![\p{L}\d,.-])|\d{3,}(?=[,.](?:\s|$))|\d+(?:\.\d+)?(?=[- ]?(?:k|m|bn|tn|million|billion|trillion)\b))/u;

/** Whether the text begins with such a letter and its sum. */
export function startsLetterMoney(text: string): boolean {
  return LETTER_MONEY.test(text);
}

/** Letters that may touch digits as money without a sign: `PS2.7m`, `RM79`, `EUR5m`. Everything else there is a name. */
export const GLUED_MONEY_CODES: ReadonlySet<string> = new Set(
  (
    'PS RM Rs Rp US CHF USD EUR GBP JPY CNY RMB INR AUD CAD NOK SEK DKK KES ZAR AED NGN Sh KSh Ksh TSh USh UGX TZS GHS ZMW Tk BDT PKR LKR ' +
    'SGD HKD NZD PHP THB SAR ISK PLN CZK HUF KRW SFr'
  ).split(' '),
);

/** Money that follows its figure, by its singular or plural, lower case. */
const MONEY_WORDS: Readonly<Record<string, string>> = {
  dollar: 'dollar',
  dollars: 'dollar',
  bucks: 'dollar',
  cent: 'cent',
  cents: 'cent',
  euro: 'euro',
  euros: 'euro',
  pence: 'pence',
  yen: 'yen',
  yuan: 'yuan',
  renminbi: 'yuan',
  rupee: 'rupee',
  rupees: 'rupee',
  ruble: 'ruble',
  rubles: 'ruble',
  rouble: 'ruble',
  roubles: 'ruble',
  franc: 'franc',
  francs: 'franc',
  peso: 'peso',
  pesos: 'peso',
  ringgit: 'ringgit',
  rupiah: 'rupiah',
  baht: 'baht',
  shekel: 'shekel',
  shekels: 'shekel',
  lira: 'lira',
  liras: 'lira',
  rand: 'rand',
  naira: 'naira',
  cedi: 'cedi',
  cedis: 'cedi',
  kwacha: 'kwacha',
  taka: 'taka',
  birr: 'birr',
  dong: 'dong',
  tenge: 'tenge',
  shillings: 'shilling',
  dirham: 'dirham',
  dirhams: 'dirham',
  riyal: 'riyal',
  riyals: 'riyal',
  dinar: 'dinar',
  dinars: 'dinar',
  zloty: 'zloty',
  forint: 'forint',
  hryvnia: 'hryvnia',
  krone: 'krone',
  kroner: 'krone',
  krona: 'krona',
  kronor: 'krona',
  bitcoin: 'bitcoin',
  bitcoins: 'bitcoin',
  'pounds sterling': 'pound sterling',
};

/** Money only with a nationality before it: `British pounds`, `Danish crowns`, `South Korean won`. */
export const MONEY_WITH_NATIONALITY: ReadonlyMap<string, string> = new Map([
  ['pounds', 'pound'],
  ['pound', 'pound'],
  ['crowns', 'crown'],
  ['won', 'won'],
  ['reais', 'real'],
  ['shillings', 'shilling'],
]);

const UNITS = new Map<string, Unit>();
const CASED = new Map<string, Unit>();
const GLUED = new Map<string, Unit>();
const FIRST_WORDS = new Set<string>();
let longest = 1;

for (const [dimension, lines] of Object.entries(WORDS)) {
  for (const line of lines.split('\n')) {
    const [name, spellings = ''] = line.split('=').map((part) => part.trim()) as [string, string?];
    const unit: Unit = { name, kind: dimension === 'share' ? 'ratio' : 'measure', dimension };
    for (const spelling of [name, `${name}s`, ...spellings.split('|')]) add(spelling.trim(), unit);
  }
}
for (const [spelling, kind] of Object.entries(PERCENT))
  add(spelling, { name: 'percent', kind, dimension: 'percent' });
for (const [spelling, name] of Object.entries(POINTS)) {
  add(spelling, { name, kind: 'percentage-points', dimension: 'points' });
}
for (const [spelling, name] of Object.entries(MONEY_WORDS))
  add(spelling, { name, kind: 'money', dimension: 'money' });
for (const [symbol, name] of Object.entries(SYMBOLS)) CASED.set(symbol, unitNamed(name));
for (const [symbol, name] of Object.entries(GLUED_SYMBOLS)) GLUED.set(symbol, unitNamed(name));
GLUED.set('p', { name: 'pence', kind: 'money', dimension: 'money' });
GLUED.set('c', { name: 'cent', kind: 'money', dimension: 'money' });
GLUED.set('¢', { name: 'cent', kind: 'money', dimension: 'money' });

function add(spelling: string, unit: Unit): void {
  if (spelling === '') return;
  const key = spelling.toLowerCase();
  UNITS.set(key, unit);
  const words = key.split(/[ /-]/);
  FIRST_WORDS.add(words[0]!);
  longest = Math.max(longest, words.length);
}

function unitNamed(name: string): Unit {
  return UNITS.get(name.toLowerCase()) ?? { name, kind: 'measure', dimension: name };
}

/** The most words or marks a unit's spelling has. */
export const LONGEST_UNIT = 2 * longest - 1;

/** Whether some unit's spelling starts with this lower-case word. */
export function startsUnit(word: string): boolean {
  return FIRST_WORDS.has(word);
}

/** The unit of a spelling in lower case, its words joined by single blanks. */
export function unitOf(spelling: string): Unit | undefined {
  return UNITS.get(spelling);
}

/** The unit of a symbol as written after digits; `glued` when nothing stands between. */
export function symbolUnit(symbol: string, glued: boolean): Unit | undefined {
  return CASED.get(symbol) ?? (glued ? GLUED.get(symbol) : undefined);
}

/** Words, mostly lemmas, of a sentence in which `pounds` are money; and of one in which they are a weight. */
export const PAYING: ReadonlySet<string> = new Set(
  `pay paid cost price spend spent earn owe borrow lend charge cash rent fee fine bill wage salary bonus budget debt loan
  money payout refund invoice pension bribe worth sterling £ $ € pence penny`.split(/\s+/),
);
export const WEIGHING: ReadonlySet<string> = new Set(
  `weigh weight weighing heavy heavier lighter overweight lift lifted haul catch shed gain gained lb lbs kg kilo kilogram
  kilograms ounce ounces ton tons thrust pressure`.split(/\s+/),
);
/** What millions of pounds are of when they are money: `of debt`, `of public money`. */
export const SUMS: ReadonlySet<string> = new Set(
  `debt debts damage damages funding funds aid money cash investment investments savings cuts spending taxpayer taxpayers
  public revenue revenues profit profits losses sales loans equity assets shares bonds goods property stock business
  exports imports trade orders grants subsidies tax taxes fines compensation value worth turnover repairs work`.split(
    /\s+/,
  ),
);

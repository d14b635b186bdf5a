/**
 * Money as news writes it: signs and codes before or behind a figure, and the names of currencies.
 * Left out on purpose: "mark", "crown", "sol" and "sovereign" alone (more often no money), "grand" (of what?), "nickel".
 */

/** `name = sign | sign`: what stands before its figure. Letter case decides for the codes. */
const SIGNS = `
    dollar = $
    US dollar = US$ | $US | U.S.$ | USD | u.s.$ | u.s$ | U.S$
    Australian dollar = A$ | AU$ | AUD$ | $A | AUD
    Canadian dollar = C$ | CA$ | CAD$ | CAD | Can$ | Cdn$
    Hong Kong dollar = HK$ | HKD
    New Zealand dollar = NZ$ | NZD
    Singapore dollar = S$ | SGD | SG$
    Brazilian real = R$ | BRL
    pound sterling = £ | PS | GBP
    euro = € | EUR
    yen = ¥ | JPY | 円 | JP¥
    rupee = ₹ | Rs | Rs. | INR | PKR | LKR | ₨
    ruble = ₽ | RUB
    won = ₩ | KRW
    shekel = ₪ | ILS
    lira = ₺ | TRY
    naira = ₦ | N | NGN
    Philippine peso = ₱ | PHP
    bitcoin = ₿ | BTC
    ringgit = RM | MYR
    rupiah = Rp | IDR
    Swiss franc = CHF | SFr
    yuan = CNY | RMB | 元 | CN¥
    Norwegian krone = NOK
    Swedish krona = SEK
    Danish krone = DKK
    Kenyan shilling = KES | KSh | Ksh
    rand = ZAR | R
    dirham = AED
    shilling = Sh
    Tanzanian shilling = TSh | TZS
    Ugandan shilling = USh | UGX
    cedi = ₵ | GH₵ | GHS
    kwacha = ZMW
    taka = Tk | BDT | ৳
    Taiwan dollar = NT$
    baht = THB | ฿
    riyal = SAR | QAR
    Icelandic krona = ISK
    zloty = PLN
    koruna = CZK
    forint = HUF
    Costa Rican colon = ₡
    lari = ₾ | GEL
    kip = ₭ | LAK
    tenge = ₸ | KZT
    hryvnia = ₴ | UAH
    tugrik = ₮ | MNT
    guarani = ₲ | PYG
    manat = ₼ | AZN
    dong = ₫ | VND
    Mexican peso = MX$ | Mex$ | MXN
    Jamaican dollar = J$
    Egyptian pound = EGP | E£
    Lebanese pound = LBP
    lev = BGN
    Chilean peso = CLP
    Argentine peso = ARS
    dinar = KWD | IQD
    birr = ETB`;

/** Money that stands before its figure, by its sign. */
export const MONEY_SIGNS: ReadonlyMap<string, string> = bySpelling(SIGNS);

/** Letters that make a dollar a certain country's where a blank parts them: `hk $ 10`, `c $ 300`. Lower case. */
export const DOLLAR_PREFIXES: ReadonlySet<string> = new Set('us u.s. u.s hk nz au c ca cad nt mx'.split(' '));

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
    'SGD HKD NZD PHP THB SAR ISK PLN CZK HUF KRW SFr MYR BRL MXN QAR EGP VND UAH IDR RUB ILS KWD'
  ).split(' '),
);

/** `name = spelling | spelling`: what follows its figure, lower case. */
const WORDS = `
    dollar = dollar | dollars | bucks
    cent = cent | cents
    euro = euro | euros | eur
    pence = pence | penny | pennies
    yen = yen
    yuan = yuan | renminbi | rmb | cny
    rupee = rupee | rupees | inr
    ruble = ruble | rubles | rouble | roubles
    franc = franc | francs
    peso = peso | pesos
    ringgit = ringgit | ringgits
    rupiah = rupiah
    baht = baht
    shekel = shekel | shekels
    lira = lira | liras | lire
    rand = rand
    naira = naira | nairas
    cedi = cedi | cedis
    kwacha = kwacha
    taka = taka | takas
    birr = birr
    dong = dong
    tenge = tenge
    shilling = shillings
    dirham = dirham | dirhams
    riyal = riyal | riyals
    dinar = dinar | dinars
    zloty = zloty | zlotys | zlotych | zł
    forint = forint | forints
    hryvnia = hryvnia | hryvnias
    krone = krone | kroner | kr
    krona = krona | kronor
    bitcoin = bitcoin | bitcoins
    pound sterling = pounds sterling | quid
    US dollar = usd
    markka = markka | markkaa | markkas
    peseta = peseta | pesetas
    guilder = guilder | guilders
    drachma = drachma | drachmas
    escudo = escudo | escudos
    schilling = schilling | schillings
    koruna = koruna | korunas
    lari = lari
    kip = kip
    kyat = kyat | kyats
    riel = riel | riels
    manat = manat | manats
    tugrik = tugrik | tugriks
    afghani = afghanis
    bolivar = bolivar | bolivars | bolivares
    quetzal = quetzales
    lempira = lempira | lempiras
    guarani = guaranies
    gourde = gourde | gourdes
    pula = pula
    metical = metical | meticais
    leu = leu | lei
    lev = lev | leva
    kuna = kuna | kunas
    litas = litas
    kopeck = kopeck | kopecks
    paisa = paise
    centime = centime | centimes`;

/** Money that follows its figure, by its singular or plural, lower case. */
export const MONEY_WORDS: ReadonlyMap<string, string> = bySpelling(WORDS);

/** Money only with a nationality before it: `British pounds`, `Danish crowns`, `South Korean won`. */
export const MONEY_WITH_NATIONALITY: ReadonlyMap<string, string> = new Map([
  ['pounds', 'pound'],
  ['pound', 'pound'],
  ['crowns', 'crown'],
  ['won', 'won'],
  ['reais', 'real'],
  ['shillings', 'shilling'],
  ['marks', 'mark'],
  ['soles', 'sol'],
  ['colones', 'colon'],
]);

/** The words of those nationalities, for copy that writes them small: `australian dollars`, `hong kong dollars`. */
export const MONEY_NATIONS: ReadonlySet<string> = new Set(
  `us u.s. american australian canadian british english chinese japanese swiss french belgian dutch finnish danish swedish
  norwegian icelandic german deutsche austrian italian spanish portuguese greek czech slovak hungarian polish romanian
  bulgarian turkish israeli russian ukrainian indian pakistani nepalese mexican philippine argentine chilean colombian
  cuban hong kong new zealand singapore taiwan taiwanese egyptian lebanese syrian sudanese kenyan ugandan tanzanian somali
  saudi qatari emirati uae kuwaiti iraqi iranian jordanian south north korean african thai vietnamese malaysian
  indonesian nigerian ghanaian zambian jamaican fijian brazilian`.split(/\s+/),
);

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

function bySpelling(lines: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const line of lines.trim().split('\n')) {
    const [name, spellings] = line.split('=').map((part) => part.trim()) as [string, string];
    for (const spelling of spellings.split('|')) names.set(spelling.trim(), name);
  }
  return names;
}

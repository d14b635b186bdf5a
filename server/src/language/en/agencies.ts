/** Names that stand in brackets in a dateline or behind a picture: `LONDON (Reuters) -`, `Jane Roe/Getty Images`. */

/**
 * Agencies and broadcasters that sign datelines; lower case. Left out: newspapers, which sign with a byline. American
 * station call signs (`WXYZ`, `KABC-TV`) are recognised by their form.
 */
export const NEWS_AGENCIES: ReadonlySet<string> = new Set(
  [
    'afp, agence france-presse, ani, ansa, ap, associated press, the associated press, apa, bbc, belga, bloomberg',
    'bloomberg news, business wire, cbs, cbs news, cna, cnn, cnn business, cnn money, cnnmoney, cp, the canadian press',
    'dpa, efe, fox news, globe newswire, ians, interfax, irna, itar-tass, kyodo, lusa, nbc, nbc news, npr, pa',
    'pa media, pap, press association, prnewswire, pr newswire, pti, reuters, ria novosti, rns, scripps, sputnik, stt',
    'tass, thomson reuters foundation, tns, tribune news service, upi, wam, xinhua, yonhap',
  ]
    .join(', ')
    .split(', '),
);

/** Who owns pictures; matched with their capitals, behind a slash, a bar, "via" or the copyright sign. */
export const PICTURE_AGENCIES: readonly string[] = [
  'Getty Images',
  'Getty',
  'AP Photo',
  'AP Images',
  'AP',
  'Associated Press',
  'AFP',
  'Reuters',
  'REUTERS',
  'EPA',
  'UPI',
  'Bloomberg',
  'Shutterstock',
  'iStock',
  'Alamy',
  'NurPhoto',
  'SIPA',
  'ZUMA Press',
  'ZUMA',
  'WireImage',
  'FilmMagic',
  'Xinhua',
  'Sputnik',
  'TASS',
  'dpa',
  'PA Wire',
  'PA',
  'Anadolu',
  'Corbis',
  'Rex Features',
  'Magnum Photos',
  'Redux',
  'Unsplash',
  'Flickr',
  'Wikimedia Commons',
];

/** Words in capitals that open a paragraph before a dash without being a place. */
export const NOT_A_PLACE: ReadonlySet<string> = new Set(
  (
    'EXCLUSIVE UPDATE UPDATED BREAKING ANALYSIS OPINION COMMENT CORRECTION CLARIFICATION REVIEW NEWS LIVE WATCH READ ' +
    'VIDEO PHOTOS NOTE WARNING FACT CHECK VERDICT CLAIM SPOILER ALERT EDITORIAL FEATURE INTERVIEW PROFILE POLL TRUE FALSE ' +
    'THE A AN AND OR BUT NOT HOW WHAT WHEN WHERE WHO WHY WHICH IS ARE WAS WERE BE WILL WITH VIA FOR FROM TO IN AT BY IT ' +
    'THIS THAT HE SHE THEY WE YOU I MY YOUR NO YES PRO CON PROS CONS'
  ).split(' '),
);

/** Month names as datelines and page dates write them, without the full stop. */
export const MONTH_PATTERN =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';

export const WEEKDAY_PATTERN =
  '(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)';

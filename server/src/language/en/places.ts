/**
 * Places that news names without saying that they are places. A place is a source only as a government (`Russia said`),
 * never a `he`. Lower case.
 *
 * Left out: small towns (the article's own `in …` marks those) and places that are surnames as often (`Jordan`,
 * `Chad`, `Lincoln`, `Jackson`, `Houston`, `Cleveland`, `Kent`).
 */
export const PLACES: ReadonlySet<string> = new Set(
  (
    'afghanistan,albania,algeria,argentina,armenia,australia,austria,azerbaijan,bahrain,bangladesh,belarus,belgium,bolivia,' +
    'bosnia,botswana,brazil,britain,great britain,bulgaria,cambodia,cameroon,canada,chile,china,colombia,congo,costa rica,croatia,cuba,' +
    'cyprus,czech republic,denmark,ecuador,egypt,el salvador,england,estonia,ethiopia,finland,france,germany,ghana,greece,' +
    'guatemala,haiti,honduras,hungary,iceland,india,indonesia,iran,iraq,ireland,israel,italy,jamaica,japan,kazakhstan,' +
    'kenya,kosovo,kuwait,latvia,lebanon,libya,lithuania,luxembourg,malaysia,mali,malta,mexico,moldova,mongolia,morocco,' +
    'mozambique,myanmar,namibia,nepal,netherlands,new zealand,nicaragua,niger,nigeria,north korea,northern ireland,norway,' +
    'oman,pakistan,palestine,panama,paraguay,peru,philippines,poland,portugal,qatar,romania,russia,rwanda,saudi arabia,' +
    'scotland,senegal,serbia,sierra leone,singapore,slovakia,slovenia,somalia,south africa,south korea,south sudan,spain,' +
    'sri lanka,sudan,sweden,switzerland,syria,taiwan,tanzania,thailand,tunisia,turkey,uganda,ukraine,united arab emirates,' +
    'united kingdom,united states,united states of america,america,uruguay,uzbekistan,venezuela,vietnam,wales,yemen,zambia,' +
    'zimbabwe,u.s.,us,u.k.,uk,usa,u.s.a.,uae,' +
    'alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,georgia,hawaii,idaho,illinois,' +
    'indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,' +
    'nebraska,nevada,new hampshire,new jersey,new mexico,new york,north carolina,north dakota,ohio,oklahoma,oregon,' +
    'pennsylvania,rhode island,south carolina,south dakota,tennessee,texas,utah,vermont,virginia,west virginia,wisconsin,' +
    'wyoming,puerto rico,ontario,quebec,alberta,british columbia,' +
    'washington,d.c.,new york city,manhattan,brooklyn,queens,harlem,los angeles,san francisco,silicon valley,san diego,chicago,boston,' +
    'philadelphia,detroit,baltimore,atlanta,miami,dallas,denver,seattle,phoenix,las vegas,new orleans,st. louis,' +
    'kansas city,salt lake city,orlando,milwaukee,minneapolis,pittsburgh,cincinnati,long island,palm beach,capitol hill,wall street,' +
    'london,manchester,liverpool,edinburgh,glasgow,belfast,dublin,paris,brussels,amsterdam,berlin,munich,frankfurt,vienna,' +
    'zurich,geneva,rome,milan,madrid,barcelona,lisbon,athens,istanbul,ankara,warsaw,prague,budapest,kiev,kyiv,moscow,' +
    'stockholm,oslo,copenhagen,helsinki,cairo,baghdad,tehran,damascus,aleppo,beirut,jerusalem,tel aviv,gaza,riyadh,dubai,' +
    'kabul,islamabad,karachi,new delhi,delhi,mumbai,beijing,shanghai,hong kong,tokyo,seoul,pyongyang,bangkok,jakarta,' +
    'manila,sydney,melbourne,canberra,toronto,montreal,ottawa,vancouver,mexico city,havana,caracas,bogota,lima,rio,nairobi,' +
    'lagos,johannesburg,tripoli,benghazi,europe,asia,africa,north america,south america,latin america,central america,' +
    'middle east,west bank,crimea,balkans,caribbean,pacific,atlantic,mediterranean,midwest,south,north,east,west,northeast,' +
    'southwest,northwest,southeast,earth'
  ).split(','),
);

/** Days and months: capitalised, and nobody's name. Left out: `may`, `march`, `april` and `june`, told apart by their place. */
export const CALENDAR_WORDS: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february ' +
    'march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec ' +
    'christmas easter thanksgiving halloween ramadan hanukkah gmt utc bst'
  ).split(' '),
);

import { describe, expect, it } from 'vitest';
import { readQuantities } from '../../support/quantityNotation.ts';

/** Every line is a sentence with what must be found in it, and nothing else. */
function finds(title: string, lines: readonly string[]): void {
  describe(title, () => {
    it.each(lines)('%s', (line) => {
      expect(readQuantities(line).found).toBe(line);
    });
  });
}

finds('numbers in digits and words', [
  'The mill sold <n:5000000 bricks>5 million bricks</n>.',
  'The dam cost <n:1200000000 dollar>$1.2bn</n> and the lock <n:3000000 pound sterling>£3m</n>.',
  'They planted <n:256 trees>two hundred and fifty-six trees</n>.',
  'They counted <n:1000000 gulls>a million gulls</n> and <n:500000 terns>half a million terns</n>.',
  'The herd has <n:250000 goats>a quarter of a million goats</n>.',
  'The barge holds <n:12000 tonne>12 000 tonnes</n> of gravel.',
  'The tank holds <n:3.5 gallon>3½ gallons</n>.',
  'The valley lost <n:1500000 trees>one and a half million trees</n>.',
  'A levy of <n:5000000 rupee>Rs 50 lakh</n> was agreed.',
  'The hall seats <n:144 guests>twelve dozen guests</n>.',
]);

finds('orders of magnitude', [
  '<n:12..120 boats, range>Dozens of boats</n> lay on the bank.',
  'The flood reached <n:10000..100000 homes, range>tens of thousands of homes</n>.',
  'It is worth <n:1000000..10000000 dollar, range>millions of dollars</n>.',
  'The strike drew <n:100..1000 dockers, range>several hundred dockers</n>.',
]);

finds('fractions, shares and multiples', [
  '<n:0.666667 ->Two-thirds</n> of the wards voted.',
  'The harbour lost <n:0.333333 ->a third</n> of its trade.',
  'It is <n:0.5 -, about>nearly half</n> of the fleet.',
  '<n:0.2 ->One in five</n> voters and <n:0.9 ->9 out of 10</n> farmers agreed.',
  '<n:2 times>Twice</n> as many ferries ran.',
  'They need <n:4 times>four times</n> the space.',
  'Traffic grew <n:10 times, up>tenfold</n>.',
]);

finds('parts of one unit, with and without a hyphen', [
  'A <n:0.5 mile>half-mile</n> path leads to a <n:0.25 litre>quarter litre</n> bottle.',
  'Some of the <n:500000 eels>half-million eels</n> and <n:6 herons>half a dozen herons</n> died.',
  'They covered <n:1.5 mile>a mile and a half</n> of the bank.',
  'It took <x:duration>an hour and a half</x>, and <x:duration>half an hour</x> more.',
  'The rate rose a <n:0.25 point, up>quarter point</n>, or <n:0.3 percentage point, up>0.3 of a percentage point</n>.',
  'The second half hour and the first quarter point on the card were dull.',
]);

finds('shares that are compared', [
  '<n:0.333333 ->A third</n> more farmers came, <n:0.5 ->half</n> as many as hoped.',
  'Between <n:0.25..0.333333 -, range>a quarter and a third</n> of the hens escaped.',
  'Half as good would do.',
  'The barn is about half-full; it holds <n:0.002 ->two thousandths</n> of the crop.',
]);

finds('things that come in a measure', [
  '<n:12 sachets>Twelve</n> <n:2 gram>2-gram</n> sachets lay there.',
  'It stands on <n:20 poles>20</n> <n:10 foot>10-foot</n> poles.',
  'The <n:6.25 foot>6-foot-3</n> keeper wore boots.',
]);

finds('degrees below zero', [
  'It fell to <n:-5 degree>5 below zero</n> and <n:-20 degree>20 degrees below zero</n>.',
  'Frost of <n:-10 degree Celsius>10 degrees Celsius below zero</n> is rare.',
  'Growth was <n:5 percent>5 percent</n> <n:12 percent, under>below 12 percent</n>.',
]);

finds('money and numbers of other countries', [
  'A litre sells at between <n:1400..1600 naira, range>N1,400 and N1,600</n>, against <n:897 naira>N897</n> in March.',
  'Sales were <n:2300000000 rand>R2.3 billion</n> and debts <n:500000000 rand>R500m</n>.',
  'He was fined <n:200000 shilling>Sh200,000</n>; the bridge cost <n:9000000000 Kenyan shilling>KSh 9 billion</n>.',
  'Each of <n:1200000 farmers>12 lakh farmers</n> got <n:6000 rupee>Rs. 6,000</n> and built <n:250000 houses>2,50,000 houses</n>.',
  'The loss came to <n:2100000000000 won>2.1 trillion won</n>.',
  'It cost <n:42000000 ringgit>MYR42 million</n>, or <n:20 rupee per head>20Rs a head</n>.',
]);

finds('chances, shares and factors', [
  'Wages rose by <n:0.2 -, up>a fifth</n>, and <n:0.75 ->three-quarters</n> of the crew left.',
  'It is a <n:0.2 ->1-in-5</n> chance.',
  'Output rose <n:10 times, up>10x</n> in a decade.',
]);

finds('what is raised or cut stands before its figure', [
  'The bank cut its main rate by <n:25 basis point, down>25 basis points</n> to <n:4.25 percent>4.25 per cent</n>.',
  'The council raised the fares by <n:5 percent, up>5 percent</n>.',
  'The tax it put on boats by the pier is <n:5 percent>5 percent</n>.',
]);

finds('ranges are never averaged', [
  'The yard employs <n:5000..6000 welders, range>5,000–6,000 welders</n>.',
  'It lasts between <n:3..5 percent, range>3 and 5 per cent</n> of the time.',
  'Fares run from <n:5..10 dollar, range>$5 to $10</n>.',
  'The bill is <n:3000000000..4000000000 pound sterling, range>£3-4bn</n>.',
  'It weighs <n:12..14 kilogram, range>12 to 14 kg</n>.',
  'Growth of <n:12..14 percent, range>12-14%</n> was hoped for.',
  'The bus goes from <n:0..60 mile per hour, range>0-to-60-mph</n>.',
  '<n:1500..2000 walkers, about>Some 1,500 to 2,000 walkers</n> came.',
  'The tank holds between <n:2..7 litre, range>2 litres and about 7 litres</n>.',
  'Eggs went from <n:3..5 dollar per dozen, range>$3 to about $5 a dozen</n>.',
  'The trail is <n:3..5 kilometre, range>3km-5km</n> long; <n:500..1000 hikers, range>500-1000 hikers</n> use it.',
]);

finds('two quantities, two roles', [
  'Rents rose <n:3 percent, up>3%</n> to <n:12 percent>12%</n> of income.',
  'Turnover grew <n:60 percent, up>60 per cent</n> to <n:3900000 boots>3.9 million boots</n>.',
  'Sales fell by <n:40 dollar, down>$40</n> to <n:90 dollar>$90</n>.',
  'The index lost <n:190 points, down>190 points</n>, or <n:0.6 percent, down>0.6%</n>.',
  'Water closed <n:3.2 percent, up>3.2%</n> higher at <n:164 pence>164p</n>.',
  'The toll slipped from <n:9..7 dollar, range, down>$9 in spring to $7</n>.',
]);

finds('bounds', [
  'There are <n:5000 troops, about>some 5,000 troops</n> in <n:20 island supply bases, over>over 20 island supply bases</n>.',
  'Up north, <n:40 percent, under>up to 40 %</n> of the crop failed.',
  '<n:12 barns, over>At least a dozen barns</n> and <n:300 hectare, about>nearly 300 hectares</n> burned.',
  '<n:60 homes, under>As many as 60 homes</n> and <n:10 shops, under>fewer than 10 shops</n> flooded.',
  'The fair drew <n:80000 visitors, over>80,000-plus visitors</n> and <n:300 stalls, about>300 or so stalls</n>.',
  'Anyone with <n:40 cows, over>40 or more cows</n> must register.',
  'The parade takes <n:12000 walkers, about>an estimated 12,000 walkers</n>.',
]);

finds('percent, points and rates', [
  'The bank raised it by <n:25 basis point, up>25 basis points</n> to <n:4.75 percent>4.75 percent</n>.',
  'The lead shrank to <n:2 percentage point>2 percentage points</n>.',
  'It costs <n:3500 dollar per month>$3,500 a month</n>.',
  'Wheat is <n:58.24 US dollar per barrel>US$58.24 per barrel</n> of flour.',
  'They spend <n:20000000 pound sterling per year>£20m-a-year</n> on it.',
  'It burns <n:2400000000 gallon per year>2.4 billion gallons</n> of jet fuel a year.',
  'They lifted <n:300 tonne>300 tonnes</n> of grain a day after the flood.',
  'It shipped <n:40 tonne>40 tonnes</n> of sand a mile upstream.',
  'The wheel turns <n:300 times per minute>300 times a minute</n>.',
  'It does <n:35 mile per gallon>35 miles per gallon</n> at <n:60 mile per hour>60 mph</n>.',
]);

finds('measures and money', [
  'The night fell to <n:-5 degree Celsius>−5°C</n>, after <n:30 degree Celsius>30 degrees Celsius</n> by day.',
  'The plot is <n:5 square kilometre>5 sq km</n>, the shed <n:80 square metre>80 m²</n>, the hall <n:10000 square foot>10,000sq ft</n>.',
  'He owed <n:10.5 Australian dollar>10.5 Australian dollars</n> and <n:800 yuan>800 yuan</n>.',
  'They picked <n:3100000 lb>3.1 million pounds</n> of peaches and owe <n:3100000 pound sterling>3.1 million pounds</n> of debt.',
  'It serves <n:8200 bus and train operators>8,200 bus and train operators</n>.',
  'They said "between <n:40..60 -, range>40 and 60</n>" came.',
  'They get <n:640 euro per hectare>€640 a hectare</n>.',
  'He owes <n:300 pound sterling per month>300 pounds a month</n> in rent.',
  'She paid in cash, <n:20 pound sterling>twenty pounds</n> here.',
  'She weighed <n:140 lb>140 pounds</n> and lost <n:30 lb, down>30 pounds</n>.',
  'It rose “by <n:900 millimetre>900mm</n>” there.',
  'They paid <n:2000000 pound sterling>2 million pounds</n> for <n:20 lb>20 pounds</n> of saffron.',
  'A <n:50 mile per hour>50mph</n> wind and <n:60 gigabyte>60GB</n> of charts.',
  'The loan was <n:113000000000000 US dollar, about>about $US113 trillion</n>.',
]);

finds('powers of ten and what numbers are exact to', [
  'The cloud is <n:1400000 kilometre>1.4 × 10^6 km</n> wide and <n:300000000 years old>3×10⁸ years old</n>.',
  'Each grain weighs <n:0.000025 gram>2.5×10−5 g</n> and holds <n:400000000000000 atoms>4e14 atoms</n>.',
  'It weighs <n:125.4 gram>125.4 ± 0.2 g</n>, the twin <n:81 gram>81 +/- 3 g</n>.',
  'The lake rose <n:10 -, up>10</n>² that year.',
  'Room <x:identifier>12e</x> is shut.',
]);

finds('mixed numbers, decimals and negatives in words', [
  'The plank is <n:2.5 inch>2 1/2 in</n> thick and <n:5.25 foot>five and a quarter feet</n> long.',
  'They raised <n:6.75 dollar>six and three-quarter dollars</n>.',
  'The dose is <n:0.025 ->1/40</n> of the limit.',
  'The town has <n:3200000 people>three point two million people</n>.',
  'Growth was <n:-5 percent>minus five percent</n> and <n:-0.4 percent>negative 0.4%</n>, the loss <n:-99.5 dollar>-$99.50</n>.',
  'They counted <n:3240000 terns>three million, two hundred and forty thousand terns</n> and <n:36 eggs>three dozens eggs</n>.',
  'It is exactly <n:0.166667 ->one sixth</n>.',
  'He tested negative <n:3 times>3 times</n>.',
]);

finds('units that are raised, joined or shortened', [
  'The reef covers <n:190 square kilometre>190 km2</n>, the tank holds <n:4 cubic metre>4 m^3</n> and the field <n:5 square kilometre>5 km squared</n>.',
  'The wind blew at <n:17.2 metre per second>17.2 m/s</n>, the sun at <n:900 watt per square metre>900 W/m²</n>.',
  'Her blood had <n:210 milligram per decilitre>210 mg/dL</n> and the well <n:35 microgram per litre>35 μg/L</n>.',
  'Pressure was <n:140 millimetre of mercury>140</n>/<n:90 millimetre of mercury>90 mmHg</n>.',
  'It drinks <n:5.4 litre per 100 kilometre>5.4 l/100km</n> and sends <n:1.5 gigabit per second>1.5 Gbit/s</n>.',
  'Highs of <n:35 degree Celsius>35 C</n> (<x:conversion>95 F</x>) came, after <n:40 degree Celsius>40 deg Celsius</n>.',
  'Heat it to <n:180 degree Celsius>180C</n>/<x:conversion>350F</x>.',
  'It stood at <n:300 degree Celsius>300 °C</n> (<x:conversion>573.15K</x>).',
  '<n:14.5 inch, about>Some 14.5 in.</n> of snow fell; the stick is <n:2 inch>2 in</n>.',
  'The boxer weighs <n:17 stone>17st</n> <n:4 lb>4lb</n>.',
  'It ran <n:9.94 second>9.94s</n> and pumps <n:1600000 barrel per day>1.6 million bpd</n>.',
  'The parcel weighs <n:20 kilogram>20 (kg)</n>.',
]);

finds('what looks like a unit and is none', [
  'Sales of <n:2.5 ->2.5</n> in June and <n:-0.4 ->-0.4</n> in May were noted.',
  'They built <n:12 stone walls>12 stone walls</n> and lifted <n:11 FA cups>11 FA cups</n>.',
  'He watched <n:5 ->5</n> in the rain.',
  'The <n:10 C students>10 C students</n> live in room <x:identifier>3</x> m.',
  'The aid reached <n:5000000 people>5 m people</n> in <n:35 degree Celsius>35 C</n> heat.',
]);

finds('money before and behind its figure', [
  'It cost <n:420000000 Finnish markka>420 million Finnish markka</n>, not <n:250000 dutch guilder>250,000 dutch guilders</n>.',
  'A loaf is <n:500 yen>500円</n>, a cake <n:10 euro>10 €</n> and a boat <n:900 US dollar>900 USD</n>.',
  'The fare is <n:3.5 dollar>3 dollars 50 cents</n>, once <n:2.4 pound sterling>two quid and 40 pence</n>.',
  'Debt is <n:2170000000000 dollar>$2.17T</n>.',
  'Copper gained <n:45 dollar, up>$45</n> to <n:9870 dollar per tonne>$9,870 a tonne</n>.',
  'She bought <n:20 lb>20 pounds</n> of it for <n:10 dollar>$10</n> in cash.',
  'He was fined <n:500 pound sterling>500 pounds</n> (<x:conversion>$640</x>).',
  'Corn rose <n:2.25 cent, up>2 1/4 cents</n> to <n:4.185 dollar per bushel>$4.18 1/2 a bushel</n>.',
  'Land costs <n:30 dollar per square foot>$30 a square foot</n>.',
]);

finds('text that was taken apart at its blanks', [
  'sales rose <n:6.2 percent, up>6 . 2 %</n> to <n:1450000000 dollar>$ 1.45 billion</n> .',
  'exports fell to <n:10050000000 Hong Kong dollar>hk $ 10.05 billion</n> from <n:16400000 Canadian dollar>c $ 16.4 million</n> .',
  'it holds <n:10000 crates>10 , 000 crates</n> of <x:duration>30 - year</x> wine at <n:7.75 percent>7 3 / 4 %</n> .',
  'the bid of <n:70 dollar per share>$ 70 - a - share</n> beat <n:0.333333 ->one - third</n> of the others .',
]);

finds('a share is the bound of no count, and what is added moves nothing', [
  'Cases fell by <n:0.333333 -, over, down>more than a third</n> to <n:8740 ->8,740</n>.',
  'The rate fell to <n:18 basis point>18 basis points</n> from <n:25 basis point>25</n>.',
  'It was a cut of <n:0.25 percentage point>a quarter of a percentage point</n>.',
  'Loans grew by between <n:4..5 percent, range, up>4 and 5 percent</n>, and the lira was <n:0.3 percent, down>0.3%</n> weaker.',
  'Wheat fell to <n:5.6175 dollar per bushel>$5.61-3/4 a bushel</n>, and any price <n:50 -, over>above 50</n> means growth.',
  'It is <n:105..108 degree Fahrenheit, range>105 to 108 degrees F</n>.',
  'Add <n:250 gram>250 g</n> of flour and <n:0.5 cup>half a cup</n> of milk.',
  'Fares climbed <n:2 points, up>two points</n> in May.',
  'There were <n:500 boats, over>about 500 or more boats</n>.',
  'Levels run from <n:20..100 -, range>20 through 100</n>, or <n:300 -, under>less than or equal to 300</n>.',
]);

finds('what is counted', [
  'The fleet has <n:27 first-class ferries>27 first-class ferries</n>.',
  'The town has <n:14 new heart surgeons>14 new heart surgeons</n> on call.',
  'They hired <n:96 Northby dockers>96 Northby dockers</n> Tuesday.',
  'He spoke to <n:12 jurors>12 of the jurors</n>.',
  'He wrote a <n:12 page>12 page</n> letter.',
  'There were <n:15 euro, about>about 15 euros</n> left.',
  'She has <n:435 beds>435 beds</n> and <n:187 cots>187 cots</n>.',
  'It takes <n:10 euro>10</n> or <n:15 euro>15 euros</n>.',
]);

finds('parts, lists and rates per number', [
  'He kept <n:24 nets>24</n> of <n:33 nets>33 nets</n>.',
  'They hold <n:2000000 voters, about>nearly 2 million</n> of the <n:8000000 voters>8 million voters</n>.',
  'It kills <n:25 per 100,000 people>25 per 100,000 people</n>.',
  'She served <n:6.5 year>6 1/2 years</n> and stands <n:6.25 foot>6’3”</n> tall.',
  'They own <n:100..1000 sheep, range>a couple of hundred sheep</n>.',
]);

finds('nothing where there is no number', [
  '',
  'The bridge is shut.',
  'Nobody knew what they had to do next.',
]);

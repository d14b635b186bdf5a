/**
 * How units of measurement are written in news, kitchens and laboratories. News units, not the whole of SI.
 * Left out on purpose: "pm" (picometre; in news a time), "score", "hand", "rad" (an angle or a dose), "foot" as a verb's
 * noun ("set foot"), single letters that are as often names (A, J, N).
 */

/** `name = spelling | spelling`, one dimension per group; plurals that only add "s" are made by the table. */
export const UNIT_SPELLINGS: Readonly<Record<string, string>> = {
  time: `second = sec | secs
    minute = min | mins
    hour = hr | hrs
    day
    night
    week = wk | wks
    fortnight
    month
    quarter-year
    year = yr | yrs
    decade
    century = centuries
    millisecond
    microsecond = µs | μs
    nanosecond`,
  length: `inch = inches | in
    foot = feet | ft
    yard = yd | yds
    mile = mi
    nautical mile = nmi
    light year = light-year | light-years
    parsec
    astronomical unit
    nanometre = nanometer | nanometers | nm
    micrometre = micrometer | micrometers | micron | microns | µm | μm
    millimetre = millimeter | millimeters | mm | mms
    centimetre = centimeter | centimeters | cm | cms
    decimetre = decimeter | decimeters | dm
    metre = meter | meters | mtr | mtrs
    kilometre = kilometer | kilometers | km | kms | klick`,
  area: `square foot = square feet | sq ft | sq feet | sq foot | sqft | ft2 | ft²
    square yard = sq yd | sq yds | sq yard | sq yards
    square inch = square inches | sq in | sq inch | sq inches
    square mile = sq mile | sq miles | sq mi
    square millimetre = square millimeter | square millimeters | sq mm | mm2 | mm²
    square centimetre = square centimeter | square centimeters | sq cm | cm2 | cm²
    square metre = square meter | square meters | sq m | sqm | sq metre | sq metres | sq meter | sq meters | m2 | m²
    square kilometre = square kilometer | square kilometers | sq km | sq kms | sq kilometre | sq kilometres | km2 | km²
    acre
    hectare = ha`,
  volume: `gallon = gal | gals
    hectolitre = hectoliter | hectoliters | hl
    litre = liter | liters | ltr | ltrs
    decilitre = deciliter | deciliters | dl
    centilitre = centiliter | centiliters | cl
    millilitre = milliliter | milliliters | ml | mls
    microlitre = microliter | microliters | µl | μl
    pint
    quart
    cup
    bushel
    acre-foot = acre-feet | acre foot | acre feet
    cubic foot = cubic feet | cu ft | ft3 | ft³
    cubic metre = cubic meter | cubic meters | cu m | m3 | m³
    cubic kilometre = cubic kilometer | cubic kilometers | km3 | km³
    cubic yard = cu yd | cu yds
    cubic inch = cubic inches | cu in
    cubic centimetre = cubic centimeter | cubic centimeters | cc | ccs | cm3 | cm³
    teaspoon = tsp | tsps
    tablespoon = tbsp | tbsps
    fluid ounce = fl oz`,
  mass: `ounce = oz
    lb = lbs | pound | pounds
    kilogram = kilo | kilos | kilogramme | kilogrammes | kg | kgs
    gram = gramme | grammes
    milligram = milligramme | milligrammes | mg
    microgram = microgramme | microgrammes | mcg | µg | μg
    nanogram = ng
    ton
    tonne
    metric ton = metric tonne | metric tonnes
    megatonne = megaton | megatons
    gigatonne = gigaton | gigatons
    kilotonne = kiloton | kilotons`,
  speed: `mile per hour = mph | mile an hour | miles an hour | miles per hour | miles-per-hour
    kilometre per hour = kph | kmh | kmph | km/h | km/hr | km per hour | kilometres an hour | kilometres per hour | kilometers an hour | kilometers per hour
    metre per second = metres per second | meters per second | m/s
    foot per second = feet per second
    knot
    frame per second = fps | frames per second
    revolution per minute = rpm | revolutions per minute
    beat per minute = bpm | beats per minute | beats a minute`,
  flow: `ton per day = tpd
    barrel per day = bpd | b/d | barrels per day | barrels a day | barrel a day`,
  consumption: `mile per gallon = mpg | miles per gallon | miles a gallon`,
  temperature: `degree Celsius = degrees Celsius | degree C | degrees C | degree centigrade | degrees centigrade | °C | ° C | ° Celsius | celsius |
      deg C | deg Celsius | celcius | degrees celcius | centigrade
    degree Fahrenheit = degrees Fahrenheit | degree F | degrees F | °F | ° F | ° Fahrenheit | fahrenheit | deg F | deg Fahrenheit |
      farenheit | degrees farenheit
    kelvin`,
  angle: `degree = ° | deg
    radian
    arcminute
    arcsecond`,
  energy: `watt hour = watt-hour | watt-hours
    kilowatt hour = kWh | kilowatt-hour | kilowatt-hours
    megawatt hour = MWh | megawatt-hour | megawatt-hours
    gigawatt hour = GWh | gigawatt-hour | gigawatt-hours
    terawatt hour = TWh | terawatt-hour | terawatt-hours
    calorie
    kilocalorie = kcal | kcals
    joule
    kilojoule = kJ
    megajoule
    gigajoule
    electronvolt = electron volt | electron volts | electron-volt | electron-volts
    kiloelectronvolt
    megaelectronvolt
    gigaelectronvolt
    teraelectronvolt
    british thermal unit = BTU | BTUs
    million british thermal units = mmBTU | MMBtu`,
  power: `milliwatt
    watt
    kilowatt
    megawatt
    gigawatt
    terawatt
    horsepower = hp
    brake horsepower = bhp`,
  torque: `pound-foot = pound-feet | lb-ft | lb ft | pound-feet of torque | foot-pounds | foot-pound | pound feet
    newton metre = newton metres | newton meters | newton-metre | newton-metres`,
  electricity: `millivolt
    volt
    kilovolt
    milliampere = milliamp | milliamps
    amp
    ampere
    milliampere-hour = mAh`,
  frequency: `hertz = Hz
    kilohertz = kHz
    megahertz = MHz
    gigahertz = GHz
    terahertz = THz`,
  data: `bit
    byte
    kilobyte
    megabyte
    gigabyte
    terabyte
    petabyte
    exabyte
    zettabyte
    kibibyte = KiB
    mebibyte = MiB
    gibibyte = GiB
    megapixel
    kilobit
    megabit
    gigabit
    kilobit per second = kbps | kilobits per second
    megabit per second = Mbps | megabits per second
    gigabit per second = Gbps | gigabits per second`,
  sound: `decibel = dB`,
  light: `lumen
    lux`,
  pressure: `psi
    millibar = mbar
    pascal
    hectopascal = hPa
    kilopascal = kPa
    megapascal
    gigapascal
    millimetre of mercury = mmHg | mm Hg | millimetres of mercury | millimeter of mercury | millimeters of mercury`,
  radiation: `gray
    milligray = mGy
    sievert
    millisievert = mSv
    microsievert = µSv | μSv
    becquerel`,
  amount: `mole
    millimole = mmol
    micromole = µmol | μmol
    nanomole = nmol`,
  share: `part per million = ppm | parts per million | parts-per-million
    part per billion = ppb | parts per billion | parts-per-billion
    part per trillion = parts per trillion`,
};

/** Units whose plural is something else: "12 stone" is a weight, "12 stones" are rocks. */
export const SINGULAR_UNITS: Readonly<Record<string, string>> = {
  mass: `stone = st`,
  pressure: `bar`,
};

/** Spellings whose letter case decides: `W` is a watt, `w` is not. Only after digits. */
export const SYMBOLS: Readonly<Record<string, string>> = {
  g: 'gram',
  m: 'metre',
  l: 'litre',
  L: 'litre',
  mL: 'millilitre',
  dL: 'decilitre',
  t: 'tonne',
  kt: 'kilotonne',
  Mt: 'megatonne',
  Gt: 'gigatonne',
  C: 'degree Celsius',
  F: 'degree Fahrenheit',
  K: 'kelvin',
  Nm: 'newton metre',
  mW: 'milliwatt',
  W: 'watt',
  kW: 'kilowatt',
  KW: 'kilowatt',
  MW: 'megawatt',
  GW: 'gigawatt',
  TW: 'terawatt',
  Wh: 'watt hour',
  MJ: 'megajoule',
  GJ: 'gigajoule',
  eV: 'electronvolt',
  keV: 'kiloelectronvolt',
  MeV: 'megaelectronvolt',
  GeV: 'gigaelectronvolt',
  TeV: 'teraelectronvolt',
  mV: 'millivolt',
  V: 'volt',
  kV: 'kilovolt',
  mA: 'milliampere',
  KB: 'kilobyte',
  kB: 'kilobyte',
  MB: 'megabyte',
  GB: 'gigabyte',
  Gb: 'gigabyte',
  TB: 'terabyte',
  PB: 'petabyte',
  EB: 'exabyte',
  ZB: 'zettabyte',
  Mbit: 'megabit',
  Gbit: 'gigabit',
  MP: 'megapixel',
  PS: 'horsepower',
  Pa: 'pascal',
  MPa: 'megapascal',
  GPa: 'gigapascal',
  Gy: 'gray',
  Sv: 'sievert',
  Bq: 'becquerel',
  ms: 'millisecond',
  ns: 'nanosecond',
};

/** Letters that are a unit only when they touch the digits: `2h`, `6in`. */
export const GLUED_SYMBOLS: Readonly<Record<string, string>> = {
  h: 'hour',
  '″': 'inch',
  '"': 'inch',
  '′': 'foot',
};

/** Percent, by its spellings. */
export const PERCENT: readonly string[] = [
  '%',
  'percent',
  'per cent',
  'percents',
  'pct',
  'pc',
  'p.c.',
  'percentage',
];

/** Differences of percentages, by their spellings. */
export const POINTS: Readonly<Record<string, string>> = {
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

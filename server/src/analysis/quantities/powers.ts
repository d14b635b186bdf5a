/** Numbers in scientific notation: `1.6e-22`, `2.48×10−5`, `10^6`, and `10⁸` behind a times sign. */

const TIMES = /^[×✕x·]$/;
const EXPONENT = /\d+(?:\.\d+)?[eE][-−+]?\d{1,2}(?![\p{L}\d.])/uy;
const MULTIPLIED =
  /\d+(?:\.\d+)?[×✕x·]10(?:\^?[-−–+]\d{1,2}|\^\d{1,2}|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?![\p{L}\d])/uy;
const POWER = /10(?:\^[-−–+]?\d{1,2}|⁻[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?![\p{L}\d])/uy;
/** Without a factor before it a raised figure is as often the number of a note. */
const RAISED_POWER = /10⁺?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}(?![\p{L}\d])/uy;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * The length of such a number at `at`, 0 for none.
 * @param before the piece before it, which shows whether `10⁸` is multiplied with something
 */
export function powerLength(run: string, at: number, before: string): number {
  const forms = TIMES.test(before)
    ? [EXPONENT, MULTIPLIED, POWER, RAISED_POWER]
    : [EXPONENT, MULTIPLIED, POWER];
  for (const form of forms) {
    form.lastIndex = at;
    if (form.test(run)) return form.lastIndex - at;
  }
  return 0;
}

/** What it comes to; always finite, as exponents have at most two digits and numbers are not that long. */
export function powerValue(written: string): number {
  const plain = written
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(RAISED.indexOf(digit)))
    .replace(/⁻|[−–]/g, '-')
    .replace('⁺', '+');
  const [mantissa = '1', exponent = '0'] = /[eE]/.test(plain)
    ? plain.split(/[eE]/)
    : plain.replace(/^10/, '1x10').split(/[×✕x·]10\^?/);
  const value = Number(`${mantissa}e${Number(exponent)}`);
  return Number.isFinite(value) ? value : Number(mantissa.slice(0, LONGEST_MANTISSA));
}

const LONGEST_MANTISSA = 15;

/** Whether a piece is a power of ten that multiplies the number before its times sign: `1.4 × 10^6`. */
export function isPower(written: string): boolean {
  return /^10[\^⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]/.test(written);
}

export function isTimesSign(written: string): boolean {
  return TIMES.test(written);
}

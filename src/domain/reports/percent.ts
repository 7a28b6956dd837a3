/**
 * A share as reports print it: `96,34%`. At most two decimals, rounded half up on integers, without trailing zeros.
 *
 * `100%` appears only if the two counts are equal: 171.012 of 171.013 prints `99,99%`, because a reader takes "100%"
 * as "nothing left to do". A denominator of 0 prints `–`, never `0%`.
 *
 * @param numerator integer >= 0 (people, forms or đồng)
 * @param denominator integer >= 0
 * @param lang in English the decimal comma is a point
 * Source: the reporting rule derived from the communes' own figures (164.761 of 171.013 forms = 96,34%).
 */
export function percent(numerator: number, denominator: number, lang: 'vi' | 'en' = 'vi'): string {
  if (denominator === 0) return '–'
  return `${decimals(hundredths(BigInt(numerator), BigInt(denominator)), lang === 'vi' ? ',' : '.')}%`
}

/** BigInt, because amounts of đồng times 20.000 exceed 2^53. */
function hundredths(num: bigint, den: bigint): bigint {
  const rounded = (num * 20000n + den) / (2n * den)
  if (rounded !== 10000n || num === den) return rounded
  return num < den ? 9999n : 10001n
}

function decimals(value: bigint, point: string): string {
  const fraction = (value % 100n).toString().padStart(2, '0').replace(/0+$/, '')
  return fraction === '' ? `${value / 100n}` : `${value / 100n}${point}${fraction}`
}

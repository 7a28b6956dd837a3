const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const THOUSAND = 1_000
const BILLION = 1_000_000_000

/**
 * A whole amount of đồng in words, as read aloud in northern Viet Nam, so that a zero too many is heard at once: `1.005.000` is "một
 * triệu không trăm linh năm nghìn đồng".
 *
 * @param amount 0 to 999 999 999 999 999
 */
export function moneyWords(amount: number): string {
  return `${amount === 0 ? digits[0] : wordsOf(amount)} đồng`
}

function wordsOf(amount: number): string {
  const [billions, rest] = [Math.floor(amount / BILLION), amount % BILLION]
  return [billions > 0 && `${belowBillion(billions, false)} tỷ`, rest > 0 && belowBillion(rest, billions > 0)].filter(Boolean).join(' ')
}

/** @param isInner words come before: then the first group reads out missing hundreds, too */
function belowBillion(amount: number, isInner: boolean): string {
  const groups = [[Math.floor(amount / THOUSAND / THOUSAND), 'triệu'], [Math.floor(amount / THOUSAND) % THOUSAND, 'nghìn'], [amount % THOUSAND, '']] as const
  const said: string[] = []
  for (const [value, unit] of groups) if (value > 0) said.push(`${belowThousand(value, isInner || said.length > 0)}${unit && ` ${unit}`}`)
  return said.join(' ')
}

function belowThousand(value: number, isInner: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  return [(hundreds > 0 || isInner) && `${digits[hundreds]} trăm`, tensOf(tens, ones, hundreds > 0 || isInner), onesOf(tens, ones)].filter(Boolean).join(' ')
}

function tensOf(tens: number, ones: number, hasHundreds: boolean): string {
  if (tens === 0) return ones > 0 && hasHundreds ? 'linh' : ''
  return tens === 1 ? 'mười' : `${digits[tens]} mươi`
}

/** One, four and five have other words after tens. */
function onesOf(tens: number, ones: number): string {
  if (ones === 0) return ''
  if (ones === 5 && tens > 0) return 'lăm'
  if (ones === 1 && tens > 1) return 'mốt'
  if (ones === 4 && tens > 1) return 'tư'
  return digits[ones] ?? ''
}

/** Shown in place of covered text. */
export const COVERED = '•••'

/** `058 194 ••• 231`: enough to compare with an identity card in the hand, not enough to copy. Short numbers are covered completely. */
export function maskedNumber(digits: string): string {
  if (digits.length < 9) return COVERED
  return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${COVERED} ${digits.slice(-3)}`
}

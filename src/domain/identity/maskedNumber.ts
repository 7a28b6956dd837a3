/** `058 194 ••• 231`: enough to compare with a card in the hand, not enough to copy. Short numbers are covered whole. */
export function maskedNumber(digits: string): string {
  if (digits.length < 9) return '•••'
  return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ••• ${digits.slice(-3)}`
}

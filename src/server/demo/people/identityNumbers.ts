import type { Random } from '../random'

export interface NumberMaker {
  /** A 12-digit number that fits sex and birth year, used once. */
  personal(sex: '1' | '2', birthYear: number): string
  mobile(): string
}

const birthPlaces = { '058': 850, '056': 90, '060': 15, '068': 12, '052': 8, '051': 7, '049': 6, '079': 5, '038': 3, '001': 2, '040': 2 } as const
const mobilePrefixes = { '097': 5, '098': 5, '096': 4, '086': 3, '032': 2, '033': 3, '034': 2, '035': 3, '036': 3, '037': 3, '038': 3, '039': 3, '091': 3, '094': 2, '081': 1, '083': 1, '090': 2, '093': 1, '070': 1, '077': 1 } as const

/** Makes numbers that are correct in structure and otherwise random. No number is given out twice. */
export function makeNumbers(random: Random): NumberMaker {
  const used = new Set<string>()
  const fresh = (make: () => string): string => {
    let value = make()
    while (used.has(value)) value = make()
    used.add(value)
    return value
  }
  return {
    personal: (sex, birthYear) => fresh(() => {
      const century = (Math.floor(birthYear / 100) - 19) * 2 + (sex === '1' ? 0 : 1)
      return `${random.weighted(birthPlaces)}${century}${String(birthYear % 100).padStart(2, '0')}${random.digits(6)}`
    }),
    mobile: () => fresh(() => random.weighted(mobilePrefixes) + random.digits(7)),
  }
}

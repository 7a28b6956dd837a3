import type { ImportRow } from '../src/protocol/api'
import { makeName } from '../src/server/demo/people/makeName'
import { makeRandom } from '../src/server/demo/random'

const A_HOUSEHOLD = 4

/** A first list such as a commune has: households of four, spread evenly over the hamlets. */
export function listOf(people: number, hamlets: number): readonly ImportRow[] {
  const random = makeRandom(1)
  return Array.from({ length: people }, (_, n) => {
    const home = Math.floor(n / A_HOUSEHOLD)
    const place = n % A_HOUSEHOLD
    const sex = n % 2 === 0 ? '1' : '2'
    return {
      row: n + 2,
      cells: {
        householdCode: `H${String(home).padStart(5, '0')}`, hamletCode: String((home % hamlets) + 1).padStart(2, '0'), fullName: makeName(random, '01', sex).full,
        born: `${String((n % 28) + 1).padStart(2, '0')}/${String((n % 12) + 1).padStart(2, '0')}/${1940 + (n % 65)}`, sex: sex === '1' ? 'Nam' : 'Nữ',
        relationToHead: ['Chủ hộ', 'Vợ', 'Con', 'Con'][place] ?? 'Khác', ethnicity: 'Kinh', address: `Tổ ${(home % 9) + 1}`,
      },
    }
  })
}

import { describe, expect, it } from 'vitest'
import type { Card } from '../../../../src/domain/records/cards/card'
import { roundTotals } from '../../../../src/domain/records/round/roundTotals'
import { worklistOf } from '../../../../src/domain/records/round/worklist'
import { randomFrom } from '../../../support/randomFrom'

const commonRules = { today: '2026-11-20', minAge: 15, checkedSince: '2026-05-20', survey: '' as const, basis: { labour: 'consent', welfare: 'consent', contact: 'law' } as const }
const hamlets = ['h1', 'h2', 'h3']

/** A village in any state: strays without a door, forms of another hamlet, deaths, drafts. */
function village(seed: number): readonly Card[] {
  const random = randomFrom(seed)
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  return Array.from({ length: 120 }, (_, n): Card => {
    const kind = any(['household', 'person', 'person', 'labour', 'asxh'] as const)
    const isForm = kind === 'labour' || kind === 'asxh'
    return {
      id: `r${n}`, commune: '22810', kind, hamlet: any(hamlets), name: `r${n}`,
      household: kind === 'household' ? null : `r${Math.floor(random() * 120)}`,
      person: isForm ? `r${Math.floor(random() * 120)}` : null,
      ...(random() < 0.7 && { born: any(['1990', '2011-11-20', '2011-11-21', '2020', 'khoảng 1950']) }),
      ...(random() < 0.1 && { gone: true as const }),
      ...(random() < 0.1 && { untraced: true as const }),
      ...(random() < 0.2 && { refused: any([['labour'], ['welfare'], ['labour', 'welfare']] as const) }),
      ...(random() < 0.5 && { checkedOn: any(['2026-05-19', '2026-05-20']) }),
      status: any(['submitted', 'returned', 'accepted', 'live', null]), local: any(['queued', 'action', null, null]), ...(random() < 0.2 && { hasDraft: true as const }),
      notes: 0, warnings: 0, version: any([0, 1]), round: 1,
    }
  })
}

describe('how far each hamlet is', () => {
  it.each(Array.from({ length: 50 }, (_, seed) => seed))('counts what the round of the hamlet lists: village %i', (seed) => {
    const cards = village(seed)
    const rules = { ...commonRules, survey: seed % 2 === 0 ? ('' as const) : '2026-05-20' }
    const totals = roundTotals(cards, () => rules)

    for (const hamlet of hamlets) {
      const round = worklistOf(cards, hamlet, rules)
      const members = round.flatMap((work) => work.members)
      expect(totals.get(hamlet)).toEqual({
        households: round.length,
        people: members.length,
        labourDone: members.filter((each) => each.labour !== undefined && !each.isLabourDue && !each.isLabourRefused).length,
        labourDue: members.filter((each) => each.isLabourDue).length,
        asxhDone: members.filter((each) => each.asxh !== undefined && !each.isAsxhRefused && !each.isAsxhDue && !each.isCheckDue).length,
        asxhAsked: members.filter((each) => each.asxh !== undefined && !each.isAsxhRefused).length,
      })
    }
  })

  it('asks each commune by its own rules', () => {
    const cards: readonly Card[] = ['22810', '22813'].flatMap((commune, n) => [
      { id: `d${n}`, commune, kind: 'household', hamlet: `h${n}`, household: null, person: null, name: '', status: 'live', local: null, notes: 0, warnings: 0, version: 1, round: 1 },
      { id: `p${n}`, commune, kind: 'person', hamlet: `h${n}`, household: `d${n}`, person: null, name: '', born: '2009', status: 'live', local: null, notes: 0, warnings: 0, version: 1, round: 1 },
    ])

    const totals = roundTotals(cards, (commune) => ({ ...commonRules, minAge: commune === '22810' ? 15 : 18 }))

    expect([totals.get('h0')?.labourDue, totals.get('h1')?.labourDue]).toEqual([1, 0])
  })
})

import { describe, expect, it } from 'vitest'
import type { Card } from '../../../src/domain/records/cards/card'
import { progressByHamlet, progressTotal } from '../../../src/domain/reports/progress'

const targets = [
  { id: 'h1', name: 'Suối Le', target: 4 },
  { id: 'h2', name: 'Tân Bình', target: 3 },
]

let people = 0
function card(change: Partial<Card>): Card {
  return {
    id: 'r', commune: '22810', kind: 'labour', hamlet: 'h1', household: 'x', person: `p${(people += 1)}`, name: 'Ka Tơr Bình',
    status: 'submitted', local: null, notes: 0, warnings: 0, version: 1, round: 1, ...change,
  }
}

describe('progress by hamlet', () => {
  it('counts each stage by itself: an accepted form is also a collected one', () => {
    const cards = [
      card({ sentAt: '2026-11-18T02:00:00.000Z' }),
      card({ status: 'returned', sentAt: '2026-11-20T02:00:00.000Z' }),
      card({ status: 'accepted' }),
      card({ status: null, hasDraft: true }),
      card({ kind: 'asxh' }),
      card({ kind: 'person', status: 'live' }),
    ]

    const rows = progressByHamlet(cards, 'labour', targets)

    expect(rows[0]).toEqual({ id: 'h1', name: 'Suối Le', target: 4, collected: 3, submitted: 1, returned: 1, accepted: 1, measured: { collected: 3, accepted: 1 }, left: 1, lastAt: '2026-11-20T02:00:00.000Z' })
  })

  it('counts of a person with two forms one, the one that is furthest', () => {
    const [row] = progressByHamlet([card({ person: 'p', status: 'accepted' }), card({ person: 'p' }), card({ person: 'q', status: 'returned' }), card({ person: 'q' })], 'labour', targets)

    expect(row).toMatchObject({ collected: 2, submitted: 1, returned: 0, accepted: 1 })
  })

  it('counts no form of a person who was set aside as another', () => {
    const person = { kind: 'person', status: 'live', person: null } as const
    const cards = [card({ ...person, id: 'p' }), card({ person: 'p' }), card({ ...person, id: 'q', sameAs: 'p' }), card({ person: 'q' })]

    expect(progressByHamlet(cards, 'labour', targets)[0]).toMatchObject({ collected: 1 })
  })

  it('measures nothing where no target is set, and no hamlet is less than done', () => {
    const rows = progressByHamlet([1, 2, 3, 4].map((n) => card({ hamlet: n < 4 ? 'h1' : 'h3', status: 'accepted' })), 'labour', [
      { id: 'h1', name: 'Suối Le', target: 2 }, { id: 'h3', name: 'Gò Sạn', target: 0 },
    ])

    expect(rows.map(({ measured, left }) => ({ measured, left }))).toEqual([{ measured: { collected: 3, accepted: 3 }, left: 0 }, { measured: { collected: 0, accepted: 0 }, left: 0 }])
  })

  it('keeps a hamlet that sent nothing, without a last arrival', () => {
    expect(progressByHamlet([], 'labour', targets)[1]).toEqual({ id: 'h2', name: 'Tân Bình', target: 3, collected: 0, submitted: 0, returned: 0, accepted: 0, measured: { collected: 0, accepted: 0 }, left: 3, lastAt: null })
  })

  it('adds the commune up from the lines shown', () => {
    const rows = progressByHamlet([card({}), card({ hamlet: 'h2', status: 'accepted' })], 'labour', targets)

    expect(progressTotal(rows)).toEqual({ target: 7, collected: 2, submitted: 1, returned: 0, accepted: 1, measured: { collected: 2, accepted: 1 }, left: 5 })
  })

  it('leaves open what a hamlet lacks, however much another has over, and shares nothing out of a hamlet without a target', () => {
    const over = [1, 2, 3, 4, 5, 6].map(() => card({}))
    const rows = progressByHamlet([...over, card({ hamlet: 'h3', status: 'accepted' })], 'labour', [...targets, { id: 'h3', name: 'Gò Sạn', target: 0 }])

    expect(progressTotal(rows)).toMatchObject({ target: 7, collected: 7, measured: { collected: 6, accepted: 0 }, left: 3 })
  })
})

import { describe, expect, it } from 'vitest'
import type { Card } from '../../../src/domain/records/cards/card'
import { progressByHamlet, progressTotal } from '../../../src/domain/reports/progress'

const targets = [
  { id: 'h1', name: 'Suối Le', target: 4 },
  { id: 'h2', name: 'Tân Bình', target: 3 },
]

function card(change: Partial<Card>): Card {
  return {
    id: 'r', commune: '22810', kind: 'labour', hamlet: 'h1', household: 'x', person: 'p', name: 'Ka Tơr Bình',
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

    expect(rows[0]).toEqual({ id: 'h1', name: 'Suối Le', target: 4, collected: 3, submitted: 1, returned: 1, accepted: 1, lastAt: '2026-11-20T02:00:00.000Z' })
  })

  it('keeps a hamlet that sent nothing, without a last arrival', () => {
    expect(progressByHamlet([], 'labour', targets)[1]).toEqual({ id: 'h2', name: 'Tân Bình', target: 3, collected: 0, submitted: 0, returned: 0, accepted: 0, lastAt: null })
  })

  it('adds the commune up from the lines shown', () => {
    const rows = progressByHamlet([card({}), card({ hamlet: 'h2', status: 'accepted' })], 'labour', targets)

    expect(progressTotal(rows)).toEqual({ target: 7, collected: 2, submitted: 1, returned: 0, accepted: 1 })
  })
})

import { describe, expect, it } from 'vitest'
import { DUPLICATE_NUMBER } from '../../../src/domain/records/judging/serverWarnings'
import type { RecordState } from '../../../src/domain/records/recordState'
import { lookedAgain } from '../../../src/server/sync/judging/lookedAgain'
import { namedBy } from '../../../src/server/sync/judging/renewWarning'
import { NINH_SON, OTHER_COMMUNE } from '../../support/database/serverWorld'

const warning = { id: DUPLICATE_NUMBER, field: 'personalId' } as const

/** A record of the commune, of somebody, as far as it is looked at: its warning names another one, or it has none. */
function here(record: string, self: string, names?: string) {
  const warnings = names === undefined ? [] : [{ ...warning, severity: 'warning', data: { commune: NINH_SON, record: names } }]
  const state = { record: { id: record, warnings, reasons: {} } } as unknown as RecordState
  return { hash: 'number', commune: NINH_SON, record, person: self, self, state }
}
const elsewhere = (record: string) => ({ hash: 'number', commune: OTHER_COMMUNE, record, person: record, self: record, state: undefined })

/** Whom the warning of each that changed names; `null` = it has none any more. */
const named = (changed: readonly RecordState[]) => Object.fromEntries(changed.map((state) => [state.record.id, namedBy(state, warning) ?? null]))

describe('who is warned of whom, when a number is looked at again', () => {
  it('is one of a pair, also where a form of the person taken apart came before the other one', () => {
    const sharing = [here('form of A', 'A'), here('record of A', 'A'), here('record of B', 'B')]

    expect(named(lookedAgain({ sharing, warning, newcomer: 'record of A' }))).toEqual({ 'record of B': 'form of A' })
  })

  it('is nobody for the next form of who came first', () => {
    const sharing = [here('a1', 'A'), here('a2', 'A'), here('b1', 'B', 'a1')]

    expect(named(lookedAgain({ sharing, warning, newcomer: 'a2' }))).toEqual({})
  })

  it('is everybody here, of the one in another commune, when the first here is gone', () => {
    const sharing = [here('b', 'B', 'gone'), here('c', 'C', 'gone'), elsewhere('x')]

    expect(named(lookedAgain({ sharing, warning, newcomer: undefined }))).toEqual({ b: 'x', c: 'x' })
  })
})

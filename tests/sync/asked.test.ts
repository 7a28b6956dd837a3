import { describe, expect, it } from 'vitest'
import { operationsCheck } from '../../src/domain/records/digest'
import type { SyncResponse } from '../../src/protocol/messages'
import { askAbout, trusted } from '../../src/sync/asked'
import { householdHead, ids, submit } from '../support/villageForms'

const operation = (counter: number, headName = 'Lò Văn Ban') => submit(counter, ids.household, householdHead(), { headName })
const waiting = (counter: number, wasSent: boolean) => ({ counter, operation: operation(counter), wasSent })
const answer = (counters: readonly number[], check: string): SyncResponse => ({
  protocol: 1, epoch: ids.household, last: 9, page: null, context: null, scope: null, check,
  outcomes: counters.map((counter) => ({ counter, outcome: { kind: 'accepted', version: 1 }, receipt: '' })),
})

describe('what was sent without an answer', () => {
  it('[S32] is asked about, up to the first that never left', () => {
    expect(askAbout([waiting(4, true), waiting(5, true), waiting(6, false), waiting(7, true)])?.range).toEqual({ from: 4, to: 5 })
    expect(askAbout([waiting(4, false), waiting(5, true)])).toBeNull()
    expect(askAbout([])).toBeNull()
  })

  const asked = askAbout([waiting(4, true), waiting(5, true)])!

  it('[S32] is settled by an answer about these very operations', () => {
    const response = answer([4], operationsCheck([{ counter: 4, operation: operation(4) }]))

    expect(trusted(asked, response)).toBe(response)
  })

  it.each([
    ['another operation under the same counter', answer([4], operationsCheck([{ counter: 4, operation: operation(4, 'Lò Thị Xuân') }]))],
    ['a counter that was not asked for', answer([4, 9], operationsCheck([{ counter: 4, operation: operation(4) }]))],
    ['no check', { ...answer([4], ''), check: undefined } as unknown as SyncResponse],
  ])('[S16] [S32] is not settled by an answer about %s', (_case, response) => {
    expect(trusted(asked, response).outcomes).toEqual([])
  })
})

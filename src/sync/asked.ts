import { operationsCheck } from '../domain/records/digest'
import type { Operation } from '../domain/records/operation'
import type { SyncRequest, SyncResponse } from '../protocol/messages'
import type { Waiting } from './enginePorts'

/** Operations that left once and got no answer: the server says what became of them before they are sent a second time. */
export interface Asked {
  readonly range: NonNullable<SyncRequest['asks']>
  readonly operations: ReadonlyMap<number, Operation>
}

/** `null` = nothing at the head of the queue ever left. */
export function askAbout(waiting: readonly Waiting[]): Asked | null {
  const end = waiting.findIndex(({ wasSent }) => !wasSent)
  const sent = end < 0 ? waiting : waiting.slice(0, end)
  const [first, last] = [sent[0], sent.at(-1)]
  if (!first || !last) return null
  return { range: { from: first.counter, to: last.counter }, operations: new Map(sent.map(({ counter, operation }) => [counter, operation])) }
}

/**
 * The answer, its outcomes taken only when they are of these very operations (protocol rule 16): under the same counters a copy
 * of this device's disk may have sent others. Those are then sent, and the server says that the id is used twice.
 */
export function trusted({ operations }: Asked, response: SyncResponse): SyncResponse {
  const own = response.outcomes.flatMap(({ counter }) => {
    const operation = operations.get(counter)
    return operation ? [{ counter, operation }] : []
  })
  const isOurs = own.length === response.outcomes.length && operationsCheck(own) === response.check
  return isOurs ? response : { ...response, outcomes: [] }
}

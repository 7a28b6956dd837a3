import { operationsCheck } from '../domain/records/digest'
import type { Operation } from '../domain/records/operation'
import type { SyncRequest, SyncResponse } from '../protocol/messages'
import { isReadable, type Waiting } from './enginePorts'

/** Operations that left once and got no answer: the server says what became of them before they are sent a second time. */
export interface Asked {
  readonly range: NonNullable<SyncRequest['asks']>
  /** None of one that cannot be read. */
  readonly operations: ReadonlyMap<number, Operation>
}

/** `null` = nothing at the head of the queue ever left. */
export function askAbout(waiting: readonly Waiting[]): Asked | null {
  const end = waiting.findIndex((one) => !one.wasSent || isReadable(one) !== isReadable(waiting[0]!))
  const sent = end < 0 ? waiting : waiting.slice(0, end)
  const [first, last] = [sent[0], sent.at(-1)]
  if (!first || !last) return null
  return { range: { from: first.counter, to: last.counter }, operations: new Map(sent.filter(isReadable).map(({ counter, operation }) => [counter, operation])) }
}

/**
 * The answer, its outcomes taken only when they are of these very operations (protocol rule 16): under the same counters a copy
 * of this device's disk may have sent others. Those are then sent, and the server says that the id is used twice. One that cannot be read
 * is asked about by itself, once the server was heard to have taken its envelope, and so this very operation.
 */
export function trusted({ operations }: Asked, response: SyncResponse): SyncResponse {
  if (operations.size === 0) return response
  const own = response.outcomes.flatMap(({ counter }) => {
    const operation = operations.get(counter)
    return operation ? [{ counter, operation }] : []
  })
  const isOurs = own.length === response.outcomes.length && operationsCheck(own) === response.check
  return isOurs ? response : { ...response, outcomes: [] }
}

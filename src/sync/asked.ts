import { operationsCheck } from '../domain/records/digest'
import type { Operation } from '../domain/records/operation'
import type { SyncRequest, SyncResponse } from '../protocol/messages'
import { isReadable, type Waiting } from './enginePorts'

/** Operations that were sent and got no answer: the server is asked what became of them before they are sent again. */
export interface Asked {
  readonly range: NonNullable<SyncRequest['asks']>
  /** By counter; empty if they cannot be read here. */
  readonly operations: ReadonlyMap<number, Operation>
}

/** @returns the question about the sent operations at the head of the queue; `null` = the first one was never sent */
export function askAbout(waiting: readonly Waiting[]): Asked | null {
  const end = waiting.findIndex((one) => !one.wasSent || isReadable(one) !== isReadable(waiting[0]!))
  const sent = end < 0 ? waiting : waiting.slice(0, end)
  const [first, last] = [sent[0], sent.at(-1)]
  if (!first || !last) return null
  return { range: { from: first.counter, to: last.counter }, operations: new Map(sent.filter(isReadable).map(({ counter, operation }) => [counter, operation])) }
}

/**
 * The answer, without its outcomes if they are not about these very operations (S16, S32): a copy of this device's disk may have sent others under the
 * same counters. These are then sent, and the server reports that the id is used twice. An operation that cannot be read here is not compared: it is asked
 * about alone, after the server has taken its envelope and so this very operation.
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

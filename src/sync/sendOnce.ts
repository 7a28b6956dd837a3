import { digestText } from '../domain/records/digest'
import type { Result } from '../domain/result'
import type { Cursor, SyncRequest } from '../protocol/messages'
import { PROTOCOL_VERSION } from '../protocol/messages'
import { askAbout, type Asked } from './asked'
import type { EngineDeps, Progress, RunInput } from './engine'
import type { EngineOutbox, EngineReplica } from './enginePorts'
import type { Line } from './pace/line'
import { withLost, type Sendable } from './lostOperations'
import { nextBatch } from './pace/nextBatch'
import type { Exchange, TransportFailure } from './transport'

/** One exchange as it went out, and its answer. */
export interface Sent {
  readonly answer: Result<Exchange, TransportFailure>
  readonly counters: readonly number[]
  /** Instead of sending anything. */
  readonly asked: Asked | null
  /** The epoch it was sent under. */
  readonly epoch: string
  /** Up to this counter all had been answered by then. */
  readonly reached: number
  readonly lost: number
  readonly rawBytes: number
  /** Nothing waits beyond this batch, so a pull was asked for. */
  readonly emptied: boolean
  /** Behind what went waits one that cannot be read here: nothing after it may go before it. */
  readonly isBlocked: boolean
  /** Where the replica stood then, or was to stand: a page counts only from there. */
  readonly stood: Cursor | null
}

/** Sends what is next: a question about what was sent before, the next operations, or a pull when nothing waits any more. */
export async function sendOnce(deps: EngineDeps, input: RunInput, progress: Pick<Progress, 'lostFrom' | 'mending' | 'whole' | 'unknown'>): Promise<Sent> {
  const { lostFrom, mending, whole } = progress
  const { commune, line } = input
  // Before the queue is looked at: what is given a counter meanwhile waits.
  const given = await deps.outbox.lastGiven(commune)
  const { found, waiting, batch, rawBytes, isAll } = await nextBatch(deps.outbox, commune, line.batch)
  const asked = progress.unknown === 'no' ? null : askAbout(found)
  if (asked) return ask(deps, input, asked)
  const reached = found[0] ? found[0].counter - 1 : given
  const sendable = withLost(batch, lostFrom)
  const { counters, lost } = sendable
  const emptied = isAll && counters.length === waiting.length
  const isBlocked = found.length > waiting.length
  const epoch = deps.outbox.epoch(commune)
  const stood = emptied ? await deps.replica.cursor(commune) : null
  const cursor = mending === 'askAll' ? null : stood
  const ops = await frozen(deps.outbox, commune, sendable)
  const pull: SyncRequest['pull'] = emptied ? { ...pullFrom(cursor, line, whole), ...differsOf(deps.replica, commune, mending) } : null
  const answer = await deps.transport.exchange({ ...requestHead(deps.outbox, input, epoch), ops, pull, context: deps.replica.contextHash(commune) })
  return { answer, counters, asked: null, epoch, reached, lost, rawBytes, emptied, isBlocked, stood }
}

/** As they stay from now on: until it is marked as sent, what its author sends of a record once more takes its place. */
async function frozen(outbox: EngineOutbox, commune: string, { ops, counters }: Sendable): Promise<SyncRequest['ops']> {
  if (counters.length === 0) return [...ops]
  await outbox.markSent(commune, counters)
  const now = await outbox.findOperations(commune, counters)
  return ops.map((op) => now.get(op.counter) ?? op)
}

/** @param whole records are told whole: too little is here to amend them */
export function pullFrom(cursor: Cursor | null, line: Line, whole: boolean): NonNullable<SyncRequest['pull']> {
  return { cursor, maxBytes: line.page.packedBytes, ...(!whole && { amends: true as const }) }
}

function differsOf(replica: EngineReplica, commune: string, mending: Progress['mending']): Pick<NonNullable<SyncRequest['pull']>, 'differs' | 'digests'> {
  if (mending === 'askAll') return { differs: true }
  if (mending !== 'askHamlets') return {}
  return { differs: true, digests: Object.fromEntries([...replica.digests(commune)].map(([hamlet, digest]) => [hamlet, digestText(digest)])) }
}

async function ask(deps: EngineDeps, input: RunInput, asked: Asked): Promise<Sent> {
  const epoch = deps.outbox.epoch(input.commune)
  const answer = await deps.transport.exchange({ ...requestHead(deps.outbox, input, epoch), ops: [], asks: asked.range, pull: null, context: deps.replica.contextHash(input.commune) })
  return { answer, counters: [], asked, epoch, reached: asked.range.from - 1, lost: 0, rawBytes: 0, emptied: false, isBlocked: false, stood: null }
}

export function requestHead(outbox: EngineOutbox, { commune, run }: RunInput, epoch: string): Pick<SyncRequest, 'protocol' | 'device' | 'commune' | 'run' | 'epoch'> {
  return { protocol: PROTOCOL_VERSION, device: outbox.device(commune), commune, run, epoch }
}

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

/** One exchange as it was sent, and its answer. */
export interface Sent {
  readonly answer: Result<Exchange, TransportFailure>
  readonly counters: readonly number[]
  /** The question asked instead of sending operations. */
  readonly asked: Asked | null
  /** The epoch it was sent under. */
  readonly epoch: string
  /** All operations up to this counter had been answered when it was sent. */
  readonly reached: number
  readonly lost: number
  readonly rawBytes: number
  /** Nothing that can be sent waits after this batch, so it also asked for a pull. */
  readonly emptied: boolean
  /** An operation that cannot be read here waits behind this batch. Nothing after it may be sent before it. */
  readonly isBlocked: boolean
  /** The replica's cursor when it was sent, or the cursor it should have by then: the page counts only if it still stands there. */
  readonly stood: Cursor | null
}

/** Makes the next exchange: a question about operations sent before, or the next batch, with a pull if nothing waits after it. */
export async function sendOnce(deps: EngineDeps, input: RunInput, progress: Pick<Progress, 'lostFrom' | 'mending' | 'whole' | 'unknown'>): Promise<Sent> {
  const { lostFrom, mending, whole } = progress
  const { commune, line } = input
  // Read before the queue is: an operation that gets its counter in between is still waiting.
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

/** Marks the operations as sent and returns them as they are then. Until they are marked, a newer form of the same record may replace one (S13). */
async function frozen(outbox: EngineOutbox, commune: string, { ops, counters }: Sendable): Promise<SyncRequest['ops']> {
  if (counters.length === 0) return [...ops]
  await outbox.markSent(commune, counters)
  const now = await outbox.findOperations(commune, counters)
  return ops.map((op) => now.get(op.counter) ?? op)
}

/** @param whole records are requested whole, because too little is stored here to amend them */
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

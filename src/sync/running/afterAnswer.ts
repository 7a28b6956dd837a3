import { digestText, joinDigests } from '../../domain/records/digest'
import type { SyncPage, SyncResponse } from '../../protocol/messages'
import { trusted } from '../asked'
import type { EngineDeps, Mending, Progress, Run, RunEnd, RunInput, RunStep } from '../engine'
import type { StorageKind } from '../enginePorts'
import { shrunk } from '../pace/batchSize'
import { learn } from '../pace/line'
import type { Sent } from '../sendOnce'
import type { Exchange } from '../transport'
import { wholeRecords } from '../wholeRecords'

/** After so many exchanges in a row without progress a run ends. */
export const TRIES_WITHOUT_PROGRESS = 5

/** An exchange and its answer. */
interface Answered {
  readonly sent: Sent
  readonly exchange: Exchange
  /** The answer as far as it may be trusted. */
  readonly response: SyncResponse
}

/** Result of a step: the run ends, or the next exchange is due. `null` = go on with the next step. */
type Found = RunEnd | 'next' | null

/** Stores an answer, then decides step by step how the run continues. After every wait a step checks whether the run still counts (S21). */
export async function afterAnswer(run: Run, sent: Sent, exchange: Exchange): Promise<RunEnd | 'next'> {
  const answered: Answered = { sent, exchange, response: sent.asked ? trusted(sent.asked, exchange.response) : exchange.response }
  return (await storeAnswer(run, answered)) ?? (await lookForLost(run, answered)) ?? learnFrom(run, answered) ?? endOf(run, answered)
}

/** Stores the answer. If that fails nothing has changed, and the same is requested again. */
async function storeAnswer({ deps, input, progress }: Run, { sent, exchange, response }: Answered): Promise<Found> {
  const stored = await store(deps, input, { response, serverTime: exchange.serverTime, stood: sent.stood })
  if (!input.isCurrent()) return stopped
  if (stored === 'lacking') progress.whole = true
  if (stored === 'lacking' || stored === 'overtaken') return oneTryLess(progress)
  if (stored) return { kind: 'trouble', trouble: { kind: 'storage', failure: stored } }
  input.onProgress(stepOf(sent, exchange, response))
  if (response.taken?.length) return { kind: 'newDevice', again: false }
  return null
}

/** Checks whether the server lacks operations it once had. If so, they are sent first. */
async function lookForLost({ deps, input, progress }: Run, { sent, response }: Answered): Promise<Found> {
  const missing = await findMissing(deps, input.commune, sent, response)
  if (!input.isCurrent()) return stopped
  progress.lostFrom = typeof missing === 'object' ? missing.from : null
  if (missing !== 'sentAgain') return null
  if (progress.againFrom === response.last) return serverFault
  progress.againFrom = response.last
  progress.unknown = 'before'
  return 'next'
}

/** Updates what is known of the line, of unanswered operations and of the replica. */
function learnFrom({ input: { line }, progress }: Run, { sent, exchange, response }: Answered): Found {
  const wasCut = progress.unknown === 'cut'
  progress.unknown = sent.asked && response.outcomes.at(-1)?.counter === sent.asked.range.to ? 'before' : 'no'
  if (sent.asked && response.outcomes.length === 0) {
    // None of them arrived: send less at a time.
    if (wasCut) line.batch = shrunk(line.batch)
    return 'next'
  }
  if (isStuck(sent, response)) return oneTryLess(progress)
  progress.tries = 0
  learn(line, sent, exchange)
  if (response.page) progress.mending = afterPage(progress.mending, response.page)
  return null
}

function oneTryLess(progress: Progress): RunEnd | 'next' {
  progress.tries += 1
  return progress.tries < TRIES_WITHOUT_PROGRESS ? 'next' : serverFault
}

const stopped: RunEnd = { kind: 'stopped' }
const serverFault: RunEnd = { kind: 'trouble', trouble: { kind: 'serverFault' } }

/**
 * Stores an answer, apart from the network: if this fails, the same operations are sent again (S12).
 * @returns `lacking`: the page amends a record that is not here in full. `overtaken`: another tab has moved the replica
 */
async function store(deps: EngineDeps, input: RunInput, { response, serverTime, stood }: Pick<Exchange, 'response' | 'serverTime'> & Pick<Sent, 'stood'>): Promise<StorageKind | 'lacking' | 'overtaken' | null> {
  const { commune } = input
  if (response.outcomes.length > 0) await deps.outbox.settle(commune, response.outcomes)
  if (!input.isCurrent()) return null
  if (response.context) {
    const saved = await deps.replica.saveContext(commune, response.context)
    if (!saved.ok) return saved.error.kind
  }
  if (!response.page || !input.isCurrent()) return null
  const { reset, renews, cursor, done } = response.page
  const records = await wholeRecords({ outbox: deps.outbox, replica: deps.replica, commune }, response.page)
  if (!input.isCurrent()) return null
  if (records === null) return 'lacking'
  const applied = await deps.replica.applyPage(commune, { reset, ...(renews && { renews }), records, stood, cursor, done, scope: response.scope, serverTime })
  return applied.ok ? applied.value : applied.error.kind
}

function afterPage(mending: Mending, { reset, renews }: SyncPage): Mending {
  if (mending === 'askAll') return 'all'
  if (mending !== 'askHamlets') return mending
  return reset ? 'all' : renews ? 'hamlets' : 'askAll'
}

/** `next` = the mark is not reached yet, or the replica differs and will be mended. */
function endOf({ deps: { replica }, input: { commune, mayMend }, progress }: Run, { sent, response }: Answered): RunEnd | 'next' {
  const { page, drafts = 0 } = response
  if (!sent.emptied || !page?.done || !isAllAnswered(sent, response)) return 'next'
  if (sent.isBlocked) return { kind: 'blocked' }
  const { digest } = page
  const end = { kind: 'done', ...(drafts > 0 && { drafts }) } as const
  const isSame = digest === undefined || digest === digestText(joinDigests([...replica.digests(commune).values()]))
  if (isSame) return progress.mending === 'no' ? end : { ...end, replica: 'mended' }
  if (!mayMend || progress.mending === 'all') return { ...end, replica: 'differs' }
  progress.mending = progress.mending === 'no' ? 'askHamlets' : 'askAll'
  return 'next'
}

type Missing = 'nothing' | 'sentAgain' | { readonly from: number }

/**
 * After a restore the server lacks operations it once acknowledged. Those still kept here go back into the queue; the others are lost (S6). Detected by a
 * new epoch, or by a last counter below the one known when the exchange was sent: another tab may have got further since then.
 */
async function findMissing({ outbox }: EngineDeps, commune: string, { reached }: Sent, response: SyncResponse): Promise<Missing> {
  const isNewEpoch = response.epoch !== outbox.epoch(commune)
  if (!isNewEpoch && response.last >= reached) return 'nothing'
  // Nothing is known about another register, not even what it made of the operations it has: an envelope may have brought them there first and got another
  // answer. So all are asked about.
  const count = await outbox.sendAgain(commune, response.epoch, isNewEpoch ? 0 : response.last)
  if (isNewEpoch || count > 0) return 'sentAgain'
  return (await outbox.waiting(commune, 1)).length === 0 ? 'nothing' : { from: response.last + 1 }
}

/** Operations were sent and the server judged none of them: sending the same again for ever would not help. */
function isStuck(sent: Sent, response: SyncResponse): boolean {
  return sent.epoch === response.epoch && sent.counters.length + sent.lost > 0 && response.outcomes.length === 0
}

/** Whether all operations sent were answered: a hole in the counters keeps the server from judging the ones behind it. */
function isAllAnswered({ counters }: Sent, { outcomes }: SyncResponse): boolean {
  const answered = new Set(outcomes.map(({ counter }) => counter))
  return counters.every((counter) => answered.has(counter))
}

function stepOf(sent: Sent, { bytesUp, bytesDown, serverTime }: Exchange, response: SyncResponse): RunStep {
  return {
    phase: sent.emptied ? 'pulling' : 'pushing',
    acknowledged: response.outcomes.length,
    received: response.page?.records.length ?? 0,
    remaining: response.page?.remaining ?? null,
    bytesUp,
    bytesDown,
    serverTime,
  }
}

import { digestText, joinDigests } from '../domain/records/digest'
import type { SyncPage, SyncResponse } from '../protocol/messages'
import type { EngineOutbox, EngineReplica, StorageKind } from './enginePorts'
import { shrunk } from './pace/batchSize'
import type { SyncTrouble } from './control'
import { learn, type Line } from './pace/line'
import { isPlain, nextPull, pullAhead } from './pace/pullAhead'
import { sendOnce, type Sent } from './sendOnce'
import type { Exchange, Transport, TransportFailure } from './transport'
import { trusted } from './asked'
import { wholeRecords } from './wholeRecords'

/*
 * One sync run of one commune: push what waits in counter order, then pull until the server's mark, in one line of
 * exchanges. Knows no store, no network and no clock: all are arguments, so that a simulation can own them.
 */

export interface EngineDeps {
  readonly outbox: EngineOutbox
  readonly replica: EngineReplica
  readonly transport: Transport
  /** Waits before another try; a fake returns at once. */
  readonly pause: (ms: number) => Promise<void>
  /** False only where the device itself says that it has no line at all: no other try is worth its time. */
  readonly hasLine: () => boolean
  /** 0 <= n < 1, for jitter. */
  readonly random: () => number
}

export interface RunInput {
  readonly commune: string
  /** Id of the whole run, all communes. */
  readonly run: string
  /** Asked after every await: false = this run was stopped, and nothing of it may go on (protocol rule 21). */
  readonly isCurrent: () => boolean
  readonly onProgress: (step: RunStep) => void
  /** Whether a replica that differs from the server may be mended: it may take a whole commune, so not at every run. */
  readonly mayMend: boolean
  /** What was learnt of the line; the caller keeps it from run to run. */
  readonly line: Line
}

export interface RunStep {
  readonly phase: 'pushing' | 'pulling'
  readonly acknowledged: number
  readonly received: number
  readonly remaining: number | null
  readonly bytesUp: number
  readonly bytesDown: number
  readonly serverTime: number | null
}

/** `done` = the queue was empty and the server's mark was reached, in that order; `drafts` wait at the server for the holder of the book. `blocked` = the same but for one that cannot be read here, and what waits behind it. */
export type RunEnd = { readonly kind: 'done'; readonly replica?: ReplicaState; readonly drafts?: number } | { readonly kind: 'stopped' } | { readonly kind: 'trouble'; readonly trouble: SyncTrouble } | { readonly kind: 'blocked' } | NewDevice

/**
 * What the comparison at the end of a pull said (protocol rule 24); absent = the same. `mended`: it differed, was mended
 * and is the same now. `differs`: it was fetched anew in vain, or had been mended once before while the book was open.
 */
export type ReplicaState = 'mended' | 'differs'

/**
 * The device has to go on under another id: a copy of its disk uses the same one, or the server does not know it (`again`:
 * so it has nothing of what it once took from it).
 */
export interface NewDevice { readonly kind: 'newDevice'; readonly again: boolean }

const TRIES_WITHOUT_PROGRESS = 5
/** After one cut the line is usually there again; after several in a row it needs time. */
const FIRST_PAUSE_MS = 100

export interface Progress {
  tries: number
  /** First counter the server lacks and this device holds no more: it is said to be lost. `null` = none known. */
  lostFrom: number | null
  /** Where the server's count stood when operations went back into the queue: the same place twice is no way forward. */
  againFrom: number | null
  mending: Mending
  /** A page amended a record of which too little is here: from there on records are asked for whole. */
  whole: boolean
  /**
   * What the server may have of operations that were sent is not known: no answer came yet, or a request got none. They are asked
   * about before they are sent again. `cut` = a request of this run.
   */
  unknown: 'no' | 'before' | 'cut'
}

/**
 * A replica that differs is mended by hamlets (`askHamlets` = with the next pull, `hamlets` = under way), and by fetching
 * everything anew (`askAll`, `all`) where that did not help, or the server does not know how.
 */
type Mending = 'no' | 'askHamlets' | 'hamlets' | 'askAll' | 'all'

export async function syncCommune(deps: EngineDeps, input: RunInput): Promise<RunEnd> {
  const progress: Progress = { tries: 0, lostFrom: null, againFrom: null, mending: 'no', whole: false, unknown: 'before' }
  let ahead: Promise<Sent> | null = null
  for (;;) {
    const sent: Sent = await (ahead ?? sendOnce(deps, input, progress))
    if (!input.isCurrent()) return { kind: 'stopped' }
    const { answer } = sent
    const next = await nextPull(deps, input, progress, sent)
    ahead = next && pullAhead(deps.transport, next, sent)
    if (!input.isCurrent()) return { kind: 'stopped' }
    const end = answer.ok ? await afterAnswer(deps, input, progress, sent, answer.value) : await afterFailure(deps, input, progress, sent, answer.error)
    if (!input.isCurrent()) return { kind: 'stopped' }
    if (end) return end
    if (!isPlain(progress)) ahead = null
  }
}

/** Keeps what came and looks where that leaves us; `null` = on with the next exchange. */
async function afterAnswer(deps: EngineDeps, input: RunInput, progress: Progress, sent: Sent, exchange: Exchange): Promise<RunEnd | null> {
  const response = sent.asked ? trusted(sent.asked, exchange.response) : exchange.response
  const stored = await store(deps, input, { response, serverTime: exchange.serverTime, stood: sent.stood })
  if (!input.isCurrent()) return { kind: 'stopped' }
  if (stored === 'lacking') {
    progress.whole = true
    return oneTryLess(progress)
  }
  if (stored === 'overtaken') return oneTryLess(progress)
  if (stored) return { kind: 'trouble', trouble: { kind: 'storage', failure: stored } }
  input.onProgress(stepOf(sent, exchange, response))
  if (response.taken?.length) return { kind: 'newDevice', again: false }
  const missing = await findMissing(deps, input.commune, sent, response)
  if (!input.isCurrent()) return { kind: 'stopped' }
  progress.lostFrom = typeof missing === 'object' ? missing.from : null
  if (missing === 'sentAgain') return sentAgainAt(progress, response.last)
  const wasCut = progress.unknown === 'cut'
  progress.unknown = sent.asked && response.outcomes.at(-1)?.counter === sent.asked.range.to ? 'before' : 'no'
  if (sent.asked && response.outcomes.length === 0) {
    // Nothing of it arrived: less must go at once.
    if (wasCut) input.line.batch = shrunk(input.line.batch)
    return null
  }
  if (isStuck(sent, response)) return oneTryLess(progress)
  progress.tries = 0
  learn(input.line, sent, exchange)
  if (response.page) progress.mending = afterPage(progress.mending, response.page)
  return sent.emptied && response.page?.done && isAllAnswered(sent, response) ? endOf(deps, input, progress, sent, response) : null
}

function sentAgainAt(progress: Progress, last: number): RunEnd | null {
  if (progress.againFrom === last) return serverFault
  progress.againFrom = last
  progress.unknown = 'before'
  return null
}

function oneTryLess(progress: Progress): RunEnd | null {
  progress.tries += 1
  return progress.tries < TRIES_WITHOUT_PROGRESS ? null : serverFault
}

const serverFault: RunEnd = { kind: 'trouble', trouble: { kind: 'serverFault' } }

/** Bookkeeping after the network, in its own step: if it fails, the same operations are sent again (protocol rule 12). `lacking` = the page amends what is not here, `overtaken` = another tab moved the replica meanwhile. */
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

/** `null` = the replica differs and is to be mended. */
function endOf({ replica }: EngineDeps, { commune, mayMend }: RunInput, progress: Progress, { isBlocked }: Sent, { page, drafts = 0 }: SyncResponse): RunEnd | null {
  if (isBlocked) return { kind: 'blocked' }
  const digest = page?.digest
  const end = { kind: 'done', ...(drafts > 0 && { drafts }) } as const
  const isSame = digest === undefined || digest === digestText(joinDigests([...replica.digests(commune).values()]))
  if (isSame) return progress.mending === 'no' ? end : { ...end, replica: 'mended' }
  if (!mayMend || progress.mending === 'all') return { ...end, replica: 'differs' }
  progress.mending = progress.mending === 'no' ? 'askHamlets' : 'askAll'
  return null
}

type Missing = 'nothing' | 'sentAgain' | { readonly from: number }

/**
 * After a restore the server lacks operations it once acknowledged: those still kept go back into the queue, the others are
 * lost (protocol rule 6). Seen by its epoch, or by its count being behind what it had said before this was asked: another tab may
 * have got further since.
 */
async function findMissing({ outbox }: EngineDeps, commune: string, { reached }: Sent, response: SyncResponse): Promise<Missing> {
  const isNewEpoch = response.epoch !== outbox.epoch(commune)
  if (!isNewEpoch && response.last >= reached) return 'nothing'
  // Of another register nothing is known, not even what it made of the operations it has: an envelope may have brought them there
  // first, and got another answer. All are asked about.
  const count = await outbox.sendAgain(commune, response.epoch, isNewEpoch ? 0 : response.last)
  if (isNewEpoch || count > 0) return 'sentAgain'
  return (await outbox.waiting(commune, 1)).length === 0 ? 'nothing' : { from: response.last + 1 }
}

/** Operations went out and the server judged none of them: sending the same again for ever would help nobody. */
function isStuck(sent: Sent, response: SyncResponse): boolean {
  return sent.epoch === response.epoch && sent.counters.length + sent.lost > 0 && response.outcomes.length === 0
}

/** A hole in the counters keeps the server from judging what comes behind it. */
function isAllAnswered({ counters }: Sent, { outcomes }: SyncResponse): boolean {
  const answered = new Set(outcomes.map(({ counter }) => counter))
  return counters.every((counter) => answered.has(counter))
}

async function afterFailure(deps: EngineDeps, { line }: RunInput, progress: Progress, sent: Sent, failure: TransportFailure): Promise<RunEnd | null> {
  if (failure.kind === 'unknownDevice') return { kind: 'newDevice', again: true }
  if (failure.kind === 'signedOut' || failure.kind === 'revoked' || failure.kind === 'oldClient' || failure.kind === 'busy') {
    return { kind: 'trouble', trouble: failure }
  }
  if (sent.counters.length > 0) progress.unknown = 'cut'
  if (sent.emptied) line.page = shrunk(line.page)
  progress.tries += 1
  if (progress.tries >= TRIES_WITHOUT_PROGRESS || (failure.kind === 'offline' && !deps.hasLine())) {
    return { kind: 'trouble', trouble: { kind: failure.kind === 'tooLarge' ? 'serverFault' : failure.kind } }
  }
  await deps.pause(FIRST_PAUSE_MS * 4 ** (progress.tries - 1) * (0.5 + deps.random()))
  return null
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

import type { EngineOutbox, EngineReplica } from './enginePorts'
import { shrunk } from './pace/batchSize'
import type { SyncTrouble } from './control'
import type { Line } from './pace/line'
import { isPlain, nextPull, pullAhead } from './pace/pullAhead'
import { afterAnswer, TRIES_WITHOUT_PROGRESS } from './running/afterAnswer'
import { sendOnce, type Sent } from './sendOnce'
import type { Transport, TransportFailure } from './transport'

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
export type Mending = 'no' | 'askHamlets' | 'hamlets' | 'askAll' | 'all'

/** A run under way, as its steps share it. */
export interface Run {
  readonly deps: EngineDeps
  readonly input: RunInput
  /** What the steps find out and act on; of this run alone. */
  readonly progress: Progress
}

/**
 * Sends what waits of one commune, then pulls. It ends `done` only where the queue was empty and the server's mark was reached in this run (protocol
 * rule 25), `stopped` as soon as the caller says that the run counts no more (21), and in `trouble` where the server or the store refuses,
 * the line was cut five times without anything between, or the same goes round: nothing is dropped for any of it (11, 12).
 *
 * Safe to stop anywhere and to run again: operations are known by their counters (7), leave the queue only by an answer that names them (8), and a page
 * counts only from where the replica stands (20). Rejects only where the store does.
 */
export async function syncCommune(deps: EngineDeps, input: RunInput): Promise<RunEnd> {
  const progress: Progress = { tries: 0, lostFrom: null, againFrom: null, mending: 'no', whole: false, unknown: 'before' }
  const run: Run = { deps, input, progress }
  let ahead: Promise<Sent> | null = null
  for (;;) {
    const sent: Sent = await (ahead ?? sendOnce(deps, input, progress))
    if (!input.isCurrent()) return { kind: 'stopped' }
    const next = await nextPull(run, sent)
    ahead = next && pullAhead(deps.transport, next, sent)
    if (!input.isCurrent()) return { kind: 'stopped' }
    const found = sent.answer.ok ? await afterAnswer(run, sent, sent.answer.value) : await afterFailure(run, sent, sent.answer.error)
    if (!input.isCurrent()) return { kind: 'stopped' }
    if (found !== 'next') return found
    if (!isPlain(progress)) ahead = null
  }
}

async function afterFailure({ deps, input: { line }, progress }: Run, sent: Sent, failure: TransportFailure): Promise<RunEnd | 'next'> {
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
  return 'next'
}

import type { EngineOutbox, EngineReplica } from './enginePorts'
import { shrunk } from './pace/batchSize'
import type { SyncTrouble } from './control'
import type { Line } from './pace/line'
import { isPlain, nextPull, pullAhead } from './pace/pullAhead'
import { afterAnswer, TRIES_WITHOUT_PROGRESS } from './running/afterAnswer'
import { sendOnce, type Sent } from './sendOnce'
import type { Transport, TransportFailure } from './transport'

/*
 * One sync run of one commune: pushes the waiting operations in counter order, then pulls up to the server's mark, one exchange after another. It knows no
 * store, network or clock. All are passed in, so a simulation can control them.
 */

export interface EngineDeps {
  readonly outbox: EngineOutbox
  readonly replica: EngineReplica
  readonly transport: Transport
  /** Waits before the next try; a fake returns at once. */
  readonly pause: (ms: number) => Promise<void>
  /** False only if the device itself reports that it has no connection: then another try is a waste of time. */
  readonly hasLine: () => boolean
  /** 0 <= n < 1, for jitter. */
  readonly random: () => number
}

export interface RunInput {
  readonly commune: string
  /** Id of the whole run, the same for all communes. */
  readonly run: string
  /** Checked after every await. False = this run was stopped and must do nothing more (S21). */
  readonly isCurrent: () => boolean
  readonly onProgress: (step: RunStep) => void
  /** Whether a replica that differs may be mended. Mending may fetch a whole commune, so not every run does it. */
  readonly mayMend: boolean
  /** Batch and page sizes learnt on this line; the caller keeps them from run to run. */
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

/**
 * How a run ended.
 * - `done`: the queue was empty and then the server's mark was reached. `drafts`: number of rescued drafts that wait at the server for the holder of the
 *   book
 * - `stopped`: the caller stopped it
 * - `trouble`: see `SyncTrouble`
 * - `blocked`: as `done`, but an operation that cannot be read here is left, and those behind it
 * - `newDevice`: see `NewDevice`
 */
export type RunEnd = { readonly kind: 'done'; readonly replica?: ReplicaState; readonly drafts?: number } | { readonly kind: 'stopped' } | { readonly kind: 'trouble'; readonly trouble: SyncTrouble } | { readonly kind: 'blocked' } | NewDevice

/**
 * Result of the comparison at the end of a pull (S24); absent = no difference.
 * - `mended`: it differed, was mended and is now the same
 * - `differs`: fetching everything again did not help, or was not allowed in this run (`mayMend`)
 */
export type ReplicaState = 'mended' | 'differs'

/**
 * The device must continue under another id: either a copy of its disk uses the same id, or the server does not know the id (`again`: then it has nothing
 * it once took from this device).
 */
export interface NewDevice { readonly kind: 'newDevice'; readonly again: boolean }

/** After one cut the line usually comes back at once; after several in a row it needs time. */
const FIRST_PAUSE_MS = 100

export interface Progress {
  tries: number
  /** First counter that neither the server nor this device has any more: reported to the server as lost. `null` = none known. */
  lostFrom: number | null
  /** The server's last counter when operations were put back into the queue. Finding the same one twice means no progress. */
  againFrom: number | null
  mending: Mending
  /** A page amended a record that is not here in full: from now on records are requested whole. */
  whole: boolean
  /**
   * Whether it is unknown if the server has operations sent earlier. Those are asked about before they are sent again.
   * - `no`: known
   * - `before`: not answered yet in this run
   * - `cut`: a request of this run got no answer
   */
  unknown: 'no' | 'before' | 'cut'
}

/**
 * How far mending a replica that differs has got. First the hamlets that differ are fetched (`askHamlets` = with the next pull, `hamlets` = under way).
 * Then everything is (`askAll`, `all`), if that did not help or the server cannot do it.
 */
export type Mending = 'no' | 'askHamlets' | 'hamlets' | 'askAll' | 'all'

/** A run in progress, as shared by its steps. */
export interface Run {
  readonly deps: EngineDeps
  readonly input: RunInput
  /** What the steps have found out; belongs to this run alone. */
  readonly progress: Progress
}

/**
 * Sends the waiting operations of one commune, then pulls. It ends
 * - `done` only if the queue was empty and the server's mark was reached in this run (S25)
 * - `stopped` as soon as the caller stops it (S21)
 * - in `trouble` if the server or the store refuses, or after five tries in a row without progress. Nothing is dropped for any of these (S11, S12).
 * - see `RunEnd` for the other ends
 *
 * Safe to stop anywhere and to run again: operations are known by their counters (S7), leave the queue only by an answer that names them (S8), and a page
 * counts only if the replica still stands where it did (S20). Rejects only if the store does.
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

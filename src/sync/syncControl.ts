import type { Result } from '../domain/result'
import type { SyncControl, SyncState, SyncTrouble } from './control'
import { firstBatchSize, firstPageSize, rested } from './pace/batchSize'
import { FIRST_PART, sendPhotos, type PhotoSending } from './sendPhotos'
import { syncCommune, type EngineDeps, type RunEnd, type RunInput, type RunStep } from './engine'

export interface ControlDeps extends EngineDeps {
  readonly communes: () => readonly string[]
  readonly waitingCount: (commune: string) => Promise<number>
  /** Enrols this phone anew and moves what waits there; `again` = also what the server had taken. */
  readonly newDevice: (commune: string, again: boolean) => Promise<Result<null, SyncTrouble>>
  /** Sends what lies sealed, from within a run. Never rejects. */
  readonly handInSealed?: () => Promise<unknown>
  /** Asked where the session has ended: without one the server does not look at the device (protocol rule 40). Absent = nobody can say. */
  readonly isRevoked?: () => Promise<boolean>
  readonly now: () => number
  readonly newId: () => string
  /** Runs `work` if no other tab of this device is syncing; `null` = another tab is (Web Locks). */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T | null>
  /** Fetches the drafts that wait at the server (`takeRescued`). Answers how many were laid down. */
  readonly takeDrafts?: (commune: string, isCurrent: () => boolean) => Promise<number>
  /** Photos, and whether the device's owner lets them go over the line there is now. Absent where there are none to send. */
  readonly photos?: Pick<PhotoSending, 'photos' | 'transport'> & { readonly mayGo: () => boolean }
  /** Calls back after `ms`; returns the canceller. */
  readonly timer: (work: () => void, ms: number) => () => void
}

const EVERY_MS = 60_000
const SLOWEST_MS = 15 * 60_000
/** Another tab, or a run of this one from before it was locked, is still at it: look again soon. */
const ELSEWHERE_MS = 3_000

/** The store rejects with its typed failure (a full disk while settling): the run ends, the same operations go again. */
function storageEnd(error: unknown): Extract<RunEnd, { kind: 'trouble' }> {
  const failure = storageKindOf(error)
  if (!failure) throw error
  return { kind: 'trouble', trouble: { kind: 'storage', failure } }
}

function storageKindOf(error: unknown) {
  const kind = (error as { failure?: { kind?: unknown } } | null)?.failure?.kind
  return storageKinds.find((known) => known === kind)
}
const storageKinds = ['diskFull', 'storageLost', 'locked'] as const

type Ended = Exclude<RunEnd, { kind: 'newDevice' | 'blocked' }>

/** What cannot be read here goes sealed (protocol rule 45). A run that asks for another device id, or is blocked all the same, goes on under one, once. */
async function syncRenewed(deps: ControlDeps, input: RunInput): Promise<Ended> {
  let end = await syncCommune(deps, input)
  if (end.kind === 'blocked') {
    await deps.handInSealed?.()
    if (!input.isCurrent()) return { kind: 'stopped' }
    end = await syncCommune(deps, input)
  }
  if (isEnded(end)) return end
  const renewed = await deps.newDevice(input.commune, end.kind === 'newDevice' && end.again)
  if (!input.isCurrent()) return { kind: 'stopped' }
  if (!renewed.ok) return { kind: 'trouble', trouble: renewed.error }
  const second = await syncCommune(deps, input)
  return isEnded(second) ? second : { kind: 'trouble', trouble: { kind: 'serverFault' } }
}

const isEnded = (end: RunEnd): end is Ended => end.kind !== 'newDevice' && end.kind !== 'blocked'

const idle: SyncState = {
  phase: 'idle', waiting: 0, sent: 0, toSend: 0, received: 0, remaining: null,
  trouble: null, photoTrouble: null, replica: 'same', rescued: 0, lastSuccessAt: null, clockSkewMs: null, bytes: { up: 0, down: 0 },
}

/**
 * The one control of sync on a device: runs, joins a run under way, tells listeners, and tries again by itself: every
 * minute while all is well, with growing jittered pauses after trouble.
 */
export function createSyncControl(deps: ControlDeps): SyncControl {
  let state = idle
  let running: Promise<SyncState> | null = null
  let again = false
  let token: object | null = {}
  let failures = 0
  let cancelTimer: () => void = () => {}
  const listeners = new Set<() => void>()
  /** Fetched anew once while the book is open: what still differs then is not mended by fetching. */
  const mended = new Set<string>()
  const line = { batch: firstBatchSize, page: firstPageSize, part: FIRST_PART }
  /** Somebody asked for the photos to go now, over whatever line. */
  let photosAsked = false

  const set = (change: Partial<SyncState>): void => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const countWaiting = async (): Promise<number> => {
    const counts = await Promise.all(deps.communes().map((commune) => deps.waitingCount(commune)))
    return counts.reduce((sum, count) => sum + count, 0)
  }
  /** Of this very queue: what lies sealed under an id this phone was before goes by itself, when it may. */
  const isTextLeft = async (): Promise<boolean> =>
    (await Promise.all(deps.communes().map((commune) => deps.outbox.waiting(commune, 1)))).some((waiting) => waiting.length > 0)
  const onProgress = (step: RunStep): void => {
    set({
      phase: step.phase,
      sent: state.sent + step.acknowledged,
      waiting: Math.max(0, state.waiting - step.acknowledged),
      received: state.received + step.received,
      remaining: step.remaining,
      bytes: { up: state.bytes.up + step.bytesUp, down: state.bytes.down + step.bytesDown },
      clockSkewMs: step.serverTime === null ? state.clockSkewMs : deps.now() - step.serverTime,
    })
  }
  const runAll = async (): Promise<SyncTrouble | null> => {
    const mine = token
    const run = deps.newId()
    line.batch = rested(line.batch)
    line.page = rested(line.page)
    let trouble: SyncTrouble | null = null
    for (const commune of deps.communes()) {
      const input = { commune, run, isCurrent: () => mine !== null && token === mine, onProgress, mayMend: !mended.has(commune), line }
      const end = await syncRenewed(deps, input).catch(storageEnd)
      if (end.kind === 'trouble') trouble = end.trouble.kind === 'signedOut' && (await deps.isRevoked?.()) ? { kind: 'revoked' } : end.trouble
      if (end.kind !== 'done') continue
      if (end.replica) mended.add(commune)
      set({ replica: end.replica ?? 'same' })
      const drafts = end.drafts ? await takeDrafts(commune, input.isCurrent).catch(storageEnd) : null
      if (drafts) trouble = drafts.trouble
    }
    if (trouble === null) await runPhotos(mine)
    return trouble
  }
  const takeDrafts = async (commune: string, isCurrent: () => boolean): Promise<null> => {
    const laid = (await deps.takeDrafts?.(commune, isCurrent)) ?? 0
    if (laid > 0) set({ rescued: state.rescued + laid })
    return null
  }
  const sendingOf = (photos: NonNullable<ControlDeps['photos']>, mine: object | null): PhotoSending => ({
    ...photos, line,
    // Text that came meanwhile goes first; the photos go on after it.
    isCurrent: () => mine !== null && token === mine && !again,
    onSent: (bytes) => set({ bytes: { ...state.bytes, up: state.bytes.up + bytes } }),
  })
  /** After all text: a photo is worth nothing while its record is not there. */
  const runPhotos = async (mine: object | null): Promise<void> => {
    if (!deps.photos || !(photosAsked || deps.photos.mayGo()) || (await isTextLeft())) return
    const sending = sendingOf(deps.photos, mine)
    const photoTrouble = await sendPhotos(sending, deps.communes()).catch((error: unknown) => storageEnd(error).trouble)
    if (!again) photosAsked = false
    set({ photoTrouble })
  }
  const runCounted = async (): Promise<{ readonly trouble: SyncTrouble | null; readonly isElsewhere: boolean; readonly left: number }> => {
    const waiting = await countWaiting()
    set({ phase: 'pushing', waiting, sent: 0, toSend: waiting, received: 0, remaining: null, bytes: { up: 0, down: 0 } })
    const outcome = await deps.alone(async () => ({ trouble: await runAll() }))
    return { trouble: outcome?.trouble ?? null, isElsewhere: outcome === null, left: token === null ? waiting : await countWaiting() }
  }
  const runOnce = async (): Promise<SyncState> => {
    cancelTimer()
    try {
      return ended(await runCounted())
    } catch (error) {
      const failure = storageKindOf(error)
      // Nobody foresaw it: for the screens the book has to be opened again, for whoever listens it is a bug.
      ended({ trouble: { kind: 'storage', failure: failure ?? 'storageLost' }, isElsewhere: false, left: state.waiting })
      if (!failure) throw error
      return state
    }
  }
  const ended = ({ trouble, isElsewhere, left }: Awaited<ReturnType<typeof runCounted>>): SyncState => {
    if (token === null) return state
    const reached = !isElsewhere && trouble === null
    failures = reached || isElsewhere ? 0 : failures + 1
    set({ phase: 'idle', waiting: left, trouble, lastSuccessAt: reached && left === 0 ? deps.now() : state.lastSuccessAt })
    plan(isElsewhere)
    return state
  }
  const plan = (wasBusyElsewhere: boolean): void => {
    const trouble = state.trouble
    const wait = wasBusyElsewhere ? ELSEWHERE_MS : trouble?.kind === 'busy' ? trouble.retryAfterMs : Math.min(SLOWEST_MS, EVERY_MS * 2 ** Math.max(0, failures - 1))
    cancelTimer = deps.timer(() => void control.run('timer'), wait * (0.75 + deps.random() / 2))
  }

  const control: SyncControl = {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    run(reason) {
      if (token === null) return Promise.resolve(state)
      if (reason === 'photos') photosAsked = true
      if (running) {
        // Something submitted during a run may have missed its batch: one more run follows.
        if (reason === 'submit' || reason === 'photos') again = true
        return running
      }
      running = runOnce().finally(() => {
        running = null
        if (again && token !== null) {
          again = false
          void control.run('submit')
        }
      })
      return running
    },
    stop() {
      token = null
      cancelTimer()
      listeners.clear()
    },
  }
  return control
}

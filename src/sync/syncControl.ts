import type { Result } from '../domain/result'
import type { SyncControl, SyncState, SyncTrouble } from './control'
import type { EngineDeps } from './engine'
import { firstBatchSize, firstPageSize } from './pace/batchSize'
import { nextTryIn } from './running/nextTry'
import { runAll, type Kept } from './running/runAll'
import { showState } from './running/shownState'
import { storageKindOf } from './running/storageEnd'
import { FIRST_PART, type PhotoSending } from './sendPhotos'

export interface ControlDeps extends EngineDeps {
  readonly communes: () => readonly string[]
  readonly waitingCount: (commune: string) => Promise<number>
  /** Enrols this phone again and moves its waiting operations to the new id; `again` = also those the server had taken. */
  readonly newDevice: (commune: string, again: boolean) => Promise<Result<null, SyncTrouble>>
  /** Sends the sealed queue from within a run. Fails with the trouble that kept it from being tried. */
  readonly handInSealed?: () => Promise<Result<null, SyncTrouble>>
  /** Asked when the session has ended: without one, sync does not learn whether the device is revoked (S40). Absent = this cannot be asked. */
  readonly isRevoked?: () => Promise<boolean>
  readonly now: () => number
  readonly newId: () => string
  /** Runs `work` if no other tab of this device is syncing (Web Locks); `null` = another tab is. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T | null>
  /** Restores the drafts that wait at the server (`takeRescued`). Returns how many. */
  readonly takeDrafts?: (commune: string, isCurrent: () => boolean) => Promise<number>
  /** Photos, and whether the owner lets them be sent over the present line. Absent = photos are not sent. */
  readonly photos?: Pick<PhotoSending, 'photos' | 'transport'> & { readonly mayGo: () => boolean }
  /** Calls `work` after `ms`. Returns the function that cancels it. */
  readonly timer: (work: () => void, ms: number) => () => void
}

/**
 * Controls all sync on a device: starts runs, joins a run in progress, tells listeners, and runs again by itself, every minute while all is well, after
 * trouble with growing random pauses.
 */
export function createSyncControl(deps: ControlDeps): SyncControl {
  return new DeviceSync(deps)
}

interface Counted {
  readonly trouble: SyncTrouble | null
  readonly isElsewhere: boolean
  readonly left: number
}

class DeviceSync implements SyncControl {
  private running: Promise<SyncState> | null = null
  private isStopped = false
  private failures = 0
  private cancelTimer: () => void = () => {}
  /** A busy server gave a time to come back: until the timer fires, nothing is sent that nobody asked for (S30). */
  private isToldToWait = false
  private readonly shown = showState()
  private readonly kept: Kept = {
    shown: this.shown, mended: new Set(), wishes: { again: false, photos: false }, endPhotoWait: null, isCurrent: () => !this.isStopped,
    line: { batch: firstBatchSize, page: firstPageSize, part: FIRST_PART },
  }

  constructor(private readonly deps: ControlDeps) {}

  // Fields, not methods: screens pass these two on as plain functions.
  readonly state = this.shown.now
  readonly subscribe = this.shown.subscribe

  run(reason: Parameters<SyncControl['run']>[0]): Promise<SyncState> {
    const { wishes } = this.kept
    // A locked book runs nothing, so there is no trouble to report.
    if (this.isStopped) return Promise.resolve({ ...this.state(), trouble: null })
    if (reason === 'photos') wishes.photos = true
    if (this.running) {
      if (reason === 'submit' || reason === 'photos') wishes.again = true
      return this.running
    }
    if (this.isToldToWait && isUnasked(reason)) return Promise.resolve(this.state())
    this.running = this.runOnce().finally(() => {
      this.running = null
      if (!wishes.again || this.isStopped) return
      wishes.again = false
      void this.run('submit')
    })
    return this.running
  }

  stop(): void {
    this.isStopped = true
    this.cancelTimer()
    this.kept.endPhotoWait?.()
    this.shown.close()
  }

  private async runOnce(): Promise<SyncState> {
    if (!this.isToldToWait) this.cancelTimer()
    try {
      return this.ended(await this.runCounted())
    } catch (error) {
      const failure = storageKindOf(error)
      // Not an expected failure. Screens show that the book must be opened again; the caller gets the bug itself.
      this.ended({ trouble: { kind: 'storage', failure: failure ?? 'storageLost' }, isElsewhere: false, left: this.state().waiting })
      if (!failure) throw error
      return this.state()
    }
  }

  private async runCounted(): Promise<Counted> {
    const waiting = await this.countWaiting()
    this.shown.set({ phase: 'pushing', waiting, sent: 0, toSend: waiting, received: 0, remaining: null, bytes: { up: 0, down: 0 } })
    const outcome = await this.deps.alone(async () => ({ trouble: await runAll(this.deps, this.kept) }))
    return { trouble: outcome?.trouble ?? null, isElsewhere: outcome === null, left: this.isStopped ? waiting : await this.countWaiting() }
  }

  private async countWaiting(): Promise<number> {
    const counts = await Promise.all(this.deps.communes().map((commune) => this.deps.waitingCount(commune)))
    return counts.reduce((sum, count) => sum + count, 0)
  }

  private ended({ trouble, isElsewhere, left }: Counted): SyncState {
    if (this.isStopped) return this.state()
    const isReached = !isElsewhere && trouble === null
    this.failures = isReached || isElsewhere ? 0 : this.failures + 1
    this.shown.set({ phase: 'idle', waiting: left, trouble, lastSuccessAt: isReached && left === 0 ? this.deps.now() : this.state().lastSuccessAt })
    const isBusy = !isElsewhere && trouble?.kind === 'busy'
    // The server's waiting time holds until a run reaches the mark, even if somebody started runs in between.
    if (!this.isToldToWait || isBusy || isReached) this.comeBack(isBusy, nextTryIn({ trouble, isElsewhere, failures: this.failures }, this.deps.random()))
    return this.state()
  }

  private comeBack(isTold: boolean, ms: number): void {
    this.cancelTimer()
    this.isToldToWait = isTold
    this.cancelTimer = this.deps.timer(() => {
      this.isToldToWait = false
      void this.run('timer')
    }, ms)
  }
}

const isUnasked = (reason: Parameters<SyncControl['run']>[0]): boolean => reason === 'submit' || reason === 'online'

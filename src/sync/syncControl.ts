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
  /** Enrols this phone anew and moves what waits there; `again` = also what the server had taken. */
  readonly newDevice: (commune: string, again: boolean) => Promise<Result<null, SyncTrouble>>
  /** Sends what lies sealed, from within a run; fails with what kept it from being tried. */
  readonly handInSealed?: () => Promise<Result<null, SyncTrouble>>
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

/**
 * The one control of sync on a device: runs, joins a run under way, tells listeners, and tries again by itself: every
 * minute while all is well, with growing jittered pauses after trouble.
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
  /** Until the timer comes the server wants nothing that nobody asks for (protocol rule 30). */
  private isToldToWait = false
  private readonly shown = showState()
  private readonly kept: Kept = {
    shown: this.shown, mended: new Set(), wishes: { again: false, photos: false }, endPhotoWait: null, isCurrent: () => !this.isStopped,
    line: { batch: firstBatchSize, page: firstPageSize, part: FIRST_PART },
  }

  constructor(private readonly deps: ControlDeps) {}

  // Screens hand these two on by themselves.
  readonly state = this.shown.now
  readonly subscribe = this.shown.subscribe

  run(reason: Parameters<SyncControl['run']>[0]): Promise<SyncState> {
    const { wishes } = this.kept
    // A locked book runs nothing, and so was told nothing.
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
      // Nobody foresaw it: for the screens the book has to be opened again, for whoever listens it is a bug.
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
    // What was told holds until the server was reached, whoever asked in between.
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

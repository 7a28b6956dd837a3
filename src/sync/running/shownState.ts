import type { SyncState } from '../control'
import type { RunStep } from '../engine'

/** The state shown to listeners. */
export interface ShownState {
  readonly now: () => SyncState
  readonly set: (change: Partial<SyncState>) => void
  readonly subscribe: (listener: () => void) => () => void
  /** Drops all listeners. */
  readonly close: () => void
}

export function showState(): ShownState {
  const listeners = new Set<() => void>()
  let state: SyncState = {
    phase: 'idle', waiting: 0, sent: 0, toSend: 0, received: 0, remaining: null,
    trouble: null, photoTrouble: null, replica: 'same', rescued: 0, lastSuccessAt: null, clockSkewMs: null, bytes: { up: 0, down: 0 },
  }
  return {
    now: () => state,
    set(change) {
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => listeners.clear(),
  }
}

/** The change a step of a run makes to the state. @param now epoch ms of this device */
export function afterStep(state: SyncState, step: RunStep, now: number): Partial<SyncState> {
  return {
    phase: step.phase,
    sent: state.sent + step.acknowledged,
    waiting: Math.max(0, state.waiting - step.acknowledged),
    received: state.received + step.received,
    remaining: step.remaining,
    bytes: { up: state.bytes.up + step.bytesUp, down: state.bytes.down + step.bytesDown },
    clockSkewMs: step.serverTime === null ? state.clockSkewMs : now - step.serverTime,
  }
}

import { createWorkGate, type Refused, type WorkGate } from './workGate'

/** Bytes of a body. Phones send 256 kB of several forms or drafts, eight parts of a photo, or one that is larger by itself: 400 kB at most. */
export const STRANGER_BODY_LIMIT = 500_000

export interface StrangerGateOptions {
  /** Requests that may be under way at a time. */
  readonly places: number
  /** Milliseconds of a clock that nobody sets. */
  readonly now: () => number
}

export interface StrangerGate {
  /**
   * Gives a request a place for as long as its body may lie here; no address has more than half of them.
   * @param over fulfilled when it is answered or its line is gone; never fails
   * @returns when to come back, where there is none
   */
  enter(address: string, over: Promise<void>): Refused | null
}

/**
 * Bounds what people without a session can make one process hold: what proves itself proves itself only when its whole body has come, which
 * may take minutes. Apart from the gate before the work, so that a slow line keeps nobody from that.
 */
export function createStrangerGate({ places, now }: StrangerGateOptions): StrangerGate {
  const gateOf = (atOnce: number): WorkGate => createWorkGate({ atOnce, waiting: 0, now })
  const all = gateOf(places)
  const addresses = new Map<string, { readonly gate: WorkGate; inside: number }>()
  return {
    enter(address, over) {
      const own = addresses.get(address) ?? { gate: gateOf(places / 2), inside: 0 }
      const full = own.gate.refuses() ?? all.refuses()
      if (full) return full
      addresses.set(address, own)
      own.inside += 1
      for (const gate of [own.gate, all]) void gate.run(() => over)
      void over.then(() => {
        own.inside -= 1
        if (own.inside === 0) addresses.delete(address)
      })
      return null
    },
  }
}

import { createWorkGate, type Refused, type WorkGate } from './workGate'

/** Bytes of a body. Phones send 256 kB of several forms or drafts, eight parts of a photo, or one item that is larger by itself: at most 400 kB. */
export const STRANGER_BODY_LIMIT = 500_000

export interface StrangerGateOptions {
  /** Requests that may be under way at the same time. */
  readonly places: number
  /** A clock in milliseconds that nobody can set. */
  readonly now: () => number
}

export interface StrangerGate {
  /**
   * Gives a request a place until it is over. No address gets more than half of the places.
   * @param over resolves when the request was answered or its connection is gone; never fails
   * @returns `null` if it got a place, otherwise when to come back
   */
  enter(address: string, over: Promise<void>): Refused | null
}

/**
 * Limits how much people without a session can make one process hold. Such a request proves itself only when its whole body has arrived, which may
 * take minutes. This gate is separate from the work gate, so that slow connections block no work.
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

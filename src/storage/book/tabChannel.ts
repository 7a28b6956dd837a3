import type { Change } from './openBook'

interface Message extends Change {
  readonly user: string
}

export interface TabChannel {
  tell(change: Change): void
  close(): void
}

/** Lets the tabs of one account hear of each other's writes: ids and page numbers only, nothing of a person. */
export function tabChannel(user: string, onChange: (change: Change) => void): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, close: () => {} }
  const channel = new BroadcastChannel('sothon-ledger')
  // In Node an open channel keeps the process alive.
  ;(channel as { unref?: () => void }).unref?.()
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.user === user) onChange(data)
  }
  return {
    tell: (change) => channel.postMessage({ user, ...change } satisfies Message),
    close: () => channel.close(),
  }
}

import type { Change } from './openBook'

const CHANNEL = 'sothon-ledger'

interface Message extends Change {
  readonly user: string
  /** The page that forgot the account. */
  readonly forgottenBy?: string
}

/** Names this page: what it does itself its own screens know. */
const page = crypto.getRandomValues(new Uint32Array(4)).join()

export interface TabChannel {
  tell(change: Change): void
  close(): void
}

/** Lets the tabs of one account hear of each other's writes: ids and page numbers only, nothing of a person; and that it was forgotten in another page. */
export function tabChannel(user: string, onChange: (change: Change) => void, onForgotten: () => void): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, close: () => {} }
  const channel = new BroadcastChannel(CHANNEL)
  // In Node an open channel keeps the process alive.
  ;(channel as { unref?: () => void }).unref?.()
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.user !== user || data.forgottenBy === page) return
    if (data.forgottenBy === undefined) onChange(data)
    else onForgotten()
  }
  return {
    tell: (change) => channel.postMessage({ user, ...change } satisfies Message),
    close: () => channel.close(),
  }
}

const nothing: Change = { ids: [], buckets: [], state: false }

/** Has every open book of the account look again at what is not told by records. */
export const tellTabs = (user: string): void => post({ user, ...nothing })

/** Closes every book of the account that another page has open: its key is gone. */
export const tellForgotten = (user: string): void => post({ user, ...nothing, forgottenBy: page })

function post(message: Message): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(message)
  channel.close()
}

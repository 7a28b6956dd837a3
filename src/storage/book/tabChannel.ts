import type { Change } from './openBook'

const CHANNEL = 'sothon-ledger'

interface Message extends Change {
  readonly user: string
  /** Id of the page that forgot the account; absent = a change. */
  readonly forgottenBy?: string
}

/** Id of this page, which ignores its own message that an account was forgotten. */
const page = crypto.getRandomValues(new Uint32Array(4)).join()

export interface TabChannel {
  tell(change: Change): void
  close(): void
}

/** Tells the tabs of one account of each other's writes (only ids and page numbers, no person's data), and that another page forgot the account. */
export function tabChannel(user: string, onChange: (change: Change) => void, onForgotten: () => void): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, close: () => {} }
  const channel = new BroadcastChannel(CHANNEL)
  // In Node an open channel would keep the process alive.
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

/** Makes every open book of the account refresh data that is not told per record. */
export const tellTabs = (user: string): void => post({ user, ...nothing })

/** Closes the account's book in all other pages: its key is gone. */
export const tellForgotten = (user: string): void => post({ user, ...nothing, forgottenBy: page })

function post(message: Message): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(message)
  channel.close()
}

import type { KeyboardEvent } from 'react'
import { useReviewPlace } from '../reviewPlace'
import type { QueueItem } from './queueItem'
import { toggled } from './QueueRow'

interface QueueActions {
  readonly onOpen: (id: string) => void
  readonly onAccept: (item: QueueItem) => void
  readonly onReturn: (item: QueueItem) => void
}

const STEPS: { readonly [key: string]: number } = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }

/**
 * Keys of the queue: arrows move, Space selects, Enter opens, Ctrl+Enter accepts, Alt+T returns. No single letters,
 * because Vietnamese input programs would swallow them.
 */
export function useQueueKeys(items: readonly QueueItem[], actions: QueueActions): (event: KeyboardEvent) => void {
  const place = useReviewPlace()
  return (event) => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return
    const at = items.findIndex((item) => item.id === place.currentId)
    const step = STEPS[event.key]
    const item = items[at]
    if (step !== undefined) {
      const row = Math.max(0, Math.min(items.length - 1, at === -1 ? 0 : at + step))
      place.setCurrentId(items[row]?.id ?? null)
    } else if (!item) return
    else if (event.key === ' ') place.setChecked((old) => toggled(old, item.tick))
    else if (event.key === 'Enter' && event.ctrlKey) {
      // A key held down accepts once: nobody has read the forms that move up.
      if (!event.repeat) actions.onAccept(item)
    } else if (event.key === 'Enter') actions.onOpen(item.id)
    else if (event.altKey && event.code === 'KeyT') actions.onReturn(item)
    else return
    event.preventDefault()
  }
}

import { Workbox } from 'workbox-window'
import { trustedScriptUrl } from './trustedScriptUrl'

/** Tag of the browser's Background Sync under which the service worker sends the sealed queue. */
export const QUEUE_TAG = 'sothon-queue'

export interface Updates {
  /** A new version is installed and waits. */
  available(): boolean
  subscribe(listener: () => void): () => void
  /** Switches to the waiting version and reloads. The caller asks first whether a form is open. */
  apply(): void
}

/** Registers the service worker once the page is up. It never reloads by itself: a form may be open. */
export function registerServiceWorker(): Updates {
  const listeners = new Set<() => void>()
  if (!('serviceWorker' in navigator)) return { available: () => false, subscribe: () => () => {}, apply: () => {} }
  let waiting = false
  const worker = new Workbox(trustedScriptUrl('/sw.js'))
  worker.addEventListener('waiting', () => {
    waiting = true
    for (const listener of listeners) listener()
  })
  void worker.register()
  return {
    available: () => waiting,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    apply() {
      worker.addEventListener('controlling', () => location.reload())
      worker.messageSkipWaiting()
    },
  }
}

/** Asks the browser to send the sealed queue when it next has a line, even with the app closed. False where it cannot. */
export async function registerBackgroundSync(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  const registration = await navigator.serviceWorker.ready
  const sync = (registration as ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }).sync
  if (!sync) return false
  return sync.register(QUEUE_TAG).then(() => true, () => false)
}

import { Workbox } from 'workbox-window'
import { isFormOpen } from './openForms'
import { trustedScriptUrl } from './trustedScriptUrl'

export interface Updates {
  /** A new version is installed and waits, or has taken over. */
  available(): boolean
  subscribe(listener: () => void): () => void
  /** As `Platform.update` has it. */
  apply(): Promise<boolean>
}

/** An app left open for days looks for a newer version by itself. */
const LOOK_EVERY_MS = 3_600_000

/** Registers the service worker once the page is up. It never reloads by itself: a form may be open. */
export function registerServiceWorker(): Updates {
  const listeners = new Set<() => void>()
  const reload = (): true => {
    location.reload()
    return true
  }
  if (!('serviceWorker' in navigator)) return { available: () => false, subscribe: () => () => {}, apply: async () => reload() }
  let waiting = false
  const worker = new Workbox(trustedScriptUrl('/sw.js'))
  const offer = (): void => {
    waiting = true
    for (const listener of listeners) listener()
  }
  worker.addEventListener('waiting', offer)
  // Another window switched to it: what this page has not loaded yet is gone.
  worker.addEventListener('controlling', ({ isUpdate }) => { if (isUpdate) offer() })
  void worker.register()
  setInterval(() => void worker.update().catch(() => undefined), LOOK_EVERY_MS)
  return {
    available: () => waiting,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    // What cannot be fetched is of a version the server no longer has: starting again gets the new one.
    apply: () => Promise.all([import('./takeNewest'), navigator.serviceWorker.getRegistration()])
      .then(([part, registration]) => part.takeNewest({ registration, isFormOpen, reload }), reload),
  }
}

import { Workbox } from 'workbox-window'
import { trustedScriptUrl } from './trustedScriptUrl'

export interface Updates {
  /** A new version is installed and waits. */
  available(): boolean
  subscribe(listener: () => void): () => void
  /** Switches to the newest version and reloads. The caller asks first whether a form is open. Resolves early where that failed. */
  apply(): Promise<void>
}

/** An app left open for days looks for a newer version by itself. */
const LOOK_EVERY_MS = 3_600_000

/** Registers the service worker once the page is up. It never reloads by itself: a form may be open. */
export function registerServiceWorker(): Updates {
  const listeners = new Set<() => void>()
  if (!('serviceWorker' in navigator)) return { available: () => false, subscribe: () => () => {}, apply: async () => location.reload() }
  let waiting = false
  const worker = new Workbox(trustedScriptUrl('/sw.js'))
  worker.addEventListener('waiting', () => {
    waiting = true
    for (const listener of listeners) listener()
  })
  void worker.register()
  setInterval(() => void worker.update().catch(() => undefined), LOOK_EVERY_MS)
  return {
    available: () => waiting,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async apply() {
      const reload = (): void => location.reload()
      // What cannot be fetched is of a version the server no longer has: starting again gets the new one.
      await Promise.all([import('./takeNewest'), navigator.serviceWorker.getRegistration()]).then(([part, registration]) => part.takeNewest(registration, reload), reload)
    },
  }
}

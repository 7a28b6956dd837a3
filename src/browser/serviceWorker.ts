import { Workbox } from 'workbox-window'
import { trustedScriptUrl } from './trustedScriptUrl'

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

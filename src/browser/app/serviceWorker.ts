import { Workbox } from 'workbox-window'
import type { Platform, UpdateState } from '../../ui/platform'
import { isFormOpen } from './openForms'
import { trustedScriptUrl } from '../trustedScriptUrl'

/** An app that stays open for days looks for a newer version by itself. */
const LOOK_EVERY_MS = 3_600_000

/** Registers the service worker and reports newer versions. It never reloads by itself, because a form may be open. */
export function registerServiceWorker(): Platform['update'] {
  const listeners = new Set<() => void>()
  const reload = (): true => {
    location.reload()
    return true
  }
  if (!('serviceWorker' in navigator)) return { state: () => 'none', subscribe: () => () => {}, apply: async () => reload() }
  let state: UpdateState = 'none'
  let hasVersion = navigator.serviceWorker.controller !== null
  const worker = new Workbox(trustedScriptUrl('/sw.js'))
  const offer = (found: UpdateState): void => {
    state = found
    for (const listener of listeners) listener()
  }
  worker.addEventListener('waiting', () => offer('waiting'))
  // Another window switched to a newer version, unless this is the first worker this page gets.
  worker.addEventListener('controlling', () => {
    if (hasVersion) offer('switched')
    hasVersion = true
  })
  void worker.register()
  setInterval(() => void worker.update().catch(() => undefined), LOOK_EVERY_MS)
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    // If a part cannot be fetched, it is of a version the server no longer has: a reload gets the new one.
    apply: () => Promise.all([import('./takeNewest'), navigator.serviceWorker.getRegistration()])
      .then(([part, registration]) => part.takeNewest({ registration, isFormOpen, reload }), reload),
  }
}

import type { Platform } from '../../ui/platform'

interface InstallEvent extends Event { prompt(): Promise<unknown> }

/** The browser's offer to install the app, kept until the app finds the right moment to show it. */
export function watchInstall(): Platform['install'] {
  const listeners = new Set<() => void>()
  let offer: InstallEvent | null = null
  let installed = matchMedia('(display-mode: standalone)').matches
  const tell = (): void => { for (const listener of listeners) listener() }
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offer = event as InstallEvent
    tell()
  })
  addEventListener('appinstalled', () => {
    installed = true
    offer = null
    tell()
  })
  const isIos = /iPhone|iPad/.test(navigator.userAgent)
  return {
    state: () => (installed ? 'installed' : offer ? 'ready' : isIos ? 'ios' : 'none'),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async prompt() {
      await offer?.prompt()
      offer = null
      tell()
    },
  }
}

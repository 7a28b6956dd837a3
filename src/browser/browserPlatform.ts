import { fail } from '../domain/result'
import type { Platform, Scanner } from '../ui/platform'
import { watchInstall } from './app/installPrompt'
import { lineCost } from './lineCost'
import { locate } from './location'
import { oneAtATime } from './locks/oneAtATime'
import { keepVersion } from './app/openForms'
import { browserPasskeys } from './passkeys'
import { shrinkPhoto } from './photos'
import { registerServiceWorker } from './app/serviceWorker'
import { trustedScriptUrl } from './trustedScriptUrl'
import qrWorkerUrl from './qrWorker?worker&url'

declare const __BUILD_ID__: string

/** The real browser behind `Platform`. What needs store and network comes from the composition root, which knows both. */
export function browserPlatform({ handInSealed, meetServer, closedUse }: Pick<Platform, 'handInSealed' | 'meetServer' | 'closedUse'>): Platform {
  const handIn = oneAtATime(() => handInSealed())
  return {
    version: __BUILD_ID__,
    deviceLabel: deviceLabel(navigator.userAgent),
    askPersistence: async () => (await navigator.storage?.persist?.()) ?? null,
    install: watchInstall(),
    passkeys: browserPasskeys,
    scanner,
    registerBackgroundSync: async () => {
      // Fetched when it is first wanted: signing in needs none of it.
      if (await import('./app/backgroundSync').then((part) => part.registerBackgroundSync(), () => false)) return
      // Firefox, iOS: nothing wakes the service worker, so the open page hands in, now and whenever the line returns. However often
      // this is asked it listens once: it is the same listener.
      addEventListener('online', handIn)
      await handIn()
    },
    handInSealed,
    meetServer,
    closedUse,
    shareFile: canShareText() ? shareFile : null,
    shrinkPhoto,
    line: lineCost,
    locate,
    keepVersion,
    update: registerServiceWorker(),
  }
}

/** Fetched with the first card that is scanned: signing in needs none of it. */
const scanner: Scanner = {
  watch: async (video, onRead) => (await loadScanner())?.watch(video, onRead) ?? fail('none'),
  readPhoto: async (photo) => (await loadScanner())?.readPhoto(photo) ?? fail('noDecoder'),
}

const loadScanner = (): Promise<Scanner | null> =>
  import('./scanner').then(({ browserScanner }) => browserScanner(() => new Worker(trustedScriptUrl(qrWorkerUrl), { type: 'module' })), () => null)

/** Browsers share some kinds of file only; plain text is among them wherever files can be shared at all. */
function canShareText(): boolean {
  return navigator.canShare?.({ files: [new File([''], 'x.txt', { type: 'text/plain' })] }) ?? false
}

/** A rejection is the person's: the list of apps was closed again, or the app chosen did not take it. */
const shareFile = (file: File): Promise<boolean> => navigator.share({ files: [file] }).then(() => true, () => false)

/** `Chrome, Android`: enough for an administrator to tell two phones apart, nothing that identifies one. */
function deviceLabel(userAgent: string): string {
  const browser = ['Edg', 'SamsungBrowser', 'Firefox', 'Chrome', 'Safari'].find((name) => userAgent.includes(name)) ?? 'Web'
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Macintosh', 'Linux'].find((name) => userAgent.includes(name)) ?? ''
  return [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(', ')
}

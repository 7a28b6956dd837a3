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

/** `Platform` as implemented by the browser. The composition root passes in the parts that need store and network. */
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
      // Loaded on first use: signing in does not need it.
      if (await import('./app/backgroundSync').then((part) => part.registerBackgroundSync(), () => false)) return
      // Firefox, iOS: nothing wakes the service worker. So the open page hands in, now and whenever it is online again. It is always the
      // same listener, so repeated calls add no second one.
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

/** Loaded when the first identity card is scanned: signing in does not need it. */
const scanner: Scanner = {
  watch: async (video, onRead) => (await loadScanner())?.watch(video, onRead) ?? fail('none'),
  readPhoto: async (photo) => (await loadScanner())?.readPhoto(photo) ?? fail('noDecoder'),
}

const loadScanner = (): Promise<Scanner | null> =>
  import('./scanner').then(({ browserScanner }) => browserScanner(() => new Worker(trustedScriptUrl(qrWorkerUrl), { type: 'module' })), () => null)

/** Browsers share only some kinds of files. If they share files at all, plain text is among them. */
function canShareText(): boolean {
  return navigator.canShare?.({ files: [new File([''], 'x.txt', { type: 'text/plain' })] }) ?? false
}

/** False = the person closed the list of apps, or the chosen app did not take the file. */
const shareFile = (file: File): Promise<boolean> => navigator.share({ files: [file] }).then(() => true, () => false)

/** E.g. `Chrome, Android`: enough for an administrator to tell two phones apart, but nothing that identifies one. */
function deviceLabel(userAgent: string): string {
  const browser = ['Edg', 'SamsungBrowser', 'Firefox', 'Chrome', 'Safari'].find((name) => userAgent.includes(name)) ?? 'Web'
  const system = ['Android', 'iPhone', 'iPad', 'Windows', 'Macintosh', 'Linux'].find((name) => userAgent.includes(name)) ?? ''
  return [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(', ')
}

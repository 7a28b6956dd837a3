import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'

/** The Chromium that `SOTHON_CHROMIUM` names, otherwise Debian's, otherwise (`undefined`) Playwright's own. */
const executablePath = process.env.SOTHON_CHROMIUM ?? ['/usr/bin/chromium'].find(existsSync)
const quiet = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Time limit for what must happen on any machine, however slow: no test measures time. */
const PATIENCE_MS = 120_000

export interface Device {
  /** Violations of the Content-Security-Policy by pages; empty when all is well. */
  readonly violations: readonly string[]
  readonly context: BrowserContext
  readonly page: Page
  /** Folder with everything the browser keeps on disk. */
  readonly profile: string
  /** Closes the browser and starts it again on the same disk. */
  restart(): Promise<Device>
  close(): Promise<void>
}

export interface DeviceInput {
  readonly kind: 'phone' | 'desk'
  readonly profile?: string
  /** The text size set in the browser, px; 16 when absent. A phone's "large text" of 200 % is 32. */
  readonly fontSize?: number
  /** A film (Y4M) that the camera shows; its use is allowed. Without it there is no camera. */
  readonly cameraFilm?: string
  /** Ignores the page's Content-Security-Policy, so that the test's own scripts may start workers. */
  readonly bypassCsp?: boolean
}

/** Runs in every page before its own scripts. */
function tellViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    void (window as unknown as { tellViolation(what: string): unknown }).tellViolation(`${violatedDirective} ${blockedURI} ${sourceFile}`)
  })
}

function setFontSize(profile: string, px: number): void {
  mkdirSync(join(profile, 'Default'), { recursive: true })
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ webkit: { webprefs: { default_font_size: px } } }))
}

/** A phone (360x740, touch) or a desk (1366x768) with a disk of its own, in real Chromium. */
export async function openDevice(input: DeviceInput): Promise<Device> {
  const profile = input.profile ?? mkdtempSync(join(tmpdir(), 'sothon-device-'))
  const phone = input.kind === 'phone'
  if (input.fontSize && !input.profile) setFontSize(profile, input.fontSize)
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }),
    args: [...quiet, ...(input.cameraFilm ? ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${input.cameraFilm}`] : [])],
    bypassCSP: input.bypassCsp ?? false,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: phone ? { width: 360, height: 740 } : { width: 1366, height: 768 },
    ...(phone && { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
  })
  const gone = new Promise<void>((done) => context.once('close', () => done()))
  /** Works also if the browser was just killed: then closing fails, and its `close` event follows soon. */
  const closeContext = (): Promise<void> => context.close().catch(() => gone)
  context.setDefaultTimeout(PATIENCE_MS)
  const violations: string[] = []
  await context.exposeFunction('tellViolation', (what: string) => violations.push(what))
  await context.addInitScript(tellViolations)
  const page = context.pages()[0] ?? (await context.newPage())
  return {
    violations,
    context,
    page,
    profile,
    async restart() {
      await closeContext()
      return openDevice({ ...input, profile })
    },
    async close() {
      await closeContext()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

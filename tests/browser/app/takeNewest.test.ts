import { describe, expect, it } from 'vitest'
import { takeNewest } from '../../../src/browser/app/takeNewest'

/** A service worker of a newer version, as far as it got. */
class Worker extends EventTarget {
  readonly heard: unknown[] = []
  private tell = (): void => {}
  /** Fulfilled once somebody waits for what becomes of it. */
  readonly followed = new Promise<void>((done) => { this.tell = done })
  constructor(public state: ServiceWorkerState) { super() }
  override addEventListener(...listening: Parameters<EventTarget['addEventListener']>): void {
    super.addEventListener(...listening)
    this.tell()
  }
  postMessage(message: unknown): void { this.heard.push(message) }
  become(state: ServiceWorkerState): void {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}

/** A registration whose next look at the server finds `found`. */
function registration(waiting: Worker | null, found: Worker | null | 'offline' = null) {
  const all = {
    looks: 0, waiting, installing: null as Worker | null,
    async update(): Promise<void> {
      all.looks += 1
      if (found === 'offline') throw new TypeError('offline')
      all.installing = found
    },
  }
  let reloads = 0
  return { all, reloads: () => reloads, take: (isFormOpen = false) => takeNewest({ registration: all, isFormOpen: async () => isFormOpen, reload: () => { reloads += 1 } }) }
}
const asked = [{ type: 'SKIP_WAITING' }]

describe('the button that updates the app', () => {
  it('switches to the version that waits, and starts it when it has taken over', async () => {
    const next = new Worker('installed')
    const { all, take, reloads } = registration(next)

    void take()
    await next.followed
    expect([all.looks, next.heard, reloads()]).toEqual([0, asked, 0])
    next.become('activated')

    expect(reloads()).toBe(1)
  })

  it('fetches a newer version where none waits, and switches once it is whole', async () => {
    const next = new Worker('installing')
    const { take, reloads } = registration(null, next)

    void take()
    await next.followed
    expect(next.heard).toEqual([])
    next.become('installed')
    expect([next.heard, reloads()]).toEqual([asked, 0])
    next.become('activated')

    expect(reloads()).toBe(1)
  })

  it.each([null, 'offline'] as const)('starts the app again where nothing newer is found: %s', async (found) => {
    const { take, reloads } = registration(null, found)

    await take()

    expect(reloads()).toBe(1)
  })

  it('starts the app again where there is no service worker at all', async () => {
    let reloads = 0

    await takeNewest({ registration: undefined, isFormOpen: async () => false, reload: () => { reloads += 1 } })

    expect(reloads).toBe(1)
  })

  it('leaves all as it is while a form is open in another window, whose files the newer version would take away', async () => {
    const next = new Worker('installed')
    const { take, reloads } = registration(next)

    expect(await take(true)).toBe(false)

    expect([next.heard, reloads()]).toEqual([[], 0])
  })

  it('leaves all as it is where the browser does not say whether a form is open', async () => {
    const { all, reloads } = registration(new Worker('installed'))

    expect(await takeNewest({ registration: all, isFormOpen: () => Promise.reject(new DOMException('', 'SecurityError')), reload: () => undefined })).toBe(false)

    expect([all.waiting?.heard, reloads()]).toEqual([[], 0])
  })

  it('may be pressed again where the newer version could not be fetched whole', async () => {
    const next = new Worker('installing')
    const { take, reloads } = registration(null, next)
    const pressed = take()
    await next.followed

    next.become('redundant')

    await pressed
    expect(reloads()).toBe(0)
  })
})

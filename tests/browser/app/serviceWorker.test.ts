import { afterEach, describe, expect, it, vi } from 'vitest'
import { registerServiceWorker } from '../../../src/browser/app/serviceWorker'

/** A browser's service workers, one in charge of this page or none. */
class Container extends EventTarget {
  readonly registration = Object.assign(new EventTarget(), { waiting: null, installing: null, active: null, update: async () => {} })
  private tell = (): void => {}
  /** Fulfilled once the page follows who is in charge of it. */
  readonly followed = new Promise<void>((done) => { this.tell = done })
  constructor(public controller: { readonly scriptURL: string } | null) { super() }
  override addEventListener(...listening: Parameters<EventTarget['addEventListener']>): void {
    super.addEventListener(...listening)
    if (listening[0] === 'controllerchange') this.tell()
  }
  register = async () => this.registration
  getRegistration = async () => this.registration
  /** A newer version takes over, pressed for in another window. */
  takeOver(): void {
    this.controller = worker()
    this.dispatchEvent(new Event('controllerchange'))
  }
}
const worker = () => Object.assign(new EventTarget(), { scriptURL: new URL('/sw.js', location.href).href, postMessage: () => {} })

async function page(controller: ReturnType<typeof worker> | null) {
  const container = new Container(controller)
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { serviceWorker: container }))
  const updates = registerServiceWorker()
  let told = 0
  updates.subscribe(() => { told += 1 })
  await container.followed
  return { container, updates, told: () => told }
}
afterEach(() => vi.unstubAllGlobals())

describe('a newer version that another window switched to', () => {
  it('is offered here too: the files of this page are gone', async () => {
    const { container, updates, told } = await page(worker())
    expect(updates.state()).toBe('none')

    container.takeOver()

    expect([updates.state(), told()]).toEqual(['switched', 1])
  })

  it('is not what takes over a page that had none', async () => {
    const { container, updates } = await page(null)

    container.takeOver()

    expect(updates.state()).toBe('none')
  })

  it('is offered to a page that is open since the app came here first', async () => {
    const { container, updates } = await page(null)
    container.takeOver()

    container.takeOver()

    expect(updates.state()).toBe('switched')
  })
})

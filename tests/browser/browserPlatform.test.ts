import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browserPlatform } from '../../src/browser/browserPlatform'

/** A phone whose browser wakes no service worker, on a line that lets a hand-in end when the test says so. */
function phone() {
  const ends: (() => void)[] = []
  const handIn = vi.fn(() => new Promise<number>((done) => ends.push(() => done(0))))
  const platform = browserPlatform({ handInSealed: handIn, meetServer: async () => {}, closedUse: async () => ({ up: 0, down: 0 }) })
  const end = async (): Promise<void> => {
    await vi.waitFor(() => expect(ends).not.toEqual([]))
    ends.shift()?.()
  }
  return { handIn, end, submit: () => platform.registerBackgroundSync() }
}

const lineReturns = (): boolean => window.dispatchEvent(new Event('online'))

describe('[S26] where nothing wakes the service worker', () => {
  beforeEach(() => {
    vi.stubGlobal('__BUILD_ID__', 'test')
    vi.stubGlobal('matchMedia', () => ({ matches: false }))
  })

  it('the page hands in at once, and again whenever the line returns', async () => {
    const { handIn, end, submit } = phone()
    const asked = submit()
    await end()
    await asked

    lineReturns()
    await end()

    expect(handIn).toHaveBeenCalledTimes(2)
  })

  it('thirty forms are handed in at once, and what came meanwhile once more after', async () => {
    const { handIn, end, submit } = phone()
    const asked = Promise.all(Array.from({ length: 30 }, submit))
    await end()
    await end()
    await asked

    lineReturns()
    await end()

    expect(handIn).toHaveBeenCalledTimes(3)
  })

  it('a line that returns while a hand-in still hangs on the old one is not missed', async () => {
    const { handIn, end, submit } = phone()
    const asked = submit()
    await vi.waitFor(() => expect(handIn).toHaveBeenCalledTimes(1))

    lineReturns()

    expect(handIn).toHaveBeenCalledTimes(1)
    await end()
    await end()
    await asked
    expect(handIn).toHaveBeenCalledTimes(2)
  })
})

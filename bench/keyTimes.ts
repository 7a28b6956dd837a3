import type { Page } from 'playwright-core'

interface Watch { readonly done: number[]; stop(): void }
declare global { interface Window { keyWatch?: Watch } }

/** A key's drawing counts as finished when nothing changed for this long. */
const QUIET_MS = 400
/** Polled seldom, so that polling does not slow down what is measured. */
const LOOK_EVERY_MS = 200

/**
 * Types text key by key. @returns for each key the milliseconds until the paint of its own letter (`echo`), or until the last paint
 * that it caused (`settled`), such as that of a list of found people
 */
export async function keyTimes(page: Page, text: string, until: 'echo' | 'settled'): Promise<readonly number[]> {
  await page.evaluate(watchKeys, { until, quietMs: QUIET_MS })
  let typed = 0
  for (const key of text) {
    await page.keyboard.press(key === ' ' ? 'Space' : key)
    typed += 1
    await page.waitForFunction((count) => (window.keyWatch?.done.length ?? 0) >= count, typed, { polling: LOOK_EVERY_MS })
  }
  return page.evaluate(() => {
    window.keyWatch?.stop()
    return window.keyWatch?.done ?? []
  })
}

/** Runs in the page. */
function watchKeys({ until, quietMs }: { readonly until: 'echo' | 'settled'; readonly quietMs: number }): void {
  const done: number[] = []
  const painted = (then: () => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = then
      port2.postMessage(null)
    })
  }
  const onKey = (): void => {
    const start = performance.now()
    let last = start
    let timer = 0
    const drawn = new MutationObserver(() => note())
    const note = (): void => painted(() => {
      last = performance.now()
      clearTimeout(timer)
      timer = window.setTimeout(finish, quietMs)
    })
    const finish = (): void => {
      drawn.disconnect()
      done.push(last - start)
    }
    if (until === 'settled') drawn.observe(document.body, { subtree: true, childList: true, characterData: true })
    note()
  }
  document.addEventListener('keydown', onKey, { capture: true })
  window.keyWatch = { done, stop: () => document.removeEventListener('keydown', onKey, { capture: true }) }
}

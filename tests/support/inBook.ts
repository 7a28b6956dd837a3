import type { Page } from 'playwright-core'

/** Goes to a place of an open book, as a link would. */
export function go(page: Page, place: string): Promise<void> {
  return page.evaluate((hash) => { location.hash = hash }, place)
}

/** Goes to another screen. The old screen stays for a moment, so it is marked with `data-left`: the new one is drawn when a `main` without it is there. */
export const leaveFor = (page: Page, place: string): Promise<void> => page.evaluate((hash) => {
  if (location.hash === `#${hash}`) return
  document.querySelector('main')?.setAttribute('data-left', '')
  location.hash = hash
}, place)

/** Goes to another screen and waits until it is drawn. */
export async function goUntilDrawn(page: Page, place: string): Promise<void> {
  await leaveFor(page, place)
  await page.locator('main:not([data-left])').locator('h1, h2, h3, input, a, button').first().waitFor()
}

/**
 * Starts a sync run by its button, and waits until that run is over and nothing waits. If nothing waited before, the page looks the same
 * before and after the run. So it watches the button, which is busy in between.
 */
export async function syncNow(page: Page): Promise<void> {
  await go(page, '/dong-bo')
  const button = page.getByRole('button', { name: 'Thử gửi ngay' })
  await button.evaluate((element) => {
    element.removeAttribute('data-ran')
    new MutationObserver((_changes, watch) => {
      if (element.hasAttribute('aria-busy')) return
      watch.disconnect()
      element.setAttribute('data-ran', '')
    }).observe(element, { attributeFilter: ['aria-busy'] })
  })
  await button.click()
  await button.and(page.locator('[data-ran]')).waitFor()
  await page.getByRole('heading', { name: 'Không còn phiếu nào chờ gửi' }).waitFor()
}

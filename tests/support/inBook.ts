import type { Page } from 'playwright-core'

/** To a place of an open book, as by a link. */
export function go(page: Page, place: string): Promise<void> {
  return page.evaluate((hash) => { location.hash = hash }, place)
}

/** To another screen, which is drawn where no `data-left` is: the one before is marked, for it stands for a moment. */
export const leaveFor = (page: Page, place: string): Promise<void> => page.evaluate((hash) => {
  if (location.hash === `#${hash}`) return
  document.querySelector('main')?.setAttribute('data-left', '')
  location.hash = hash
}, place)

/** To another screen, until that is drawn. */
export async function goUntilDrawn(page: Page, place: string): Promise<void> {
  await leaveFor(page, place)
  await page.locator('main:not([data-left])').locator('h1, h2, h3, input, a, button').first().waitFor()
}

/**
 * Sends and receives by hand, and waits until a run that began now is through and nothing waits. Where nothing was known to wait the page
 * looks the same before the run as after it: the button tells the two apart, which is busy in between.
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

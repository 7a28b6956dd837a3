import type { Page } from 'playwright-core'

/** To a place of an open book, as by a link. */
export function go(page: Page, place: string): Promise<void> {
  return page.evaluate((hash) => { location.hash = hash }, place)
}

/** Sends and receives by hand, and waits until that is done and nothing waits. */
export async function syncNow(page: Page): Promise<void> {
  await go(page, '/dong-bo')
  const button = page.getByRole('button', { name: 'Thử gửi ngay' })
  await button.click()
  await button.and(page.locator(':not([aria-busy=true])')).waitFor({ timeout: 120_000 })
  await page.getByRole('heading', { name: 'Không còn phiếu nào chờ gửi' }).waitFor({ timeout: 120_000 })
}

import type { Locator, Page } from 'playwright-core'

/** Answers by the question's wording (a part of it), in the order of the form: an option's words, typed text, or a search in a list. */
export type Script = Readonly<Record<string, string>>

/** To the next part; says also that what the register told is right where something was. */
export const nextButton = /^(Đúng cả|Tiếp)$/

/**
 * Fills a form as a person does: group by group, each question that is asked, then `Tiếp`.
 * @param groups stop after so many groups and stay there; all when absent
 */
export async function fillForm(page: Page, script: Script, groups = Infinity): Promise<void> {
  await passNotice(page)
  await page.locator('main .f').first().waitFor()
  for (let group = 1; ; group += 1) {
    for (const [question, answer] of Object.entries(script)) {
      const box = questionBox(page, question)
      if ((await box.count()) > 0) await answerQuestion(page, box.first(), answer)
    }
    if (group >= groups || (await page.getByRole('button', { name: nextButton }).count()) === 0) return
    await nextPart(page)
  }
}

/** To the next part of a form, which is on the screen then. */
export async function nextPart(page: Page): Promise<void> {
  const place = page.getByRole('region', { name: 'Tiến độ phiếu' }).getByText(/^Mục \d+\/\d+$/)
  const before = await place.innerText()
  await page.getByRole('button', { name: nextButton }).click()
  await place.filter({ hasNotText: before }).waitFor()
}

/** The first form about a person is preceded by the notice about their data: it is read, and they agree. */
export async function passNotice(page: Page): Promise<void> {
  const head = page.getByRole('region', { name: 'Tiến độ phiếu' })
  const notice = page.getByRole('heading', { level: 1, name: 'Thông báo về dữ liệu cá nhân' })
  await head.or(notice).first().waitFor()
  if ((await notice.count()) === 0) return
  for (const agrees of await page.locator('label.opt').filter({ hasText: /^Đồng ý$/ }).all()) await agrees.click()
  await page.getByRole('button', { name: 'Đã đọc, tiếp' }).click()
  await head.waitFor()
}

export function questionBox(page: Page, question: string): Locator {
  return page.locator('main .f').filter({ has: page.locator('.f-l', { hasText: question }) })
}

async function answerQuestion(page: Page, box: Locator, answer: string): Promise<void> {
  const option = box.locator('label.opt').filter({ hasText: new RegExp(`^${escaped(answer)}$`) })
  if ((await option.count()) > 0) return option.first().click()
  const picker = box.locator('button.pick-b')
  if ((await picker.count()) > 0) {
    await picker.click()
    await page.getByRole('dialog').getByRole('searchbox').fill(answer)
    return page.getByRole('dialog').locator('button.pick-i').first().click()
  }
  await box.locator('input, textarea').first().fill(answer)
  await box.locator('input, textarea').first().blur()
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Sends: once, and once more when warnings are shown first. Ends when the form is gone.
 * @throws Error with the words on the screen when the form has errors
 */
export async function sendForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Đúng cả\. )?(Gửi phiếu|Lưu vào sổ|Gửi lại)$/ }).click()
  const head = page.getByRole('region', { name: 'Tiến độ phiếu' })
  const summary = page.locator('.esum')
  await Promise.race([head.waitFor({ state: 'detached' }), summary.waitFor()])
  if ((await summary.count()) === 0) return
  const again = page.getByRole('button', { name: 'Vẫn gửi' })
  if ((await again.count()) === 0) throw new Error(`sendForm — not sent — ${await summary.innerText()}`)
  await again.click()
  await head.waitFor({ state: 'detached' })
}

/** Adds a line to the groups of a beneficiary record, on their page: 500,000 đồng a month by the province's own decision. */
export async function addBenefit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thêm' }).click()
  const row = page.getByRole('dialog')
  await row.locator('button.pick-b').first().click()
  await page.getByRole('dialog').last().getByRole('searchbox').fill('BT09')
  await page.getByRole('dialog').last().locator('button.pick-i').first().click()
  await row.getByLabel('Mức trợ cấp hằng tháng').fill('500000')
  await row.getByLabel('Hưởng từ').fill('01/2026')
  await row.getByLabel('Số quyết định').fill('12/QĐ')
  await row.getByRole('button', { name: 'Xong' }).click()
}

import type { Locator, Page } from 'playwright-core'

/** Answers by the question's wording (a part of it), in the order of the form: an option's words, typed text, or a search in a list. */
export type Script = Readonly<Record<string, string>>

/** Name of the button to the next part. `Đúng cả` also confirms the answers that the register told. */
export const nextButton = /^(Đúng cả|Tiếp)$/
export const sendButton = /^(Đúng cả\. )?(Gửi phiếu|Lưu vào sổ|Gửi lại)$/

const formHead = (page: Page): Locator => page.getByRole('region', { name: 'Tiến độ phiếu' })
const noticeTitle = (page: Page): Locator => page.getByRole('heading', { level: 1, name: 'Thông báo về dữ liệu cá nhân' })

/**
 * Fills a form as a person does: group by group, each question that is asked, then `Tiếp`.
 * @param groups stop after so many groups and stay there; all when absent
 */
export async function fillForm(page: Page, script: Script, groups = Infinity): Promise<void> {
  await passNotice(page)
  await untilAsked(page)
  for (let group = 1; ; group += 1) {
    for (const [question, answer] of Object.entries(script)) {
      const box = questionBox(page, question)
      if ((await box.count()) > 0) await answerQuestion(page, box.first(), answer)
    }
    if (group >= groups || (await page.getByRole('button', { name: nextButton }).count()) === 0) return
    await nextPart(page)
  }
}

/** Waits until a part of a form is drawn, with its questions and the button to go on. */
async function untilAsked(page: Page): Promise<void> {
  await page.getByRole('button', { name: nextButton }).or(page.getByRole('button', { name: sendButton })).waitFor()
}

/** Goes to the next part of a form and waits until it is on the screen. */
export async function nextPart(page: Page): Promise<void> {
  const place = formHead(page).getByText(/^Mục \d+\/\d+$/)
  const before = await place.innerText()
  await page.getByRole('button', { name: nextButton }).click()
  await place.filter({ hasNotText: before }).waitFor()
}

/** Waits until a form is open, or the notice that comes before it. */
export const untilBegun = (page: Page): Promise<void> => formHead(page).or(noticeTitle(page)).first().waitFor()

/** Answers the notice that comes before the first form about a person: the person agrees to everything. Does nothing if no notice is shown. */
export async function passNotice(page: Page): Promise<void> {
  await untilBegun(page)
  if ((await noticeTitle(page).count()) === 0) return
  for (const agrees of await page.getByRole('radio', { name: 'Đồng ý', exact: true }).all()) await agrees.click()
  await page.getByRole('button', { name: 'Đã đọc, tiếp' }).click()
  await formHead(page).waitFor()
}

/** The element in which a question is answered, by its wording: a group of options, a text field, the button of a list, or a file input. */
export function questionBox(page: Page, question: string): Locator {
  const main = page.getByRole('main')
  return main.getByRole('group', { name: question }).or(main.getByLabel(question))
}

async function answerQuestion(page: Page, box: Locator, answer: string): Promise<void> {
  const option = box.getByRole('radio', { name: answer, exact: true }).or(box.getByRole('checkbox', { name: answer, exact: true }))
  if ((await option.count()) > 0) return option.first().click()
  if ((await box.and(page.getByRole('button')).count()) > 0) {
    await box.click()
    return pickFirst(page.getByRole('dialog'), answer)
  }
  await box.fill(answer)
  await box.blur()
}

/** Chooses the best match in an open list. */
async function pickFirst(list: Locator, text: string): Promise<void> {
  await list.getByRole('searchbox').fill(text)
  await list.getByRole('listitem').first().getByRole('button').click()
}

/**
 * Presses send, and once more if warnings are shown first. Returns when the form is closed.
 * @throws Error with the words on the screen if the form has errors
 */
export async function sendForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: sendButton }).click()
  const head = formHead(page)
  const summary = page.getByRole('alert').filter({ has: page.getByRole('heading') })
  await Promise.race([head.waitFor({ state: 'detached' }), summary.waitFor()])
  if ((await summary.count()) === 0) return
  const again = page.getByRole('button', { name: 'Vẫn gửi' })
  if ((await again.count()) === 0) throw new Error(`sendForm — not sent — ${await summary.innerText()}`)
  await again.click()
  await head.waitFor({ state: 'detached' })
}

/** On the page of the groups of a beneficiary record, adds one group: 500,000 đồng a month by the province's own decision. */
export async function addBenefit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thêm' }).click()
  const row = page.getByRole('dialog')
  await row.getByLabel('Nhóm đối tượng').click()
  await pickFirst(page.getByRole('dialog').last(), 'BT09')
  await row.getByLabel('Mức trợ cấp hằng tháng').fill('500000')
  await row.getByLabel('Hưởng từ').fill('01/2026')
  await row.getByLabel('Số quyết định').fill('12/QĐ')
  await row.getByRole('button', { name: 'Xong' }).click()
}

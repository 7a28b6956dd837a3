import type { Page } from 'playwright-core'

/** Elements that stick out of the screen, labels that are cut off, and words broken over two lines, in words for the report. */
export function misfits(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const name = (element: Element): string => `${element.tagName.toLowerCase()}.${element.className} "${element.textContent?.trim().slice(0, 40)}"`
    const isSeen = (element: Element): boolean => element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible'
    const wide = [...document.querySelectorAll('body *')].filter((element) => isSeen(element) && !element.closest('.vh, .sr') && element.getBoundingClientRect().right > screen.width + 1)
    const cut = [...document.querySelectorAll('button, a.b, .pill, .f-l')].filter((element) => isSeen(element) && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow !== 'visible')
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const broken: string[] = []
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const holder = node.parentElement!
      if (!isSeen(holder) || holder.closest('.vh, .sr')) continue
      for (const { 0: word, index } of node.textContent!.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(`broken: "${word}" in ${name(holder)}`)
      }
    }
    const sideways = document.scrollingElement!.scrollWidth > screen.width ? ['the page scrolls sideways'] : []
    return [...sideways, ...wide.slice(0, 5).map((element) => `out: ${name(element)}`), ...cut.slice(0, 5).map((element) => `cut: ${name(element)}`), ...broken.slice(0, 5)]
  })
}

/** Texts, buttons and fields of the page that overlap although neither contains the other, in words for the report. */
export function overlaps(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const name = (element: Element): string => `${element.tagName.toLowerCase()} "${element.textContent?.trim().slice(0, 40)}"`
    const pieces = [...document.querySelectorAll('main :is(h1, p, li, legend, label, button, a, input)')].filter((element) => element.getClientRects().length > 0 && !element.closest('.vh, .sr'))
    const isOn = (one: DOMRect, other: DOMRect): boolean =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1
    return pieces.flatMap((one, at) => pieces.slice(at + 1)
      .filter((other) => !one.contains(other) && isOn(one.getBoundingClientRect(), other.getBoundingClientRect()))
      .map((other) => `on each other: ${name(one)} and ${name(other)}`))
  })
}

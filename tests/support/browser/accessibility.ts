import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Least size of a target, WCAG 2.2, 2.5.8. */
const LEAST_TARGET_PX = 24
const themes = ['light', 'dark', 'contrast'] as const

interface AxeNode {
  readonly html: string
  /** Selector of the element. */
  readonly target: readonly string[]
}
interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly impact: string | null; readonly nodes: readonly AxeNode[] }[]
}

/**
 * The serious and critical faults that axe finds on the page in its present state, in all three themes, in words for the report. Checked
 * are WCAG 2.2 AA and axe's best practices.
 */
export async function graveFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const found: string[] = []
  const before = await page.evaluate(() => document.documentElement.dataset.theme)
  for (const theme of themes) {
    await page.evaluate((name) => { document.documentElement.dataset.theme = name }, theme)
    // Waits for the colour transitions between themes. Endless animations, such as busy signs, are not waited for.
    await page.evaluate(() => Promise.all(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).map((animation) => animation.finished.catch(() => null))))
    const { violations } = await page.evaluate(() => (window as unknown as { axe: { run(context: Document, options: unknown): Promise<unknown> } }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'],
    })) as AxeResults
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue
      const real = id === 'target-size' ? await smallInFull(page, nodes) : nodes
      found.push(...real.slice(0, 3).map(({ html }) => `${theme}: ${id}: ${html.slice(0, 160)}`))
    }
  }
  await page.evaluate((theme) => {
    if (theme === undefined) delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, before)
  return found
}

/** Of the targets that axe finds too small, those that are small when scrolled into view: one half under the bottom bar only looks small. */
async function smallInFull(page: Page, nodes: readonly AxeNode[]): Promise<readonly AxeNode[]> {
  const small: AxeNode[] = []
  for (const node of nodes) {
    // An element that is gone by now, such as a toast, gives no sizes.
    const sizes = await page.locator(node.target[0] ?? 'html').evaluateAll((elements) => elements.map((element) => {
      element.scrollIntoView({ block: 'center' })
      const { width, height } = element.getBoundingClientRect()
      return Math.min(width, height)
    }))
    if (sizes.some((size) => size < LEAST_TARGET_PX)) small.push(node)
  }
  return small
}

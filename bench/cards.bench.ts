import { afterAll, it } from 'vitest'
import { openDevice } from '../tests/support/browser/browser'
import { cardKinds, readCards } from '../tests/support/browser/cardSet'
import { emptyDataFolder, startProduct } from '../tests/support/browser/product'

/* How many pictures of identity cards the app's own decoder reads, and how long it takes. */

const COUNT = Number(process.env.SOTHON_CARDS ?? 700)
/** The browser can slow the page, but not the worker in which the decoder runs. So the decoder's times are multiplied. */
const SLOWDOWN = 4
const data = emptyDataFolder()
const closing: (() => unknown)[] = [data.remove]
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

it('measures', async () => {
  const product = await startProduct(data.path)
  closing.push(() => product.stop())
  const device = await openDevice({ kind: 'desk', bypassCsp: true })
  closing.push(() => device.close())
  await device.page.goto(product.origin)
  const reads = await readCards(device.page, COUNT, 1)
  const line = (name: string, part: typeof reads): string => {
    const took = part.map((read) => read.took * SLOWDOWN).sort((a, b) => a - b)
    const right = part.filter(({ isRight }) => isRight).length
    const fast = part.filter((read) => read.isRight && read.took * SLOWDOWN < 1000).length
    return `${name} | ${right}/${part.length} right | ${fast}/${part.length} in under 1 s at ${SLOWDOWN}x | p50 ${Math.round(took[Math.floor(took.length / 2)] ?? 0)} ms, p99 ${Math.round(took[Math.floor(took.length * 0.99)] ?? 0)} ms at ${SLOWDOWN}x`
  }
  console.log(['', ...cardKinds.map((kind) => line(kind, reads.filter((read) => read.kind === kind))), line('together', reads)].join('\n'))
})

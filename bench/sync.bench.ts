import { loadavg } from 'node:os'
import { afterAll, beforeAll, it } from 'vitest'
import type { AnswerValue } from '../src/domain/forms/answers'
import { newId } from '../src/browser/newId'
import { httpPhone, type HttpPhone } from '../tests/support/httpPhone'
import type { MemoryPhone } from '../tests/support/memory/memoryPhone'
import { demoPassword } from '../tests/support/browser/people'
import { emptyDataFolder, startProduct, type Product } from '../tests/support/browser/product'
import { edge2G, startWeakLink, type LinkProfile, type WeakLink } from '../tests/support/browser/weakLink'

/* The real engine and the real server over HTTP, through a good line and through one as bad as in the hills. */

const FORMS = 1_000
const data = emptyDataFolder()
let product: Product
let link: WeakLink
beforeAll(async () => {
  product = await startProduct(data.path)
  link = await startWeakLink(product.port)
})
afterAll(async () => {
  await link.close()
  await product.stop()
  data.remove()
})

const device = (): Promise<HttpPhone> =>
  httpPhone({ origin: `http://127.0.0.1:${link.port}`, username: 'canbo', password: demoPassword(product, 'canbo') })

async function measured(what: string, profile: LinkProfile | null, phone: MemoryPhone, requests: () => number): Promise<void> {
  const before = { up: link.stats.up, down: link.stats.down, requests: requests() }
  link.setProfile(profile)
  const start = performance.now()
  const end = await phone.sync()
  const seconds = (performance.now() - start) / 1000
  link.setProfile(null)
  const kB = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`
  console.log(`${what}, ${profile ? 'edge 2G' : 'good line'}: ${kB(link.stats.up - before.up)} up, ${kB(link.stats.down - before.down)} down, ${requests() - before.requests} requests, ${seconds.toFixed(1)} s (${end.kind})`)
}

/** Queues labour forms for a thousand people who have none, filled like those of the demo commune but with each person's own facts. */
function fillForms(phone: MemoryPhone): void {
  const records = [...phone.records.values()]
  const filled = records.filter((record) => record.kind === 'labour')
  const done = new Set(filled.map((record) => record.person))
  const people = records.filter(({ kind, id, answers }) => kind === 'person' && !done.has(id) && typeof answers.born === 'string' && answers.born < '2008' && typeof answers.personalId === 'string')
  for (const [n, person] of people.slice(0, FORMS).entries()) {
    const { fullName, born, sex, relationToHead, personalId, ethnicityCode } = person.answers
    const facts = { fullName, born, sex, relationToHead, personalId, ethnicityCode } as Record<string, AnswerValue>
    const answers = filled[n % filled.length]?.answers as Record<string, AnswerValue>
    phone.submit(newId(), { head: { kind: 'labour', hamlet: person.hamlet, household: person.household, person: person.id }, form: 'labour@1', patch: { ...answers, ...facts } })
  }
}

it('measures a fresh phone and a thousand new labour forms', async () => {
  console.log(`\nLoad of the machine ${loadavg()[0]?.toFixed(1)}; bytes are TCP payload with HTTP headers`)
  for (const profile of [null, edge2G]) {
    const { phone, requests } = await device()
    await measured('One commune down to a fresh phone', profile, phone, requests)
    fillForms(phone)
    await measured(`${FORMS} new labour forms up`, profile, phone, requests)
    await measured('Nothing new', profile, phone, requests)
  }
})

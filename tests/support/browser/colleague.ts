import { newId } from '../../../src/browser/newId'
import { httpPhone } from '../httpPhone'
import type { MemoryPhone } from '../memory/memoryPhone'
import { demoPassword, type DemoUser } from './people'
import type { Product } from './product'
import { askProduct } from './productDatabase'
import type { ProductWorld } from './productWorld'

interface Somebody { readonly id: string; readonly name: string }

/** Another user of the demo commune: a device without a screen that has pulled everything. */
export async function colleague(product: Product, username: DemoUser): Promise<MemoryPhone> {
  const { phone } = await httpPhone({ origin: product.origin, username, password: demoPassword(product, username) })
  await phone.sync()
  return phone
}

/** Two colleagues answer two questions about one person differently, without knowing of each other. @returns the person's name */
export async function twoMinds({ product, data }: ProductWorld): Promise<string> {
  const [one] = await askProduct<Somebody>(data, `
    select r.id, r.answers ->> 'fullName' as name from record r join user_hamlet h on h.hamlet_id = r.hamlet join app_user u on u.id = h.user_id
    where u.username = 'thon1' and r.kind = 'person' and r.holds = '[]' and jsonb_typeof(r.answers -> 'phone') = 'string' order by r.id limit 1`)
  const writers = await Promise.all([colleague(product, 'canbo'), colleague(product, 'thon1')])
  for (const [at, writer] of writers.entries()) {
    const { kind, hamlet, household, person, form } = writer.records.get(one!.id)!
    writer.submit(one!.id, { head: { kind, hamlet, household, person }, form, patch: { phone: `091200034${at}`, permanentAddressDetail: `Thôn Suối Le, nhà số ${at}` } })
    await writer.sync()
  }
  return one!.name
}

/**
 * The supervisor returns a form with notes on two typed answers. The form is sent first, because it depends on the day of the week whether
 * a form of this hamlet waits in the demo commune. @returns the name of the person it is about
 */
export async function twoNotes(world: ProductWorld): Promise<string> {
  const { id, name } = await sentForm(world)
  const supervisor = await colleague(world.product, 'giamsat')
  supervisor.giveBack(id, [{ field: 'phone', text: 'Gọi không được.' }, { field: 'jobTitle', text: 'Ghi rõ hơn.' }])
  await supervisor.sync()
  return name
}

/** A colleague adds a sibling of somebody who has a job and an accepted labour form, and sends a labour form like it about the sibling. */
async function sentForm({ product, data }: ProductWorld): Promise<Somebody> {
  const [like] = await askProduct<{ readonly id: string; readonly person: string }>(data, `
    select r.id, r.person from record r join record p on p.id = r.person join user_hamlet h on h.hamlet_id = r.hamlet join app_user u on u.id = h.user_id
    where u.username = 'thon1' and r.kind = 'labour' and r.status = 'accepted' and r.warnings = '[]' and r.holds = '[]' and p.holds = '[]' and p.answers ->> 'relationToHead' = '3'
      and jsonb_typeof(r.answers -> 'phone') = 'string' and r.answers ? 'jobTitle' and jsonb_typeof(p.answers -> 'personalId') = 'string' order by r.id limit 1`)
  const writer = await colleague(product, 'thon1')
  const [person, form] = [writer.records.get(like!.person)!, writer.records.get(like!.id)!]
  const [id, personId, name] = [newId(), newId(), 'Chamaléa Thị Được Trả']
  const own = { fullName: name, personalId: `${String(person.answers.personalId).slice(0, 6)}606606`, phone: '0912000606' }
  const { oldId9: _number, ...personAnswers } = person.answers
  const { oldId9: _same, socialInsuranceNo: _insured, ...formAnswers } = form.answers
  const { hamlet, household } = person
  writer.submit(personId, { head: { kind: 'person', hamlet, household, person: null }, form: person.form, patch: { ...personAnswers, ...own } })
  writer.submit(id, { head: { kind: 'labour', hamlet, household, person: personId }, form: form.form, patch: { ...formAnswers, ...own } })
  await writer.sync()
  const [sent] = await askProduct<{ readonly status: string; readonly warnings: readonly unknown[] }>(data, 'select status, warnings from record where id = $1', [id])
  if (sent?.status !== 'submitted' || sent.warnings.length > 0) throw new Error(`sentForm — not as good as the one it is like — ${JSON.stringify(sent)}`)
  return { id, name }
}

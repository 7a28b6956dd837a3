import { httpPhone } from '../httpPhone'
import type { MemoryPhone } from '../memory/memoryPhone'
import { demoPassword, type DemoUser } from './people'
import type { Product } from './product'
import { askProduct } from './productDatabase'
import type { ProductWorld } from './productWorld'

interface Somebody { readonly id: string; readonly name: string }

/** Somebody else of the demo commune at work elsewhere: a device without a screen that has fetched everything. */
export async function colleague(product: Product, username: DemoUser): Promise<MemoryPhone> {
  const { phone } = await httpPhone({ origin: product.origin, username, password: demoPassword(product, username) })
  await phone.sync()
  return phone
}

/** Two colleagues write two answers of one person differently, without knowing of each other. Gives the name. */
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

/** The supervisor returns a form with notes on two answers that are typed. Gives whose it is. */
export async function twoNotes({ product, data }: ProductWorld): Promise<string> {
  const [form] = await askProduct<Somebody>(data, `
    select r.id, r.answers ->> 'fullName' as name from record r join user_hamlet h on h.hamlet_id = r.hamlet join app_user u on u.id = h.user_id
    where u.username = 'thon1' and r.kind = 'labour' and r.status = 'submitted' and r.warnings = '[]' and jsonb_typeof(r.answers -> 'phone') = 'string' and r.answers ? 'jobTitle' order by r.id limit 1`)
  const supervisor = await colleague(product, 'giamsat')
  supervisor.giveBack(form!.id, [{ field: 'phone', text: 'Gọi không được.' }, { field: 'jobTitle', text: 'Ghi rõ hơn.' }])
  await supervisor.sync()
  return form!.name
}

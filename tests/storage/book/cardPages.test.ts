import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import { COMMUNE, deviceWorld, household, id, page, registered, USER } from '../deviceWorld'

/** A book with three households on disk, one of them changed here; closed. */
async function closedBook() {
  const world = await deviceWorld()
  const ledger = await world.enrol()
  await ledger.replica.applyPage(COMMUNE, page([1, 2, 3].map((n) => registered(id(n), { headName: `Hộ ${n}` }))))
  await ledger.submit(household(id(2), { headName: 'Hộ 2', phone: '0912345678' }, { base: 1, seen: { headName: 'Hộ 2' } }))
  const cards = [...ledger.cards()]
  ledger.lock()
  return { world, cards }
}

describe('the pages lists are drawn from', () => {
  it('are made again from the records when a new version of the app finds none it can read', async () => {
    const { world, cards } = await closedBook()
    const db = await new Dexie(`sothon-${USER}`, world.indexedDb).open()
    await db.table('cards').clear()
    db.close()

    const again = await world.unlock()
    expect([...again.cards()].sort(byId)).toEqual([...cards].sort(byId))
    again.lock()
    expect([...(await world.unlock()).cards()].sort(byId)).toEqual([...cards].sort(byId))
  })

  it('miss nothing another tab takes while the book is being opened', async () => {
    const { world } = await closedBook()
    const first = await world.unlock()

    const [second] = await Promise.all([world.unlock(), first.replica.applyPage(COMMUNE, page([registered(id(4), { headName: 'Hộ 4' })]))])
    await new Promise<void>((resolve) => {
      const look = (): void => { if (second.card(id(4))) resolve() }
      second.subscribe(look)
      look()
    })

    expect(second.cards()).toHaveLength(4)
  })
})

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)

import { describe, expect, it } from 'vitest'
import { COMMUNE, deviceWorld, draft, household, id, page, PASSPHRASE, registered, type DeviceWorld } from './deviceWorld'

const answers = { headName: 'Katơr Thị Hoa', phone: '0912345678', personalId: '058190001234', address: 'Cạnh nhà cộng đồng Lập Lá', fullName: 'Pi Năng Tơr' }

describe('the disk of a copied phone', () => {
  it('holds no name, number, phone, address, key or passphrase that can be read', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), answers)]))
    await ledger.replica.saveContext(COMMUNE, { hash: 'h', commune: { code: COMMUNE, name: 'Ninh Sơn', province: 'Khánh Hòa', provinceCode: '56' }, hamlets: [], people: [{ id: id(9), name: 'Mang Thị Xuân', role: 'officer' }], settings: { minAge: 15, autoLockMinutes: 5 }, extensions: [] })
    await ledger.saveHolder({ userId: id(9), username: 'ktor.ninhson', name: 'Mang Thị Xuân', role: 'officer', communes: [] })
    await ledger.saveDraft(draft(id(2), answers))
    await ledger.saveNotes(id(1), { headName: `Xem lại tên ${answers.fullName}` })
    await ledger.submit(household(id(3), answers))
    await ledger.submit(household(id(4), answers))
    await ledger.outbox.settle(COMMUNE, [{ counter: 2, outcome: { kind: 'refused', reason: 'findings' }, receipt: 'r' }])
    await world.vaults.addPasskey(ledger, { credentialId: 'c', salt: new Uint8Array(32), prf: new Uint8Array(32).fill(9), pin: '258036' })

    const disk = await rawDisk(world)

    const secrets = [...Object.values(answers), 'Katơr', 'Lập Lá', 'Mang Thị', 'Ninh Sơn', PASSPHRASE, '258036', world.enrolment().deviceSecret]
    expect(disk.length).toBeGreaterThan(2000)
    expect(secrets.filter((secret) => readings(secret).some((reading) => disk.includes(reading)))).toEqual([])
  })

  it('shows the same text encrypted twice as two different texts', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.saveDraft(draft(id(2), answers))
    const first = await rawRows(world, 'drafts')
    await ledger.saveDraft(draft(id(2), {}))
    await ledger.saveDraft(draft(id(2), answers))

    expect(await rawRows(world, 'drafts')).not.toEqual(first)
  })

  it('does not open a row that was moved to another place', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.saveDraft(draft(id(2), answers))
    const [row] = (await rawRows(world, 'drafts')) as { id: string }[]
    await writeRaw(world, 'drafts', { ...row, id: id(5) })

    expect(await ledger.findDraft(id(5))).toBeUndefined()
  })
})

/** As text, as UTF-8 and UTF-16 bytes read one by one, and as base64. */
function readings(secret: string): readonly string[] {
  const latin = (bytes: Buffer) => bytes.toString('latin1')
  return [secret, latin(Buffer.from(secret, 'utf8')), latin(Buffer.from(secret, 'utf16le')), Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1)]
}

async function rawDisk(world: DeviceWorld): Promise<string> {
  const { indexedDB } = world.indexedDb
  const parts: string[] = []
  for (const { name } of await indexedDB.databases()) {
    const db = await request(indexedDB.open(name!))
    for (const store of db.objectStoreNames) {
      const rows = await request(db.transaction(store).objectStore(store).getAll())
      for (const row of rows as object[]) for (const value of flat(row)) parts.push(value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value))
    }
    db.close()
  }
  return parts.join('\n')
}

function flat(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array) ? Object.values(value).flatMap(flat) : [value]
}

async function rawRows(world: DeviceWorld, store: string): Promise<readonly unknown[]> {
  const db = await request(world.indexedDb.indexedDB.open(await accountName(world)))
  const rows = await request(db.transaction(store).objectStore(store).getAll())
  db.close()
  return rows as readonly unknown[]
}

async function writeRaw(world: DeviceWorld, store: string, row: unknown): Promise<void> {
  const db = await request(world.indexedDb.indexedDB.open(await accountName(world)))
  await request(db.transaction(store, 'readwrite').objectStore(store).put(row))
  db.close()
}

async function accountName(world: DeviceWorld): Promise<string> {
  return (await world.indexedDb.indexedDB.databases()).find(({ name }) => name !== 'sothon')!.name!
}

function request<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}

import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { COMMUNE, deviceWorld, draft, household, id, page, registered } from './deviceWorld'

const photo = (seed: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length: 300 }, (_, at) => (at * 7 + seed) % 251)
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url')

describe('a photo', () => {
  it('answers with the hash of its bytes and survives a restart', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()

    const kept = await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(1) })
    ledger.lock()
    const again = await world.unlock()

    expect(kept).toEqual({ ok: true, value: hashOf(photo(1)) })
    expect(await again.photos.bytes(hashOf(photo(1)))).toEqual(photo(1))
    expect(await again.photos.waiting()).toEqual([{ record: id(1), hash: hashOf(photo(1)), commune: COMMUNE, size: 300 }])
  })

  it('lies on the disk encrypted', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: new Uint8Array(300).fill(65) })

    const rows = await new Promise<{ blob: Uint8Array }[]>((done, failed) => {
      const opening = world.indexedDb.indexedDB.open('sothon-0190a000-0000-7000-8000-0000000000f1')
      opening.onerror = failed
      opening.onsuccess = () => {
        const all = opening.result.transaction('photoBytes').objectStore('photoBytes').getAll()
        all.onsuccess = () => done(all.result)
      }
    })

    expect(rows).toHaveLength(1)
    expect(Buffer.from(rows[0]!.blob).includes('AAAA')).toBe(false)
  })

  it('is ready when the record, as the server has it, names it, and leaves once confirmed', async () => {
    const ledger = await (await deviceWorld()).enrol()
    const hash = hashOf(photo(1))
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(1) })
    await ledger.submit(household(id(1), { headName: 'Ban', decisionPhoto: hash }))
    const before = await ledger.photos.ready(COMMUNE)

    await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban', decisionPhoto: hash })]))
    const after = await ledger.photos.ready(COMMUNE)
    await ledger.photos.confirmed(COMMUNE, hash)

    expect([before, after]).toEqual([[], [{ hash, size: 300 }]])
    expect([await ledger.photos.waiting(), await ledger.photos.bytes(hash)]).toEqual([[], null])
  })

  it('taken again takes the place of the one before when the form is sent, not before', async () => {
    const ledger = await (await deviceWorld()).enrol()
    for (const seed of [1, 2]) await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(seed) })
    await ledger.saveDraft(draft(id(1), { decisionPhoto: hashOf(photo(2)) }))
    const open = (await ledger.photos.waiting()).length

    await ledger.submit(household(id(1), { headName: 'Ban', decisionPhoto: hashOf(photo(2)) }))

    expect(open).toBe(2)
    expect((await ledger.photos.waiting()).map(({ hash }) => hash)).toEqual([hashOf(photo(2))])
  })

  it('of a draft thrown away goes with it, one that was sent stays', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(1) })
    await ledger.submit(household(id(1), { headName: 'Ban', decisionPhoto: hashOf(photo(1)) }))
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(2) })
    const typed = draft(id(1), { decisionPhoto: hashOf(photo(2)) })
    await ledger.saveDraft(typed)

    await ledger.discardDraft(typed)

    expect((await ledger.photos.waiting()).map(({ hash }) => hash)).toEqual([hashOf(photo(1))])
  })

  it('of a draft thrown away comes back with it', async () => {
    const ledger = await (await deviceWorld()).enrol()
    await ledger.photos.keep({ commune: COMMUNE, record: id(1), bytes: photo(1) })
    const typed = draft(id(1), { decisionPhoto: hashOf(photo(1)) })
    await ledger.saveDraft(typed)

    const gone = await ledger.discardDraft(typed)
    const back = gone.ok && (await gone.value())

    expect([back, await ledger.findDraft(id(1))]).toEqual([{ ok: true, value: typed }, typed])
    expect(await ledger.photos.bytes(hashOf(photo(1)))).toEqual(photo(1))
  })
})

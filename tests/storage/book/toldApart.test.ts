import { describe, expect, it } from 'vitest'
import { imageOf } from '../../support/browser/diskImage'
import { deviceWorld, id } from '../deviceWorld'

describe('two people somebody said are two', () => {
  it('are told apart from either side, also after the book was closed', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.tellApart(id(1), id(2))
    await ledger.tellApart(id(1), id(3))
    await ledger.tellApart(id(2), id(1))
    ledger.lock()

    const again = await world.unlock()

    expect(await again.toldApart(id(1))).toEqual([id(2), id(3)])
    expect(await again.toldApart(id(2))).toEqual([id(1)])
    expect(await again.toldApart(id(4))).toEqual([])
  })

  it('are told apart too where the other is in a hamlet that is not on this device, and nobody reads where', async () => {
    const world = await deviceWorld()
    const ledger = await world.enrol()
    await ledger.tellApartElsewhere(id(1), 'Gò Sạn')
    ledger.lock()

    const again = await world.unlock()

    expect([await again.toldElsewhere(id(1)), await again.toldElsewhere(id(2))]).toEqual(['Gò Sạn', null])
    expect(JSON.stringify(await imageOf(world.indexedDb))).not.toContain('Gò Sạn')
  })
})

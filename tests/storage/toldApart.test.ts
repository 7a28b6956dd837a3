import { describe, expect, it } from 'vitest'
import { deviceWorld, id } from './deviceWorld'

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
})

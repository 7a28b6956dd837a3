import { expect, it } from 'vitest'
import { COMMUNE, deviceWorld, id, page, registered } from './deviceWorld'

it('a decision is on the version that was shown, not on the one that came in since', async () => {
  const ledger = await (await deviceWorld()).enrol()
  await ledger.replica.applyPage(COMMUNE, page([registered(id(1), { headName: 'Ban' }, { version: 2 })]))

  const made = await ledger.review({ type: 'accept', commune: COMMUNE, record: id(1), base: 1 })

  expect(made).toMatchObject({ ok: true, value: { type: 'accept', base: 1 } })
})

import { expect, it } from 'vitest'
import { NINH_SON } from '../../support/database/serverWorld'
import { labourAnswers } from '../../support/villageForms'
import { village } from '../../support/syncWorld'

const { world, officer, labour } = await village()
const admin = await world.person('admin', [{ commune: NINH_SON, hamlets: null }])
for (const [firstDay, located] of [['2026-11-01', true], ['2026-01-01', false]]) await world.send(admin, 'POST', '/api/admin/surveys', { firstDay, located, communes: [NINH_SON] })
const warnings = async (record: string) => {
  await officer.pull()
  return officer.records.get(record)!.warnings.filter(({ id }) => id === 'FORM-DUP')
}

it('a form of the next survey is no second form, one of the same survey is', async () => {
  const { id, head } = await labour({ collectedOn: '2026-10-31' })
  const [next, again] = [world.deps.newId(), world.deps.newId()]

  await officer.push(officer.submit(next, head, labourAnswers({ collectedOn: '2026-11-01' })), officer.submit(again, head, labourAnswers({ collectedOn: '2026-11-20' })))

  expect(await warnings(id)).toEqual([])
  expect(await warnings(next)).toEqual([])
  expect(await warnings(again)).toMatchObject([{ data: { record: next } }])
})

it('phones and desks are told when the surveys begin, and in which houses are located', async () => {
  const { context } = (await officer.send(officer.request([], { pull: { cursor: null, maxBytes: 60_000 } }))).json()

  expect(context.settings).toMatchObject({ surveys: ['2026-01-01', '2026-11-01'], locatedSurveys: ['2026-11-01'] })
})

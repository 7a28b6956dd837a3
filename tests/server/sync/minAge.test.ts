import { expect, it } from 'vitest'
import type { SyncResponse } from '../../../src/protocol/messages'
import { village } from '../../support/syncWorld'
import { labourAnswers, labourHead } from '../../support/villageForms'

const { world, hamlet, officer, home } = await village({ minAge: 16 })

it.each([['2010-11-26', 'refused'], ['2010-11-20', 'accepted']])('a labour form about somebody born on %s, taken on 2026-11-20 where the survey begins at 16, is %s', async (born, kind) => {
  const { household, person } = await home()

  const sent = await officer.push(officer.submit(world.deps.newId(), labourHead(hamlet, household, person), labourAnswers({ born })))

  expect(sent.outcomes[0]?.outcome.kind).toBe(kind)
})

it('phones are told the age', async () => {
  expect(((await officer.send(officer.request([]))).json() as SyncResponse).context?.settings.minAge).toBe(16)
})

import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Operation } from '../../../src/domain/records/operation'
import type { Envelope, EnvelopeResponse } from '../../../src/protocol/messages'
import { sealEnvelope } from '../../../src/protocol/sealing/envelope'
import { breakEverywhere, type Scene } from '../../support/database/breakEverywhere'
import { databaseLine, type DatabaseLine } from '../../support/database/databaseLine'
import { NINH_SON } from '../../support/database/serverWorld'
import { village, type TestDevice } from '../../support/syncWorld'
import { DEVICE_TIME, householdAnswers, householdHead } from '../../support/villageForms'

let line!: DatabaseLine
const { world, hamlet, device } = await village({}, async (url) => (line = await databaseLine(url)).url)
const { db, newId } = world.deps

const household = (by: TestDevice): Operation => by.submit(newId(), householdHead(hamlet), householdAnswers())
const seal = (phone: TestDevice, operation: Operation): Promise<Envelope> =>
  sealEnvelope({ operation, device: phone.id, commune: NINH_SON, deviceSecret: phone.deviceSecret, serverKey: phone.serverKey })

async function kindsOf(phone: TestDevice): Promise<readonly string[]> {
  const rows = await db.selectFrom('operation').select('outcome').where('device', '=', phone.id).orderBy('counter').execute()
  return rows.map(({ outcome }) => outcome.kind)
}

async function tellsOf(revoked: TestDevice): Promise<number> {
  return (await db.selectFrom('access_log').select('id').where('user_id', '=', revoked.person.id).where('what', '=', 'revokedEnvelopes').execute()).length
}

/** A courier brings those of two phones, shuffled and one of them twice; the second is revoked and decides something besides. */
async function scenes(): Promise<(nth: number) => Scene> {
  const [phone, revoked] = [await device('officer'), await device('officer')]
  await db.updateTable('device').set({ revoked_at: DEVICE_TIME }).where('id', '=', revoked.id).execute()
  return (nth) => {
    let envelopes: readonly Envelope[] = []
    return {
      async begin() {
        const [first, second, third] = await Promise.all([seal(phone, household(phone)), seal(revoked, household(revoked)), seal(revoked, revoked.op({ type: 'accept', record: newId(), base: 1 }))])
        envelopes = [third, first, second, first]
      },
      async work() {
        const answer = await world.send(null, 'POST', '/api/envelopes', { run: randomUUID(), envelopes })
        return answer.statusCode === 200 && (answer.json() as EnvelopeResponse).results.every(({ result }) => result === 'received')
      },
      async problems() {
        const judged = [await kindsOf(phone), await kindsOf(revoked)].join(' + ')
        const should = [Array(nth + 1).fill('accepted'), Array(nth + 1).fill(['accepted', 'refused'])].join(' + ')
        return [...(judged === should ? [] : [`${judged} instead of ${should}`]), ...((await tellsOf(revoked)) > nth ? [] : ['nobody is told that a revoked device handed in'])]
      },
    }
  }
}

it('[S27] [S29] envelopes of several phones, while the server loses its database at any statement: none is lost or doubled, and whoever revoked a phone hears of it', async () => {
  const lost = await breakEverywhere({ line, deps: world.deps, scene: await scenes() })

  expect(['insert into "access_log"', 'with taken as', 'commit'].filter((beginning) => !lost.some((statement) => statement.trim().startsWith(beginning)))).toEqual([])
}, 600_000)

import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { NINH_SON } from '../../support/database/serverWorld'
import { brokenTables } from '../../support/judgedAgain'
import { village, type Village } from '../../support/syncWorld'

/* The log judged once more is what the runs with faults believe (`tests/faults`): it has to see what a server could write wrongly. */

let world: Village
beforeAll(async () => {
  world = await village()
  const { officer, colleague, desk, hamlet, otherHamlet } = world
  const { id, head, household } = await world.labour({ phone: '0912000111' })
  await world.home('058180000001')
  await officer.push(officer.submit(id, head, { phone: '0912000222' }, 1))
  await colleague.push(colleague.submit(id, head, { phone: '0912000333' }, 1))
  await desk.push(
    desk.op({ type: 'return', record: id, base: 3, notes: [{ field: 'phone', text: 'Số nào đúng?' }] }),
    desk.op({ type: 'move', record: household, base: 1, hamlet: otherHamlet, household: null, person: null }),
    desk.op({ type: 'move', record: household, base: 2, hamlet, household: null, person: null }),
  )
})

const told = (): Promise<readonly string[]> => brokenTables(world.world.deps, NINH_SON)

const wrong: readonly (readonly [what: string, statement: string])[] = [
  ...['round = round + 1', "status = 'accepted'", 'version = version + 1', "meta = '{}'", "notes = '[]'", "holds = '[]'", 'reviewed_by = null', 'reviewed_at = now()', "answers = answers - 'phone'", 'seq = seq + 100',
    'submission = null', 'household = null', 'person = null'].map((set) => [`a column of a record: ${set}`, `update record set ${set} where kind = 'labour'`] as const),
  ['a record that is not there', "delete from record where kind = 'labour'"],
  ['an answer in the log', `update operation set outcome = '{"kind":"accepted","version":3}' where outcome ->> 'kind' = 'held'`],
  ['changes in the log', "update operation set changes = '[]' where seq = (select max(seq) from operation where changes <> '[]')"],
  ['an operation that is not there', 'delete from operation where counter is null'],
  ['the change number', 'update commune_seq set n = n + 1'],
  ['the count of a device', 'update device set last_counter = last_counter + 1'],
  ['a digest', 'update digest set lo = lo # 1 where n > 0'],
  ['who has a number', 'delete from number_registry'],
]

describe('the log judged once more', () => {
  it('says nothing of what the server wrote', async () => {
    expect(await told()).toEqual([])
  })

  it.each(wrong)('sees %s', async (_what, statement) => {
    const { db, secrets } = world.world.deps
    const undone = new Error('undone')
    await expect(db.transaction().execute(async (tx) => {
      const { numAffectedRows = 0n } = await sql.raw(statement).execute(tx)
      expect(numAffectedRows).toBeGreaterThan(0n)
      expect(await brokenTables({ db: tx, secrets }, NINH_SON)).not.toEqual([])
      throw undone
    })).rejects.toBe(undone)
  })
})

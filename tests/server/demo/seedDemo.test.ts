import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { verifyPassword } from '../../../src/server/accounts/passwords/passwords'
import { seedDemo } from '../../../src/server/demo/seedDemo'
import { serverWorld } from '../../support/database/serverWorld'

const { deps } = await serverWorld()
const signIns = await seedDemo(deps)

it('five people can sign in to the demo commune, each with the password that was just made for them', async () => {
  const users = await deps.db.selectFrom('app_user').select(['username', 'password_hash']).execute()

  expect(signIns.map(({ role, username }) => `${role} ${username}`)).toEqual(['admin quantri', 'supervisor giamsat', 'officer canbo', 'member thon1', 'member thon2'])
  for (const { username, password } of signIns) {
    expect(await verifyPassword(password, users.find((user) => user.username === username)?.password_hash)).toBe(true)
  }
})

it('the two village members see one and two hamlets, the others the commune', async () => {
  const areas = await deps.db.selectFrom('user_commune').innerJoin('app_user', 'app_user.id', 'user_commune.user_id')
    .leftJoin('user_hamlet', (join) => join.onRef('user_hamlet.user_id', '=', 'user_commune.user_id').onRef('user_hamlet.commune', '=', 'user_commune.commune'))
    .select(({ fn }) => ['username', 'whole', fn.count<string>('user_hamlet.hamlet_id').as('hamlets')])
    .groupBy(['username', 'whole']).orderBy('username').execute()

  expect(areas.map(({ username, whole, hamlets }) => [username, whole, Number(hamlets)])).toEqual([
    ['canbo', true, 0], ['giamsat', true, 0], ['quantri', true, 0], ['thon1', false, 1], ['thon2', false, 2],
  ])
})

it('every change has its number, and the next one goes on from the last', async () => {
  const { n } = await deps.db.selectFrom('commune_seq').selectAll().executeTakeFirstOrThrow()
  const { count, last } = await deps.db.selectFrom('operation').select(({ fn }) => [fn.countAll<string>().as('count'), fn.max('seq').as('last')]).executeTakeFirstOrThrow()
  const held = await deps.db.selectFrom('record').select('id').where(sql<boolean>`jsonb_array_length(holds) > 0`).execute()

  expect([Number(count), Number(last)]).toEqual([n, n])
  expect(held).toHaveLength(3)
})

it('every device stands at the counter of its last operation, so that nothing can be sent twice', async () => {
  const devices = await deps.db.selectFrom('device').select(['id', 'label', 'last_counter', 'revoked_at']).orderBy('label').execute()
  const counters = await deps.db.selectFrom('operation').select(({ fn }) => ['device', fn.max('counter').as('last')]).groupBy('device').execute()

  expect(devices.map(({ id, last_counter }) => [id, last_counter])).toEqual(devices.map(({ id }) => [id, counters.find(({ device }) => device === id)?.last]))
  expect(devices.filter(({ revoked_at }) => revoked_at === null)).toHaveLength(4)
})

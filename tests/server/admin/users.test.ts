import { describe, expect, it } from 'vitest'
import { NINH_SON, OTHER_COMMUNE, serverWorld } from '../../support/database/serverWorld'

const world = await serverWorld()
const whole = (commune: string) => ({ commune, hamlets: null })
const admin = await world.person('admin', [whole(NINH_SON)], 'Quản trị')
const stranger = await world.person('officer', [whole(OTHER_COMMUNE)])
const both = await world.person('officer', [whole(NINH_SON), whole(OTHER_COMMUNE)])
const hamlet = await world.hamlet(NINH_SON, '01')
const secondHamlet = await world.hamlet(NINH_SON, '02')
const thirdHamlet = await world.hamlet(NINH_SON, '03')
const otherHamlet = await world.hamlet(OTHER_COMMUNE, '01')

let count = 0
const create = (change: object = {}) => world.send(admin, 'POST', '/api/admin/users', {
  username: `can.bo.${(count += 1)}`, name: 'Cán Bộ', role: 'member', areas: [{ commune: NINH_SON, hamlets: [hamlet] }], ...change,
})
const created = async (change: object = {}) => (await create(change)).json() as { user: { id: string; username: string }; password: string }
const change = (id: string, body: object) => world.send(admin, 'PATCH', `/api/admin/users/${id}`, body)
/** What a member of these hamlets is seen to be. */
const memberOf = (...hamlets: readonly string[]) => ({ role: 'member', areas: [{ commune: NINH_SON, hamlets: [...hamlets].sort() }] })
const account = async (id: string) => (await world.send(admin, 'GET', `/api/admin/users?commune=${NINH_SON}`)).json().users.find((user: { id: string }) => user.id === id)
const scopeVersion = async (id: string) => (await world.deps.db.selectFrom('app_user').select('scope_version').where('id', '=', id).executeTakeFirstOrThrow()).scope_version

describe('making an account', () => {
  it('shows a password once, with which the person can sign in', async () => {
    const { user, password } = await created({ name: 'Katơr Thị Ba' })

    expect(user).toMatchObject({ name: 'Katơr Thị Ba', role: 'member', disabled: false, areas: [{ commune: NINH_SON, hamlets: [hamlet] }] })
    expect((await world.send(null, 'POST', '/api/sign-in', { username: user.username, password })).statusCode).toBe(200)
  })

  it('refuses a name that is taken', async () => {
    const { user } = await created()

    expect((await create({ username: user.username })).json()).toEqual({ error: 'taken' })
  })

  it("gives no area beyond the administrator's own communes", async () => {
    expect((await create({ areas: [whole(OTHER_COMMUNE)] })).json()).toEqual({ error: 'forbidden' })
    expect((await create({ areas: [whole(NINH_SON), whole(OTHER_COMMUNE)] })).json()).toEqual({ error: 'forbidden' })
  })

  it.each([
    ['no area', { areas: [] }],
    ['the same commune twice', { areas: [whole(NINH_SON), whole(NINH_SON)] }],
    ['a hamlet of another commune', { areas: [{ commune: NINH_SON, hamlets: [otherHamlet] }] }],
    ['an administrator of single hamlets', { role: 'admin', areas: [{ commune: NINH_SON, hamlets: [hamlet] }] }],
    ['an unknown role', { role: 'root' }],
    ['a name with spaces', { username: 'Can Bo' }],
  ])('refuses %s', async (_name, wrong) => {
    expect((await create(wrong)).json()).toEqual({ error: 'malformed' })
  })
})

describe('acting on accounts', () => {
  it.each([
    ['of another commune', stranger.id], ['that reach beyond the own communes', both.id],
  ])('is refused for those %s', async (_name, id) => {
    const answers = await Promise.all([
      change(id, { disabled: true }),
      world.send(admin, 'POST', `/api/admin/users/${id}/reset-password`),
      world.send(admin, 'POST', `/api/admin/users/${id}/sign-out`),
    ])

    expect(answers.map((answer) => answer.json())).toEqual([{ error: 'forbidden' }, { error: 'forbidden' }, { error: 'forbidden' }])
  })

  it('answers an id nobody has, or that is none, with notFound', async () => {
    expect((await change('0192aaaa-0000-7000-8000-00000000ffff', {})).json()).toEqual({ error: 'notFound' })
    expect((await change('x', {})).json()).toEqual({ error: 'notFound' })
  })

  it('starts the scope of replicas anew with every change of areas or role, not of the name', async () => {
    const { user } = await created()

    await change(user.id, { name: 'Tên Khác' })
    expect(await scopeVersion(user.id)).toBe(1)
    await change(user.id, { areas: [whole(NINH_SON)], seen: memberOf(hamlet) })
    expect(await scopeVersion(user.id)).toBe(2)
    await change(user.id, { role: 'officer', seen: { role: 'member', areas: [whole(NINH_SON)] } })
    expect(await scopeVersion(user.id)).toBe(3)
  })

  it('gives back no hamlet that another administrator took away meanwhile', async () => {
    const { user } = await created({ areas: [{ commune: NINH_SON, hamlets: [hamlet, secondHamlet] }] })
    const seen = memberOf(hamlet, secondHamlet)
    await change(user.id, { areas: memberOf(secondHamlet).areas, seen })

    const late = await change(user.id, { areas: memberOf(hamlet, secondHamlet, thirdHamlet).areas, seen })

    expect([late.statusCode, late.json()]).toEqual([409, { error: 'changedSince' }])
    expect((await account(user.id)).areas).toEqual(memberOf(secondHamlet).areas)
  })

  it('gives no role beside areas that are others meanwhile', async () => {
    const { user } = await created({ role: 'officer', areas: [whole(NINH_SON)] })
    const seen = { role: 'officer', areas: [whole(NINH_SON)] }
    await change(user.id, { role: 'member', areas: memberOf(hamlet).areas, seen })

    expect((await change(user.id, { role: 'supervisor', seen })).json()).toEqual({ error: 'changedSince' })
    expect((await account(user.id)).role).toBe('member')
  })

  it('takes of two administrators at once the areas of one', async () => {
    const { user } = await created()
    const seen = memberOf(hamlet)

    const answers = await Promise.all([secondHamlet, thirdHamlet].map((more) => change(user.id, { areas: memberOf(hamlet, more).areas, seen })))

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })

  it('takes a change again whose answer was lost, and starts no scope anew for it', async () => {
    const { user } = await created({ areas: [{ commune: NINH_SON, hamlets: [hamlet, secondHamlet] }] })
    const moved = { areas: memberOf(secondHamlet).areas, seen: memberOf(secondHamlet, hamlet) }
    await change(user.id, moved)

    expect((await change(user.id, moved)).statusCode).toBe(200)
    expect(await scopeVersion(user.id)).toBe(2)
  })

  it('takes no role and no areas without what was seen of them', async () => {
    const { user } = await created()

    expect((await change(user.id, { role: 'officer' })).json()).toEqual({ error: 'malformed' })
    expect((await change(user.id, { areas: [whole(NINH_SON)] })).json()).toEqual({ error: 'malformed' })
  })

  it('moves no account out of reach', async () => {
    const { user } = await created()

    expect((await change(user.id, { areas: [whole(OTHER_COMMUNE)], seen: memberOf(hamlet) })).json()).toEqual({ error: 'forbidden' })
    expect((await change(user.id, { areas: [], seen: memberOf(hamlet) })).json()).toEqual({ error: 'malformed' })
  })

  it('ends the sessions of a disabled account', async () => {
    const member = await world.person('member', [whole(NINH_SON)])

    expect((await change(member.id, { disabled: true })).json()).toMatchObject({ disabled: true })
    expect((await world.send(member, 'GET', '/api/me')).statusCode).toBe(401)
    await change(member.id, { disabled: false })
    expect((await world.send(member, 'GET', '/api/me')).statusCode).toBe(401)
  })

  it('signs an account out everywhere', async () => {
    const member = await world.person('member', [whole(NINH_SON)])

    await world.send(admin, 'POST', `/api/admin/users/${member.id}/sign-out`)
    expect((await world.send(member, 'GET', '/api/me')).statusCode).toBe(401)
  })

  it('gives a fresh password, ends sessions and opens a locked account', async () => {
    const { user } = await created()
    for (let i = 0; i < 6; i += 1) await world.send(null, 'POST', '/api/sign-in', { username: user.username, password: 'sai' })

    const { password } = (await world.send(admin, 'POST', `/api/admin/users/${user.id}/reset-password`)).json()
    expect((await world.send(null, 'POST', '/api/sign-in', { username: user.username, password })).statusCode).toBe(200)
  })

  it('does not let administrators lock themselves out or widen their own area', async () => {
    const seen = { role: 'admin', areas: [whole(NINH_SON)] }
    for (const own of [{ disabled: true }, { role: 'member', seen }, { areas: [whole(NINH_SON), whole(OTHER_COMMUNE)], seen }]) {
      expect((await change(admin.id, own)).json()).toEqual({ error: 'forbidden' })
    }
    expect((await change(admin.id, { name: 'Tên Mới' })).json()).toMatchObject({ name: 'Tên Mới' })
  })

  it('lists the accounts of the commune with what of their areas is the administrator’s', async () => {
    const { users } = (await world.send(admin, 'GET', `/api/admin/users?commune=${NINH_SON}`)).json()

    expect(users.find(({ id }: { id: string }) => id === both.id).areas).toEqual([whole(NINH_SON)])
    expect(users.find(({ id }: { id: string }) => id === stranger.id)).toBeUndefined()
    expect(JSON.stringify(users)).not.toContain('argon2')
  })

  it('writes what it did to the access log', async () => {
    const { user } = await created()
    await change(user.id, { disabled: true })

    const lines = await world.deps.db.selectFrom('access_log').select(['commune', 'user_id', 'what']).where('record', '=', user.id).orderBy('what').execute()
    expect(lines).toEqual([
      { commune: NINH_SON, user_id: admin.id, what: 'createUser' },
      { commune: NINH_SON, user_id: admin.id, what: 'updateUser' },
    ])
  })
})

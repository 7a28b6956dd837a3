import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/browser/newId'
import { httpRemote } from '../../../src/remote/httpRemote'
import type { Remote } from '../../../src/remote/remote'
import { createSession } from '../../../src/remote/session'
import { NINH_SON, serverWorld } from '../../support/database/serverWorld'

const world = await serverWorld()
const admin = await world.person('admin', [{ commune: NINH_SON, hamlets: null }])
const hamlet = await world.hamlet(NINH_SON, '01')
const user = await world.person('member', [{ commune: NINH_SON, hamlets: [hamlet] }])
const device = newId()
const survey = { firstDay: '2027-07-01', communes: [NINH_SON], located: false }
const saved = { code: '02', name: 'Thôn Hai', labourTarget: 0, asxhTarget: 0 }
const rows = [{ row: 2, cells: { householdCode: 'NS-0001', hamletName: 'Thôn 01', fullName: 'Katơr Thị Thử', relationToHead: 'Chủ hộ', sex: 'Nữ', born: '1980' } }]
let remote: Remote

beforeAll(async () => {
  const origin = await world.app.listen({ host: '127.0.0.1', port: 0 })
  const cookie = `sothon=${admin.session.token}`
  remote = httpRemote(createSession({ origin, timeoutMs: 10_000, fetch: (input, init) => fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } }) }))
  await remote.enrol({ device: newId(), commune: NINH_SON, label: 'Máy tính' })
  await world.send(user, 'POST', '/api/devices', { device, commune: NINH_SON, label: 'Samsung A15' })
})
afterAll(() => world.app.close())

describe('what the screens of the administrator ask the server', () => {
  it.each<[string, () => Promise<{ readonly ok: boolean }>]>([
    ['accounts', () => remote.users(NINH_SON)],
    ['a new account', () => remote.createUser({ username: 'kator', name: 'Katơr', role: 'officer', areas: [{ commune: NINH_SON, hamlets: null }] })],
    ['a changed account', () => remote.updateUser(user.id, { name: 'Tên Mới' })],
    ['a disabled account', () => remote.updateUser(user.id, { disabled: true })],
    ['a new password', () => remote.resetPassword(user.id)],
    ['the end of sessions', () => remote.signOutEverywhere(user.id)],
    ['devices', () => remote.devices(NINH_SON)],
    ['a revoked device', () => remote.revokeDevice(NINH_SON, device)],
    ['hamlets', () => remote.hamlets(NINH_SON)],
    ['a new hamlet', () => remote.createHamlet(NINH_SON, saved)],
    ['a changed hamlet', () => remote.updateHamlet(NINH_SON, hamlet, { ...saved, code: '01', name: 'Thôn 01' })],
    ['a survey', () => remote.planSurvey(survey)],
    ['surveys', () => remote.surveys()],
    ['a dropped survey', () => remote.dropSurvey(survey)],
    ['what an import would do', () => remote.previewImport(NINH_SON, rows)],
    ['an import', () => remote.commitImport(NINH_SON, rows)],
  ])('is answered as they read it: %s', async (_what, ask) => {
    expect(await ask()).toMatchObject({ ok: true })
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { NINH_SON, OTHER_COMMUNE, serverWorld, type Person } from '../../support/database/serverWorld'

const world = await serverWorld()
const whole = (commune: string) => ({ commune, hamlets: null })
const admin = await world.person('admin', [whole(NINH_SON)])
const ofBoth = await world.person('admin', [whole(NINH_SON), whole(OTHER_COMMUNE)])
const post = async (who: Person, path: string, body: object) => (await world.send(who, 'POST', `/api/admin/surveys${path}`, body)).json()
const plan = (who: Person, firstDay: string, ...communes: string[]) => post(who, '', { firstDay, located: false, communes })
const drop = (who: Person, firstDay: string, ...communes: string[]) => post(who, '/drop', { firstDay, located: false, communes })
const surveys = async (who: Person) => (await world.send(who, 'GET', '/api/admin/surveys')).json().surveys

beforeEach(async () => {
  for (const { firstDay, communes } of await surveys(ofBoth)) await drop(ofBoth, firstDay, ...communes)
})

describe('the labour surveys of communes', () => {
  it('are listed by first day, to each administrator those of the own communes', async () => {
    await plan(ofBoth, '2027-07-01', NINH_SON, OTHER_COMMUNE)
    await plan(ofBoth, '2026-07-01', OTHER_COMMUNE)

    expect(await surveys(ofBoth)).toEqual([{ firstDay: '2026-07-01', located: false, communes: [OTHER_COMMUNE] }, { firstDay: '2027-07-01', located: false, communes: [NINH_SON, OTHER_COMMUNE].sort() }])
    expect(await surveys(admin)).toEqual([{ firstDay: '2027-07-01', located: false, communes: [NINH_SON] }])
  })

  it('are planned once, however often it is asked', async () => {
    await plan(admin, '2027-07-01', NINH_SON)

    expect(await plan(admin, '2027-07-01', NINH_SON)).toEqual({})
    expect(await surveys(admin)).toEqual([{ firstDay: '2027-07-01', located: false, communes: [NINH_SON] }])
  })

  it('are planned once where a request names a commune twice', async () => {
    expect(await plan(admin, '2027-07-01', NINH_SON, NINH_SON)).toEqual({})
    expect(await surveys(admin)).toEqual([{ firstDay: '2027-07-01', located: false, communes: [NINH_SON] }])
  })

  it('ask for the place of each house where that is said, now or later', async () => {
    await plan(ofBoth, '2027-07-01', NINH_SON, OTHER_COMMUNE)

    await post(admin, '', { firstDay: '2027-07-01', located: true, communes: [NINH_SON] })

    expect(await surveys(ofBoth)).toEqual([{ firstDay: '2027-07-01', located: false, communes: [OTHER_COMMUNE] }, { firstDay: '2027-07-01', located: true, communes: [NINH_SON] }])
  })

  it('are dropped where it is asked, and nowhere else', async () => {
    await plan(ofBoth, '2027-07-01', NINH_SON, OTHER_COMMUNE)

    await drop(ofBoth, '2027-07-01', NINH_SON)

    expect(await surveys(ofBoth)).toEqual([{ firstDay: '2027-07-01', located: false, communes: [OTHER_COMMUNE] }])
  })

  it("are not touched beyond the administrator's own communes", async () => {
    await plan(ofBoth, '2027-07-01', OTHER_COMMUNE)

    expect(await plan(admin, '2028-07-01', NINH_SON, OTHER_COMMUNE)).toEqual({ error: 'forbidden' })
    expect(await drop(admin, '2027-07-01', OTHER_COMMUNE)).toEqual({ error: 'forbidden' })
    expect(await surveys(ofBoth)).toEqual([{ firstDay: '2027-07-01', located: false, communes: [OTHER_COMMUNE] }])
  })

  it.each(['2027', '2027-02-30', '01/07/2027', '0207-07-01', '20270-07-01'])('do not begin on %j', async (firstDay) => {
    expect(await plan(admin, firstDay, NINH_SON)).toEqual({ error: 'malformed' })
  })

  it('leave a line in the log of each commune', async () => {
    const newcomer = await world.person('admin', [whole(NINH_SON), whole(OTHER_COMMUNE)])
    await plan(newcomer, '2027-07-01', NINH_SON, OTHER_COMMUNE)

    const lines = await world.deps.db.selectFrom('access_log').select(['commune', 'what']).where('user_id', '=', newcomer.id).orderBy('commune').execute()
    expect(lines).toEqual([NINH_SON, OTHER_COMMUNE].sort().map((commune) => ({ commune, what: 'planSurvey' })))
  })
})

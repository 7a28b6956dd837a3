import { describe, expect, it } from 'vitest'
import { NINH_SON, OTHER_COMMUNE, type Person } from '../../support/database/serverWorld'
import { TestDevice, village } from '../../support/syncWorld'
import { householdAnswers, householdHead, personAnswers, personHead } from '../../support/villageForms'

const { world, hamlet, otherHamlet, officer, device, home } = await village()
const near = await device('member', [hamlet])
const far = await device('member', [otherHamlet])
// Lò Văn Sơn, 2/5/1990, lives in T1.
await home('056090000123')

const ask = async (person: Person, query: object): Promise<unknown> => {
  const answer = await world.send(person, 'POST', `/api/communes/${NINH_SON}/twins`, query)
  return answer.json()
}
const nowhere = { hamlets: [], otherCommune: false }
const [{ name: t1 }] = (await world.deps.db.selectFrom('hamlet').select('name').where('id', '=', hamlet).execute()) as [{ name: string }]

describe('somebody very alike outside the own hamlets', () => {
  it.each<[string, object]>([
    ['the same number', { number: '056090000123' }],
    ['the same name, without diacritics, and birth date', { name: 'lo van SON', born: '1990-05-02' }],
    ['both', { number: '056090000123', name: 'Lò Văn Sơn', born: '1990-05-02' }],
  ])('is said by the name of the hamlet for %s, and nothing else is', async (_, query) => {
    expect(await ask(far.person, query)).toEqual({ hamlets: [t1], otherCommune: false })
  })

  it.each<[string, object]>([
    ['another number', { number: '056090000124' }],
    ['another birth date', { name: 'Lò Văn Sơn', born: '1990-05-03' }],
    ['another name', { name: 'Lò Văn Sinh', born: '1990-05-02' }],
    ['a name alone', { name: 'Lò Văn Sơn' }],
    ['a birth date alone', { born: '1990-05-02' }],
    ['nothing', {}],
  ])('is not found by %s', async (_, query) => {
    expect(await ask(far.person, query)).toEqual(nowhere)
  })

  it('is nobody whom the asker has on the own device', async () => {
    const query = { number: '056090000123', name: 'Lò Văn Sơn', born: '1990-05-02' }

    expect([await ask(near.person, query), await ask(officer.person, query)]).toEqual([nowhere, nowhere])
  })

  it('is not told to somebody who has no hamlet any more', async () => {
    const { person } = await device('member', [])

    expect(await ask(person, { number: '056090000123' })).toEqual(nowhere)
  })

  it('of another commune is known by the number only', async () => {
    const there = await world.hamlet(OTHER_COMMUNE, 'X1')
    const stranger = await new TestDevice(world, await world.person('officer', [{ commune: OTHER_COMMUNE, hamlets: null }]), OTHER_COMMUNE).enrol()
    const [household, person] = [world.deps.newId(), world.deps.newId()]
    await stranger.push(stranger.submit(household, householdHead(there), householdAnswers()), stranger.submit(person, personHead(there, household), personAnswers({ fullName: 'Pi Năng Xa', born: '1985-01-02', personalId: '058085000777' })))

    expect(await ask(far.person, { number: '058085000777' })).toEqual({ hamlets: [], otherCommune: true })
    expect(await ask(far.person, { name: 'Pi Năng Xa', born: '1985-01-02' })).toEqual(nowhere)
  })

  it('asked about is written down, without whom', async () => {
    await ask(far.person, { number: '056090000123' })

    const log = await world.deps.db.selectFrom('access_log').selectAll().where('what', '=', 'twins').where('user_id', '=', far.person.id).execute()
    expect(log.length).toBeGreaterThan(0)
    expect(JSON.stringify(log)).not.toContain('056090000123')
  })

  it.each<object>([{ number: '123' }, { name: 'A', born: '1990' }, { name: '', born: '1990-05-02' }, { hamlet: 'T1' }])('is not looked for by %j', async (query) => {
    expect(await ask(far.person, query)).toEqual({ error: 'malformed' })
  })
})

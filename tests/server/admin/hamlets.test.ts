import { describe, expect, it } from 'vitest'
import { NINH_SON, serverWorld } from '../../support/database/serverWorld'

const world = await serverWorld()
const admin = await world.person('admin', [{ commune: NINH_SON, hamlets: null }])
const save = (id: string, code: string) =>
  world.send(admin, 'PATCH', `/api/communes/${NINH_SON}/hamlets/${id}`, { code, name: `Thôn ${code}`, labourTarget: 0, asxhTarget: 0 })

describe('the hamlets of a commune', () => {
  it('never share a code, also when two are given it in the same instant', async () => {
    const ids = await Promise.all(['01', '02', '03', '04'].map((code) => world.hamlet(NINH_SON, code)))

    const answers = await Promise.all(ids.map((id) => save(id, 'TL')))

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409, 409])
    expect(answers.filter(({ statusCode }) => statusCode === 409).map((answer) => answer.json().error)).toEqual(['taken', 'taken', 'taken'])
  })
})

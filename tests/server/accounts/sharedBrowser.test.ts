import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/browser/newId'
import { httpRemote } from '../../../src/remote/httpRemote'
import { httpTransport } from '../../../src/remote/httpTransport'
import { createSession } from '../../../src/remote/session'
import { hashPassword } from '../../../src/server/accounts/passwords/passwords'
import { NINH_SON, serverWorld, type Person } from '../../support/database/serverWorld'

const world = await serverWorld()
const PASSWORD = 'ruộng bậc thang 7'
let origin: string
let mine: Person
let colleague: Person

beforeAll(async () => {
  origin = await world.app.listen({ host: '127.0.0.1', port: 0 })
  const hash = await hashPassword(PASSWORD)
  const signedUp = async (): Promise<Person> => {
    const person = await world.person('officer', [{ commune: NINH_SON, hamlets: null }])
    await world.deps.db.updateTable('app_user').set({ password_hash: hash }).where('id', '=', person.id).execute()
    return person
  }
  mine = await signedUp()
  colleague = await signedUp()
})
afterAll(() => world.app.close())

/** Keeps cookies as a browser does. */
function browser() {
  const jar = new Map<string, string>()
  return createSession({
    origin,
    timeoutMs: 10_000,
    fetch: async (input, init) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } })
      for (const [pair = ''] of answer.headers.getSetCookie().map((set) => set.split(';'))) {
        const at = pair.indexOf('=')
        if (at === pair.length - 1) jar.delete(pair.slice(0, at))
        else jar.set(pair.slice(0, at), pair.slice(at + 1))
      }
      return answer
    },
  })
}

describe('a book whose colleague signed in last on the same phone', () => {
  it('goes on syncing under its own account', async () => {
    const session = browser()
    const remote = httpRemote(session)
    await remote.signIn(mine.username, PASSWORD)
    const device = newId()
    await remote.as(mine.id).enrol({ device, commune: NINH_SON, label: 'Máy chung' })
    await remote.signIn(colleague.username, PASSWORD)

    const answer = await httpTransport(session.as(mine.id)).exchange({ protocol: 1, device, commune: NINH_SON, run: newId(), ops: [], pull: null, context: null })

    expect(answer).toMatchObject({ ok: true })
  })

  it('enrols its devices for its own account, also when it knew no token yet', async () => {
    const session = browser()
    await httpRemote(session).signIn(mine.username, PASSWORD)
    await httpRemote(session).signIn(colleague.username, PASSWORD)
    const own = httpRemote(session.as(mine.id))
    const device = newId()

    await own.me()
    await own.enrol({ device, commune: NINH_SON, label: 'Máy chung' })

    expect(await world.deps.db.selectFrom('device').select('user_id').where('id', '=', device).executeTakeFirst()).toEqual({ user_id: mine.id })
  })
})

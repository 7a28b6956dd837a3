import { beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '../../../src/server/accounts/passwords/passwords'
import { beforeCommit } from '../../support/beforeCommit'
import { NINH_SON, serverWorld, type Person } from '../../support/database/serverWorld'

const world = await serverWorld()
const PASSWORD = 'ruộng bậc thang 7'
const hash = await hashPassword(PASSWORD)
let officer: Person

const signIn = (username: string, password: string, address = '10.0.0.1') =>
  world.send(null, 'POST', '/api/sign-in', { username, password }, { remoteAddress: address })
const guess = async (username: string, times: number, address?: string): Promise<number[]> => {
  const codes: number[] = []
  for (let i = 0; i < times; i += 1) codes.push((await signIn(username, 'sai', address)).statusCode)
  return codes
}

beforeEach(async () => {
  await world.deps.db.deleteFrom('sign_in_guess').execute()
  officer = await world.person('officer', [{ commune: NINH_SON, hamlets: null }], 'Lê Thị Hoa')
  await world.deps.db.updateTable('app_user').set({ password_hash: hash }).where('id', '=', officer.id).execute()
})

describe('signing in', () => {
  it('tells the app who signed in and for which communes', async () => {
    const answer = await signIn(officer.username, PASSWORD)

    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({
      id: officer.id, username: officer.username, name: 'Lê Thị Hoa', role: 'officer',
      areas: [{ commune: NINH_SON, hamlets: null }], communes: [{ code: NINH_SON, name: 'Xã Ninh Sơn' }], csrf: expect.any(String),
    })
  })

  it('keeps the token out of reach of scripts and other sites', async () => {
    const cookie = String((await signIn(officer.username, PASSWORD)).headers['set-cookie'])

    expect(cookie).toMatch(/^sothon=[\w-]{43};.*HttpOnly; SameSite=Strict$/)
  })

  it('stores the token only as a hash', async () => {
    const cookie = (await signIn(officer.username, PASSWORD)).cookies[0]!

    const rows = await world.deps.db.selectFrom('app_session').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(cookie.value)
  })

  it('reads the name in any case and the password in any Unicode form', async () => {
    expect((await signIn(officer.username.toUpperCase(), PASSWORD.normalize('NFD'))).statusCode).toBe(200)
  })

  it('ends the session this browser had before', async () => {
    await world.send(officer, 'POST', '/api/sign-in', { username: officer.username, password: PASSWORD })

    expect((await world.send(officer, 'GET', '/api/me')).json()).toEqual({ error: 'signedOut' })
  })

  it('answers a wrong password and an unknown name alike', async () => {
    const [wrong, unknown] = [await signIn(officer.username, 'sai'), await signIn('khong.co.ai', 'sai')]

    expect([wrong.statusCode, wrong.json()]).toEqual([403, { error: 'wrongPassword' }])
    expect(unknown.json()).toEqual(wrong.json())
  })

  it('tells of a disabled account only to one who knows the password', async () => {
    await world.deps.db.updateTable('app_user').set({ disabled: true }).where('id', '=', officer.id).execute()

    expect((await signIn(officer.username, 'sai')).json()).toEqual({ error: 'wrongPassword' })
    expect((await signIn(officer.username, PASSWORD)).json()).toEqual({ error: 'disabled' })
  })
})

describe('two accounts in one browser', () => {
  let jar: Record<string, string>
  let colleague: Person
  const take = async (answer: Promise<Awaited<ReturnType<typeof signIn>>>) => {
    for (const { name, value } of (await answer).cookies) {
      if (value === '') delete jar[name]
      else jar[name] = value
    }
  }
  const who = async (account?: Person) => (await world.app.inject({ url: '/api/me', cookies: jar, headers: account ? { 'x-sothon-account': account.id } : {} })).json()
  const asSignedIn = (person: Person) => take(world.app.inject({ method: 'POST', url: '/api/sign-in', cookies: jar, payload: { username: person.username, password: PASSWORD } }))
  beforeEach(async () => {
    jar = {}
    colleague = await world.person('officer', [{ commune: NINH_SON, hamlets: null }])
    await world.deps.db.updateTable('app_user').set({ password_hash: hash }).where('id', '=', colleague.id).execute()
    await asSignedIn(officer)
    await asSignedIn(colleague)
  })

  it('have a session each, which serves that account’s book alone', async () => {
    expect([(await who(officer)).id, (await who(colleague)).id, (await who()).id]).toEqual([officer.id, colleague.id, colleague.id])
  })

  it('are signed out one at a time', async () => {
    const { csrf } = await who(officer)
    await take(world.app.inject({ method: 'POST', url: '/api/sign-out', cookies: jar, headers: { 'x-sothon-account': officer.id, 'x-csrf-token': csrf } }))

    expect([await who(officer), (await who(colleague)).id, (await who()).id]).toEqual([{ error: 'signedOut' }, colleague.id, colleague.id])
  })

  it('leave nothing of a session when the one who signed in last signs out', async () => {
    const { csrf } = await who(colleague)
    await take(world.app.inject({ method: 'POST', url: '/api/sign-out', cookies: jar, headers: { 'x-sothon-account': colleague.id, 'x-csrf-token': csrf } }))

    expect([await who(), await who(colleague), (await who(officer)).id]).toEqual([{ error: 'signedOut' }, { error: 'signedOut' }, officer.id])
  })
})

describe('guessing passwords', () => {
  it('locks an account after five wrong ones, even for the right one', async () => {
    expect(await guess(officer.username, 6)).toEqual([403, 403, 403, 403, 403, 429])

    const answer = await signIn(officer.username, PASSWORD)
    expect([answer.json(), answer.headers['retry-after']]).toEqual([{ error: 'lockedOut', retryAfter: 60 }, '60'])
  })

  it('locks a name nobody has in the same way', async () => {
    expect(await guess('khong.co.ai', 6)).toEqual([403, 403, 403, 403, 403, 429])
  })

  it('opens again after the wait and waits twice as long the next time', async () => {
    await guess(officer.username, 5)
    world.advance(61_000)
    await guess(officer.username, 1)

    expect((await signIn(officer.username, PASSWORD)).json()).toEqual({ error: 'lockedOut', retryAfter: 120 })
    world.advance(121_000)
    expect((await signIn(officer.username, PASSWORD)).statusCode).toBe(200)
  })

  it('counts attempts that arrive at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(officer.username, 'sai')))

    expect(answers.filter(({ statusCode }) => statusCode === 429).length).toBe(7)
  })

  it('forgets the wrong ones after a right one', async () => {
    await guess(officer.username, 4)
    await signIn(officer.username, PASSWORD)

    expect(await guess(officer.username, 4)).toEqual([403, 403, 403, 403])
  })

  it('makes an address that tries many names wait', async () => {
    const codes: number[] = []
    for (let i = 0; i < 22; i += 1) codes.push(...(await guess(`ten.${i}`, 1, '2001:db8:9::9')))

    expect(codes.at(-1)).toBe(429)
    expect((await signIn(officer.username, PASSWORD, '10.0.0.2')).statusCode).toBe(200)
  })

  const guessNames = async (times: number, address: string): Promise<number[]> => {
    const codes: number[] = []
    for (let i = 0; i < times; i += 1) codes.push(...(await guess(`ten.${i}`, 1, address)))
    return codes
  }

  /** As after so many wrong names from there. */
  const wrongBefore = async (times: number, address: string): Promise<void> => {
    await guess(`truoc.${address}`, 1, address)
    await world.deps.db.updateTable('sign_in_guess').set({ failures: times }).where('failures', '>', 0).execute()
  }

  it('from an address that has to wait costs the account nothing', async () => {
    await wrongBefore(20, '2001:db8:9:1::8')
    await guessNames(1, '2001:db8:9:1::8')

    expect(new Set(await guess(officer.username, 8, '2001:db8:9:1::8'))).toEqual(new Set([429]))
    expect((await signIn(officer.username, PASSWORD, '10.0.0.2')).statusCode).toBe(200)
  })

  it('weighs less on an address with every hour that passes', async () => {
    await wrongBefore(20, '2001:db8:9:2::7')
    await guessNames(1, '2001:db8:9:2::7')
    world.advance(3 * 3_600_000)

    expect(new Set(await guessNames(15, '2001:db8:9:2::7'))).toEqual(new Set([403]))
  })

  it('is forgiven to the address as far as the account that then signed in did it', async () => {
    const address = '2001:db8:9:3::6'
    await wrongBefore(16, address)

    expect(await guess(officer.username, 4, address)).toEqual([403, 403, 403, 403])
    expect((await signIn(officer.username, PASSWORD, address)).statusCode).toBe(200)
    expect(await guessNames(6, address)).toEqual([403, 403, 403, 403, 403, 429])
  })

  it('counts what comes from one subscriber together, whichever of their addresses it comes from', async () => {
    await wrongBefore(19, '2001:db8:5:5::1')

    const codes = [2, 3, 4].map(async (n) => (await signIn(`ten.${n}`, 'sai', `2001:db8:5:5:${n}::${n}`)).statusCode)
    expect((await Promise.all(codes)).toSorted()).toEqual([403, 403, 429])
    expect((await signIn(officer.username, PASSWORD, '2001:db8:5:6::1')).statusCode).toBe(200)
  })

  it.each([[25, 200], [201, 429]])('makes an address that thousands of phones may share wait after many more: %i', async (times, status) => {
    await wrongBefore(times - 1, '10.9.9.5')
    await guess('ten.cuoi', 1, '10.9.9.5')

    expect((await signIn(officer.username, PASSWORD, '10.9.9.5')).statusCode).toBe(status)
    expect((await signIn(officer.username, PASSWORD, '::ffff:10.9.9.5')).statusCode).toBe(status)
  })

  describe('from an address that has to wait', () => {
    const office = '2001:db8:9:4::1'
    beforeEach(async () => {
      await signIn(officer.username, PASSWORD, office)
      await wrongBefore(20, office)
      await guess('ten.cuoi', 1, office)
    })

    it('keeps out nobody who signed in there before', async () => {
      expect((await signIn(officer.username, PASSWORD, office)).statusCode).toBe(200)
      expect((await signIn('ten.khac', 'sai', office)).statusCode).toBe(429)
      expect((await signIn(officer.username, PASSWORD, office)).statusCode).toBe(200)
    })

    it('counts on the account of who signed in there before', async () => {
      expect(await guess(officer.username, 6, office)).toEqual([403, 403, 403, 403, 403, 429])
    })

    it('keeps out who signed in there a day before, and who was wrong there since', async () => {
      const colleague = await world.person('officer', [{ commune: NINH_SON, hamlets: null }])
      await world.deps.db.updateTable('app_user').set({ password_hash: hash }).where('id', '=', colleague.id).execute()
      world.advance(25 * 3_600_000)
      await signIn(colleague.username, PASSWORD, office)
      await guess(colleague.username, 1, office)
      await wrongBefore(20, office)
      await guess('ten.cuoi', 1, office)

      expect([(await signIn(officer.username, PASSWORD, office)).statusCode, (await signIn(colleague.username, PASSWORD, office)).statusCode]).toEqual([429, 429])
    })
  })
})

describe('signing in behind an address that many share', () => {
  const last = async (times: number, username: string, address: string) => {
    const answers = await Promise.all(Array.from({ length: times }, () => signIn(username, 'sai', address)))
    return answers.at(-1)!
  }

  it('is not kept from anybody by one who tries again and again there', async () => {
    await last(100, 'hang.xom', '10.8.1.1')

    expect((await signIn(officer.username, PASSWORD, '10.8.1.1')).statusCode).toBe(200)
  })

  it('may be tried twenty times a minute for one account, in whatever letters it is written', async () => {
    await last(19, 'hang.xom', '10.8.1.2')
    expect((await signIn('HANG.xom', 'sai', '10.8.1.2')).json()).toMatchObject({ error: 'lockedOut' })

    const answer = await signIn('Hang.Xom', 'sai', '10.8.1.2')
    expect([answer.statusCode, answer.json(), answer.headers['retry-after']]).toEqual([429, { error: 'tooMany', retryAfter: expect.any(Number) }, expect.anything()])
    expect((await signIn('hang.xom', 'sai', '10.8.1.3')).json()).toMatchObject({ error: 'lockedOut' })
    world.advance(60_000)
    expect((await signIn('hang.xom', 'sai', '10.8.1.2')).json()).toEqual({ error: 'wrongPassword' })
  })

  it('counts with changing the password of that account', async () => {
    await last(20, officer.username, '10.8.1.4')

    expect((await world.send(officer, 'POST', '/api/password', { current: PASSWORD, next: 'con trâu là đầu cơ nghiệp' }, { remoteAddress: '10.8.1.4' })).json()).toMatchObject({ error: 'tooMany' })
  })
})

describe('a session', () => {
  it('lives on while it is used and ends thirty days after', async () => {
    const day = 86_400_000
    world.advance(29 * day)
    expect((await world.send(officer, 'GET', '/api/me')).statusCode).toBe(200)
    world.advance(29 * day)
    expect((await world.send(officer, 'GET', '/api/me')).statusCode).toBe(200)
    world.advance(31 * day)
    expect((await world.send(officer, 'GET', '/api/me')).json()).toEqual({ error: 'signedOut' })
  })

  it('ends with sign-out, for every copy of the cookie', async () => {
    expect((await world.send(officer, 'POST', '/api/sign-out')).json()).toEqual({})
    expect((await world.send(officer, 'GET', '/api/me')).statusCode).toBe(401)
  })

  it('ends at once when the account is disabled', async () => {
    await world.deps.db.updateTable('app_user').set({ disabled: true }).where('id', '=', officer.id).execute()

    expect((await world.send(officer, 'GET', '/api/me')).statusCode).toBe(401)
  })
})

describe('changing the password', () => {
  const change = (current: string, next: string) => world.send(officer, 'POST', '/api/password', { current, next })

  it('asks for the current one', async () => {
    expect((await change('sai', 'một mật khẩu đủ dài')).json()).toEqual({ error: 'wrongPassword' })
  })

  it.each(['ngắn quá', '1234567890', 'aaaaaaaaaaaa', 'matkhau123456', PASSWORD])('refuses one that is easily guessed: %s', async (next) => {
    expect((await change(PASSWORD, next)).json()).toEqual({ error: 'weakPassword' })
  })

  it('signs the account out elsewhere and stays signed in here', async () => {
    await signIn(officer.username, PASSWORD)
    const next = 'con trâu là đầu cơ nghiệp'

    expect((await change(PASSWORD, next)).json()).toEqual({})

    const sessions = await world.deps.db.selectFrom('app_session').selectAll().where('user_id', '=', officer.id).execute()
    expect(sessions.length).toBe(1)
    expect((await world.send(officer, 'GET', '/api/me')).statusCode).toBe(200)
    expect((await signIn(officer.username, next)).statusCode).toBe(200)
  })
})

describe('a password that an administrator replaces meanwhile', () => {
  /** The account is given another password, or shut, by somebody who is not through yet; then this is asked of the server. */
  const whileChanging = <T>(change: { readonly password_hash: string } | { readonly disabled: boolean }, ask: () => Promise<T>): Promise<T> =>
    beforeCommit(world.deps.db, async (tx) => {
      await tx.updateTable('app_user').set(change).where('id', '=', officer.id).execute()
      await tx.deleteFrom('app_session').where('user_id', '=', officer.id).execute()
    }, ask)
  const sessions = () => world.deps.db.selectFrom('app_session').selectAll().where('user_id', '=', officer.id).execute()

  it('lets nobody in with the old one', async () => {
    const other = await hashPassword('một mật khẩu khác')

    const answer = await whileChanging({ password_hash: other }, () => signIn(officer.username, PASSWORD))

    expect([answer.statusCode, answer.json()]).toEqual([403, { error: 'wrongPassword' }])
    expect(await sessions()).toEqual([])
  })

  it('and an account that is being disabled', async () => {
    const answer = await whileChanging({ disabled: true }, () => signIn(officer.username, PASSWORD))

    expect(answer.json()).toEqual({ error: 'disabled' })
    expect(await sessions()).toEqual([])
  })

  it('is not changed again by whoever knew the old one', async () => {
    const other = await hashPassword('một mật khẩu khác')

    const answer = await whileChanging({ password_hash: other }, () => world.send(officer, 'POST', '/api/password', { current: PASSWORD, next: 'con trâu là đầu cơ nghiệp' }))

    expect(answer.json()).toEqual({ error: 'wrongPassword' })
    expect((await signIn(officer.username, 'một mật khẩu khác')).statusCode).toBe(200)
  })
})

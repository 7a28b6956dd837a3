import { describe, expect, it } from 'vitest'
import { hashPassword } from '../../../src/server/accounts/passwords/passwords'
import { NINH_SON, serverWorld } from '../../support/database/serverWorld'

const world = await serverWorld({ publicUrl: 'https://so-thon.example.vn', https: true })
const officer = await world.person('officer', [{ commune: NINH_SON, hamlets: null }])
const cookie = `__Host-sothon=${officer.session.token}`
const csrf = officer.session.csrf
const signOut = (headers: Record<string, string>) => world.app.inject({ method: 'POST', url: '/api/sign-out', headers: { cookie, ...headers } })

describe('requests that other sites make the browser send', () => {
  it('are refused without the token of the session', async () => {
    expect((await signOut({})).json()).toEqual({ error: 'csrf' })
  })

  it("are refused with another session's token", async () => {
    const other = await world.person('officer', [{ commune: NINH_SON, hamlets: null }])

    expect((await signOut({ 'x-csrf-token': other.session.csrf })).json()).toEqual({ error: 'csrf' })
  })

  it('are refused when they name another origin, even with the token', async () => {
    expect((await signOut({ 'x-csrf-token': csrf, origin: 'https://evil.example' })).json()).toEqual({ error: 'csrf' })
    expect((await signOut({ 'x-csrf-token': csrf, origin: 'null' })).json()).toEqual({ error: 'csrf' })
  })

  it('are refused when the browser says they come from elsewhere', async () => {
    expect((await signOut({ 'x-csrf-token': csrf, 'sec-fetch-site': 'cross-site' })).json()).toEqual({ error: 'csrf' })
    expect((await signOut({ 'x-csrf-token': csrf, 'sec-fetch-site': 'same-site' })).json()).toEqual({ error: 'csrf' })
  })

  it('cannot sign the browser in to a stranger’s account', async () => {
    const answer = await world.app.inject({ method: 'POST', url: '/api/sign-in', headers: { origin: 'https://evil.example' }, payload: { username: 'ai.do', password: 'x' } })

    expect(answer.json()).toEqual({ error: 'csrf' })
  })

  it('pass from our own pages, by the public address or the one typed', async () => {
    expect((await signOut({ 'x-csrf-token': csrf, origin: 'https://so-thon.example.vn', 'sec-fetch-site': 'same-origin' })).json()).toEqual({})
  })
})

describe('behind https', () => {
  it('sends a Secure cookie bound to this host', async () => {
    await world.deps.db.updateTable('app_user').set({ password_hash: await hashPassword('ruộng bậc thang 7') }).where('id', '=', officer.id).execute()

    const answer = await world.app.inject({ method: 'POST', url: '/api/sign-in', payload: { username: officer.username, password: 'ruộng bậc thang 7' } })
    const cookies = [answer.headers['set-cookie']].flat()
    expect(cookies).toHaveLength(2)
    for (const each of cookies) expect(each).toMatch(/^__Host-sothon(-[\da-f-]{36})?=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  })

  it('asks browsers to come by https only', async () => {
    expect((await world.app.inject('/api/health')).headers['strict-transport-security']).toContain('max-age=63072000')
  })
})

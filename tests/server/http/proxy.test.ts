import { describe, expect, it } from 'vitest'
import { serverWorld } from '../../support/database/serverWorld'

const PROXY = 'fd00::9'

describe('the address of whoever signs in', () => {
  /** The last of 22 wrong sign-ins under ever new names, each with what came to the server as `X-Forwarded-For`. */
  async function guess(trustProxy: number, forwarded: (n: number) => string): Promise<number | undefined> {
    const world = await serverWorld({ trustProxy })
    const codes: number[] = []
    for (let n = 0; n < 3; n += 1) {
      if (n === 1) await world.deps.db.updateTable('sign_in_guess').set({ failures: 20 }).execute()
      const answer = await world.send(null, 'POST', '/api/sign-in', { username: `ten.${n}`, password: 'sai' }, { remoteAddress: PROXY, headers: { 'x-forwarded-for': forwarded(n) } })
      codes.push(answer.statusCode)
    }
    return codes.at(-1)
  }
  const invented = (n: number): string => `2001:db8:${n}::1`

  it.each<[string, number, (n: number) => string, number]>([
    ['is the one the proxy in front saw, whatever the client says before it', 1, (n) => `${invented(n)}, 2001:db8:ffff::7`, 429],
    ['is the one the first of two proxies saw', 2, (n) => `${invented(n)}, 2001:db8:ffff::7, fd00::8`, 429],
    ['is each its own behind one proxy', 1, (n) => `2001:db8:ffff:${n}::1`, 403],
    ['is the nearest one where nobody stands in front', 0, invented, 429],
  ])('%s', async (_case, hops, forwarded, status) => {
    expect(await guess(hops, forwarded)).toBe(status)
  })
})

import { describe, expect, it } from 'vitest'
import { serverWorld } from '../../support/database/serverWorld'

const PROXY = '10.0.0.9'

describe('the address of whoever signs in', () => {
  /** Wrong sign-ins under ever new names, each with what came to the server as `X-Forwarded-For`. */
  async function guess(trustProxy: number, forwarded: (n: number) => string): Promise<number | undefined> {
    const world = await serverWorld({ trustProxy })
    const codes: number[] = []
    for (let n = 0; n < 22; n += 1) {
      const answer = await world.send(null, 'POST', '/api/sign-in', { username: `ten.${n}`, password: 'sai' }, { remoteAddress: PROXY, headers: { 'x-forwarded-for': forwarded(n) } })
      codes.push(answer.statusCode)
    }
    return codes.at(-1)
  }
  const invented = (n: number): string => `203.0.113.${n}`

  it.each<[string, number, (n: number) => string, number]>([
    ['is the one the proxy in front saw, whatever the client says before it', 1, (n) => `${invented(n)}, 198.51.100.7`, 429],
    ['is the one the first of two proxies saw', 2, (n) => `${invented(n)}, 198.51.100.7, 10.0.0.8`, 429],
    ['is each its own behind one proxy', 1, (n) => `198.51.100.${n}`, 403],
    ['is the nearest one where nobody stands in front', 0, invented, 429],
  ])('%s', async (_case, hops, forwarded, status) => {
    expect(await guess(hops, forwarded)).toBe(status)
  })
})

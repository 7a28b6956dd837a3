import { describe, expect, it } from 'vitest'
import { ok, type Result } from '../../src/domain/result'
import type { StandingRequest, StandingResponse } from '../../src/protocol/messages'
import { isRevoked, meetServer, type StandingDeps } from '../../src/sync/standing'

const DEVICE = '01890000-0000-7000-8000-0000000000d1'
const asked: StandingRequest['devices'] = [{ device: DEVICE, commune: '22810', proof: 'p', after: 0 }]
const counts: StandingResponse = { revoked: [], devices: [] }
const revoked: StandingResponse = { revoked: [DEVICE], devices: [{ device: DEVICE, last: 1, untaken: 0 }] }

/** A phone of these accounts; what the server says of each, and what is done in which order. `sealed` = accounts with envelopes. */
function phone(answers: Record<string, Result<StandingResponse, unknown>>, { sealed = [] as string[], devices = asked } = {}) {
  const done: string[] = []
  const gone = new Set<string>()
  let left = sealed
  const deps: StandingDeps = {
    own: {
      accounts: async () => Object.keys(answers).filter((userId) => !gone.has(userId)).map((userId) => ({ userId, devices: devices.map((device) => ({ ...device, proof: userId })) })),
      async take(userId, standing) {
        if (standing.revoked.length === 0) return 'counts'
        if (left.includes(userId)) return 'revoked'
        gone.add(userId)
        done.push(`erased ${userId}`)
        return 'erased'
      },
    },
    async ask(request) {
      const userId = request.devices[0]!.proof
      done.push(`asked ${userId}`)
      return answers[userId]!
    },
    async handIn() {
      done.push('handed in')
      left = []
    },
  }
  return { deps, done }
}

describe('[S40] a closed book that meets the server', () => {
  it('asks and goes on as it is while its device counts', async () => {
    const { deps, done } = phone({ lan: ok(counts) })

    await meetServer(deps)

    expect(done).toEqual(['asked lan'])
  })

  it('of a revoked device is erased where nothing is unsent', async () => {
    const { deps, done } = phone({ lan: ok(revoked), ban: ok(counts) })

    await meetServer(deps)

    expect(done).toEqual(['asked lan', 'erased lan', 'asked ban'])
  })

  it('of a revoked device first hands in, and is erased when the server says it has all', async () => {
    const { deps, done } = phone({ lan: ok(revoked) }, { sealed: ['lan'] })

    await meetServer(deps)

    expect(done).toEqual(['asked lan', 'handed in', 'asked lan', 'erased lan'])
  })

  it('is left alone where the server is not reached', async () => {
    const { deps, done } = phone({ lan: { ok: false, error: 'offline' } }, { sealed: ['lan'] })

    await meetServer(deps)

    expect(done).toEqual(['asked lan'])
  })

  it('asks nothing where it has no device to ask about', async () => {
    const { deps, done } = phone({ lan: ok(revoked) }, { devices: [] })

    await meetServer(deps)

    expect(done).toEqual([])
  })
})

describe('an open book whose session ended', () => {
  it.each([[ok(revoked), true], [ok(counts), false], [{ ok: false, error: 'offline' }, false]] as const)('[S40] hears whether its device is revoked', async (answer, expected) => {
    const { deps } = phone({ ban: ok(revoked), lan: answer }, { sealed: ['lan', 'ban'] })

    expect(await isRevoked(deps, 'lan')).toBe(expected)
  })
})

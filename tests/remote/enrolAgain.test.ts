import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../src/domain/result'
import { enrolAgain } from '../../src/remote/enrolAgain'

const input = { commune: '22810', device: 'd2', userId: 'lan', label: 'Chrome, Android' }
const enrolled = { epoch: 'e', deviceSecret: 's', serverKey: { id: 'k', publicKey: 'p' } }

/** A server where `id` is signed in; what it was asked to enrol. */
function server(id: string) {
  const asked: unknown[] = []
  return {
    asked,
    me: async () => ok({ id, username: id, name: id, role: 'officer' as const, areas: [], communes: [], csrf: 't' }),
    enrol: async (what: unknown) => {
      asked.push(what)
      return ok(enrolled)
    },
  }
}

describe('enrolling a phone anew', () => {
  it('gives the device to the person the book belongs to', async () => {
    const remote = server('lan')

    expect(await enrolAgain(remote, input)).toEqual(ok(enrolled))
    expect(remote.asked).toEqual([{ device: 'd2', commune: '22810', label: 'Chrome, Android' }])
  })

  it('never gives it to a colleague whose session the browser has', async () => {
    const remote = server('hoa')

    expect(await enrolAgain(remote, input)).toEqual({ ok: false, error: { kind: 'signedOut' } })
    expect(remote.asked).toEqual([])
  })

  it('[S30] comes back to a busy server when it was told to', async () => {
    const remote = { ...server('lan'), enrol: async () => fail({ error: 'tooMany' as const, retryAfter: 90 }) }

    expect(await enrolAgain(remote, input)).toEqual(fail({ kind: 'busy', retryAfterMs: 90_000 }))
  })
})

import { describe, expect, it } from 'vitest'
import type { Result } from '../../src/domain/result'
import type { SyncRequest, SyncResponse } from '../../src/protocol/messages'
import type { PhotoFailure } from '../../src/sync/sendPhotos'
import { createSyncControl, type ControlDeps } from '../../src/sync/syncControl'
import type { Exchange, TransportFailure } from '../../src/sync/transport'
import { householdHead, submit } from '../support/villageForms'

const ID = '01890000-0000-7000-8000-0000000000d1'
const NOW = Date.UTC(2026, 10, 25, 2)

const nothingNew = (request: SyncRequest): Result<Exchange, TransportFailure> => {
  const cursor = { epoch: ID, scope: 'all', seq: 0 }
  const response: SyncResponse = { protocol: 1, epoch: ID, last: 0, outcomes: [], page: request.pull && { reset: false, records: [], cursor, done: true, remaining: 0 }, context: null, scope: [] }
  return { ok: true, value: { response, bytesUp: 10, bytesDown: 20, serverTime: NOW - 600_000, isCut: false, tookMs: 0 } }
}

const draftsWait = (request: SyncRequest): Result<Exchange, TransportFailure> => {
  const answer = nothingNew(request)
  return answer.ok ? { ok: true, value: { ...answer.value, response: { ...answer.value.response, drafts: 2 } } } : answer
}

const emptyOutbox: ControlDeps['outbox'] = { waiting: async () => [], markSent: async () => {}, settle: async () => {}, device: () => ID, epoch: () => ID, lastGiven: async () => 0, sendAgain: async () => 0, findOperations: async () => new Map() }

/** A control with an empty queue, whose line answers as told and whose timers fire by hand. */
function control(answer: (request: SyncRequest) => Result<Exchange, TransportFailure> | Promise<Result<Exchange, TransportFailure>>, change: Partial<ControlDeps> = {}) {
  const requests: SyncRequest[] = []
  const timers: { work: () => void; ms: number; cancelled: boolean }[] = []
  const sync = createSyncControl({
    outbox: emptyOutbox,
    replica: { cursor: async () => null, contextHash: () => null, digests: () => new Map(), findRecords: async () => new Map(), applyPage: async () => ({ ok: true, value: null }), saveContext: async () => ({ ok: true, value: null }) },
    transport: {
      exchange: async (request) => {
        requests.push(request)
        return answer(request)
      },
    },
    pause: async () => {},
    hasLine: () => true,
    random: () => 0.5,
    communes: () => ['22810'],
    waitingCount: async () => 0,
    newDevice: async () => ({ ok: true, value: null }),
    now: () => NOW,
    newId: () => ID,
    alone: async (work) => work(),
    timer: (work, ms) => {
      const timer = { work, ms, cancelled: false }
      timers.push(timer)
      return () => { timer.cancelled = true }
    },
    ...change,
  })
  return { sync, requests, timers }
}

describe('the control of sync', () => {
  it('[S25] needs one request when nothing is new, and then says when it last succeeded', async () => {
    const { sync, requests } = control(nothingNew)

    const state = await sync.run('demand')

    expect(requests).toHaveLength(1)
    expect(state).toMatchObject({ phase: 'idle', trouble: null, lastSuccessAt: NOW, bytes: { up: 10, down: 20 } })
  })

  it('[S43] fetches the drafts that wait at the server once the register has come, and says how many are here again', async () => {
    const asked: string[] = []
    const { sync, requests } = control(draftsWait, { takeDrafts: async (commune) => asked.push(`${commune} after ${requests.length}`) })

    expect([(await sync.run('open')).rescued, asked]).toEqual([1, ['22810 after 1']])
    expect((await sync.run('timer')).rescued).toBe(3)
  })

  it('[S43] asks nothing more where none wait, and says where the book could not take one', async () => {
    let asked = 0
    const none = control(nothingNew, { takeDrafts: async () => (asked += 1) })
    await none.sync.run('open')

    const full = control(draftsWait, { takeDrafts: async () => Promise.reject(Object.assign(new Error(), { failure: { kind: 'diskFull' } })) })

    expect([asked, (await full.sync.run('open')).trouble]).toEqual([0, { kind: 'storage', failure: 'diskFull' }])
  })

  it('[S24] still says of one commune of an account that its replica differs when that of the next is the same', async () => {
    const differs = (request: SyncRequest): Result<Exchange, TransportFailure> => {
      const answer = nothingNew(request)
      if (!answer.ok || request.commune !== '22810') return answer
      const { response } = answer.value
      return { ok: true, value: { ...answer.value, response: { ...response, page: { ...response.page!, digest: '9:0' } } } }
    }
    const { sync } = control(differs, { communes: () => ['22810', '22813'] })

    expect(await sync.run('open')).toMatchObject({ replica: 'differs', trouble: null })
  })

  it('shows how far the clock of the phone is wrong', async () => {
    const { sync } = control(nothingNew)

    expect((await sync.run('open')).clockSkewMs).toBe(600_000)
  })

  it('joins a run under way instead of starting a second', async () => {
    const { sync, requests } = control(nothingNew)

    await Promise.all([sync.run('open'), sync.run('timer'), sync.run('demand')])

    expect(requests).toHaveLength(1)
  })

  it('runs once more when something was submitted during a run', async () => {
    const { sync, requests, timers } = control(nothingNew)

    await Promise.all([sync.run('open'), sync.run('submit')])
    await sync.run('demand')

    expect(requests.length).toBeGreaterThanOrEqual(2)
    expect(timers.filter((timer) => !timer.cancelled)).toHaveLength(1)
  })

  it('[S25] never says success after trouble, and tries again by itself, later each time', async () => {
    const { sync, timers } = control(() => ({ ok: false, error: { kind: 'offline' } }))

    await sync.run('open')
    await sync.run('timer')
    const state = await sync.run('timer')

    expect(state).toMatchObject({ trouble: { kind: 'offline' }, lastSuccessAt: null })
    expect(timers.map((timer) => timer.ms)).toEqual([60_000, 120_000, 240_000])
  })

  it('tries a line that was cut again, and ends at once where the device itself says that there is none', async () => {
    const cut = control(() => ({ ok: false, error: { kind: 'offline' } }))
    const none = control(() => ({ ok: false, error: { kind: 'offline' } }), { hasLine: () => false })

    await cut.sync.run('demand')
    const state = await none.sync.run('demand')

    expect(cut.requests.length).toBeGreaterThan(1)
    expect(none.requests).toHaveLength(1)
    expect(state).toMatchObject({ phase: 'idle', trouble: { kind: 'offline' } })
  })

  it('says that it does not understand the server, and tries again all the same', async () => {
    const { sync, requests, timers } = control(() => ({ ok: false, error: { kind: 'notUnderstood' } }))

    expect((await sync.run('open')).trouble).toEqual({ kind: 'notUnderstood' })
    expect(requests.length).toBeGreaterThan(1)
    expect(timers.map((timer) => timer.ms)).toEqual([60_000])
  })

  it.each([[0, 9_000], [0.5, 9_900]])('[S30] comes back to a busy server not before the time it was told, whatever chance says: %s', async (chance, expected) => {
    const { sync, timers } = control(() => ({ ok: false, error: { kind: 'busy', retryAfterMs: 9_000 } }), { random: () => chance })

    await sync.run('open')

    expect(timers.map((timer) => timer.ms)).toEqual([expected])
  })

  const busy = (): Result<Exchange, TransportFailure> => ({ ok: false, error: { kind: 'busy', retryAfterMs: 60_000 } })

  it('[S30] asks a busy server nothing more in that run: the next commune waits as well', async () => {
    const { sync, requests } = control(busy, { communes: () => ['22810', '22813'] })

    expect([(await sync.run('timer')).trouble, requests.length]).toEqual([{ kind: 'busy', retryAfterMs: 60_000 }, 1])
  })

  it('[S30] does not come back to a busy server for a new form or a line that returned, but when the time is over', async () => {
    const { sync, requests, timers } = control(busy)
    await Promise.all([sync.run('open'), sync.run('submit')])
    await sync.run('submit')
    await sync.run('online')
    expect([requests.length, timers.map(({ ms, cancelled }) => [ms, cancelled])]).toEqual([1, [[66_000, false]]])

    timers[0]!.work()
    await sync.run('demand')

    expect(requests).toHaveLength(2)
  })

  it('[S30] comes back at once where somebody asks for it, and waits no longer where that got through', async () => {
    const answers = [busy]
    const { sync, requests } = control((request) => answers.pop()?.() ?? nothingNew(request))
    await sync.run('open')

    expect((await sync.run('demand')).trouble).toBeNull()
    await sync.run('submit')

    expect(requests).toHaveLength(3)
  })

  it('[S30] [S29] keeps nobody from handing in what is sealed once the book is locked', async () => {
    const { sync } = control(busy)
    expect((await sync.run('open')).trouble).toMatchObject({ kind: 'busy' })

    sync.stop()

    expect((await sync.run('online')).trouble).toBeNull()
  })

  it('[S30] still waits as long as it was told where somebody asked and the line was cut', async () => {
    const answers = [busy]
    const { sync, requests, timers } = control(() => answers.pop()?.() ?? { ok: false, error: { kind: 'offline' } }, { hasLine: () => false })
    await sync.run('open')
    await sync.run('demand')

    await sync.run('online')

    expect([requests.length, timers.map(({ ms, cancelled }) => [ms, cancelled])]).toEqual([2, [[66_000, false]]])
  })

  it('leaves the work to the other tab that is syncing, and looks again soon', async () => {
    const { sync, requests, timers } = control(nothingNew, { alone: async () => null })

    const state = await sync.run('open')

    expect(requests).toEqual([])
    expect(state).toMatchObject({ phase: 'idle', trouble: null })
    expect(timers.map((timer) => timer.ms)).toEqual([3_000])
  })

  it('[S21] stores nothing of an answer that comes after the book was locked', async () => {
    const stored: string[] = []
    const { sync } = control((request) => {
      sync.stop()
      return nothingNew(request)
    }, {
      replica: {
        cursor: async () => null, contextHash: () => null, digests: () => new Map(), findRecords: async () => new Map(),
        applyPage: async () => { stored.push('page'); return { ok: true, value: null } },
        saveContext: async () => { stored.push('context'); return { ok: true, value: null } },
      },
    })

    await sync.run('open')

    expect(stored).toEqual([])
  })

  it('[S12] ends a run as storage trouble when the disk is full, and keeps everything', async () => {
    const { sync } = control(nothingNew, {
      waitingCount: async () => 1,
      outbox: { ...emptyOutbox, waiting: async () => { throw Object.assign(new Error('full'), { failure: { kind: 'diskFull' } }) } },
    })

    expect(await sync.run('demand')).toMatchObject({ phase: 'idle', waiting: 1, trouble: { kind: 'storage', failure: 'diskFull' } })
  })

  it.each([[1, 'before'], [2, 'after']])('[S12] ends a run as storage trouble when count %i of the queue, %s the run, fails, and tries again by itself', async (fails) => {
    let counts = 0
    const { sync, timers } = control(nothingNew, {
      waitingCount: async () => {
        counts += 1
        if (counts === fails) throw Object.assign(new Error('gone'), { failure: { kind: 'storageLost' } })
        return 0
      },
    })

    expect(await sync.run('demand')).toMatchObject({ phase: 'idle', trouble: { kind: 'storage', failure: 'storageLost' }, lastSuccessAt: null })
    expect(timers).toHaveLength(1)
    expect(await sync.run('timer')).toMatchObject({ phase: 'idle', trouble: null, lastSuccessAt: NOW })
  })

  it('[S12] is not at an end by a failure that nobody foresaw: the run ends with a word, the failure is heard, and it tries again by itself', async () => {
    const failures = [new Error('NotReadableError')]
    const { sync, timers } = control(nothingNew, { waitingCount: async () => {
      const failure = failures.pop()
      if (failure) throw failure
      return 1
    } })

    await expect(sync.run('demand')).rejects.toThrow('NotReadableError')
    expect(sync.state()).toMatchObject({ phase: 'idle', trouble: { kind: 'storage', failure: 'storageLost' } })
    expect(timers).toHaveLength(1)
    expect(await sync.run('timer')).toMatchObject({ phase: 'idle', trouble: null })
  })

  it('[S16] goes on under a new device id when the server knows another operation under a counter', async () => {
    const asked: boolean[] = []
    const { sync, requests } = control(
      (request) => {
        const answer = nothingNew(request)
        if (answer.ok && asked.length === 0) return { ...answer, value: { ...answer.value, response: { ...answer.value.response, taken: [3] } } }
        return answer
      },
      { newDevice: async (_, again) => { asked.push(again); return { ok: true, value: null } } },
    )

    expect(await sync.run('demand')).toMatchObject({ phase: 'idle', trouble: null })
    expect([asked, requests.length]).toEqual([[false], 2])
  })

  it.each([
    [{ kind: 'offline' }], [{ kind: 'busy', retryAfterMs: 9_000 }], [{ kind: 'storage', failure: 'diskFull' }],
  ] as const)('[S45] keeps its id, and what waits behind an operation that cannot be read, while its envelope could not be tried: %j', async (error) => {
    let renewals = 0
    const { sync, requests } = control(nothingNew, {
      outbox: { ...emptyOutbox, waiting: async () => [{ counter: 1, operation: null, wasSent: false }] }, waitingCount: async () => 1,
      handInSealed: async () => ({ ok: false, error }),
      newDevice: async () => { renewals += 1; return { ok: true, value: null } },
    })

    expect(await sync.run('demand')).toMatchObject({ phase: 'idle', waiting: 1, trouble: error })
    expect([renewals, requests.length]).toEqual([0, 1])
  })

  it('[S6] asks for a new device id once when the server does not know this one, and tells why it got none', async () => {
    const asked: boolean[] = []
    const { sync } = control(
      () => ({ ok: false, error: { kind: 'unknownDevice' } }),
      { newDevice: async (_, again) => { asked.push(again); return { ok: false, error: { kind: 'signedOut' } } } },
    )

    expect(await sync.run('demand')).toMatchObject({ trouble: { kind: 'signedOut' } })
    expect(asked).toEqual([true])
  })

  /** A phone with one photo: what was asked of the server about it, and what the line may carry. */
  function photoDeps({ mayGo, waiting = 0, failure = null }: { readonly mayGo: boolean; readonly waiting?: number; readonly failure?: PhotoFailure | null }) {
    const asked: string[] = []
    const photo = { hash: 'h', size: 3, commune: '22810' }
    const photos: NonNullable<ControlDeps['photos']> = {
      mayGo: () => mayGo,
      photos: { ready: async () => [photo], bytes: async () => new Uint8Array(3), confirmed: async (_, hash) => { asked.push(`confirmed ${hash}`) } },
      transport: {
        status: async () => ({ ok: true, value: { received: 0, isWhole: false } }),
        send: async (_, hash) => { asked.push(`send ${hash}`); return failure ? { ok: false, error: failure } : { ok: true, value: { received: 3, isWhole: true } } },
      },
    }
    return { asked, deps: { photos, waitingCount: async () => waiting } }
  }

  it('[S33] sends photos after all text, over a line that may carry them', async () => {
    const text = [{ counter: 1, operation: submit(1, ID, householdHead(), {}), wasSent: false }]
    for (const [mayGo, waiting, expected] of [[true, [], ['send h', 'confirmed h']], [false, [], []], [true, text, []]] as const) {
      const { asked, deps } = photoDeps({ mayGo })
      await control(nothingNew, { ...deps, outbox: { ...emptyOutbox, waiting: async () => waiting } }).sync.run('open')

      expect(asked).toEqual(expected)
    }
  })

  it('[S33] [S45] sends photos though an envelope of an id this phone was before does not get there', async () => {
    const { asked, deps } = photoDeps({ mayGo: true, waiting: 1 })

    const state = await control(nothingNew, deps).sync.run('open')

    expect([asked, state.waiting, state.lastSuccessAt]).toEqual([['send h', 'confirmed h'], 1, null])
  })

  it('[S33] sends photos over any line when somebody asks for it, that once', async () => {
    const { asked, deps } = photoDeps({ mayGo: false })
    const { sync } = control(nothingNew, deps)

    expect(await sync.run('photos')).toMatchObject({ photoTrouble: null, bytes: { up: 13 } })
    await sync.run('demand')

    expect(asked).toEqual(['send h', 'confirmed h'])
  })

  it('[S33] lets text that comes meanwhile go before the rest of a photo', async () => {
    const order: string[] = []
    let received = 0
    const photos: NonNullable<ControlDeps['photos']> = {
      mayGo: () => false,
      photos: { ready: async () => [{ hash: 'h', size: 100_000 }], bytes: async () => new Uint8Array(100_000), confirmed: async () => { order.push('confirmed') } },
      transport: {
        status: async () => ({ ok: true, value: { received, isWhole: false } }),
        send: async (_, __, { bytes }) => {
          order.push('part')
          received += bytes.length
          if (order.filter((each) => each === 'part').length === 1) void sync.run('submit')
          return { ok: true, value: { received, isWhole: received === 100_000 } }
        },
      },
    }
    const { sync } = control((request) => { order.push('text'); return nothingNew(request) }, { photos })

    await sync.run('photos')
    await sync.run('demand')

    expect(order).toEqual(['text', 'part', 'text', 'part', 'part', 'confirmed'])
  })

  it('[S33] takes what keeps a photo for no trouble of the rest', async () => {
    const { deps } = photoDeps({ mayGo: true, failure: { kind: 'offline' } })
    const { sync } = control(nothingNew, deps)

    expect(await sync.run('open')).toMatchObject({ trouble: null, photoTrouble: { kind: 'offline' }, lastSuccessAt: NOW })
  })

  it('[S30] [S33] brings photos back to a busy server when it said, or when somebody asks; text goes on meanwhile', async () => {
    const { asked, deps } = photoDeps({ mayGo: true, failure: { kind: 'busy', retryAfterMs: 300_000 } })
    const { sync, requests, timers } = control(nothingNew, deps)
    await sync.run('open')
    await sync.run('submit')
    await sync.run('timer')
    expect([asked, requests.length]).toEqual([['send h'], 3])
    await sync.run('photos')
    expect(asked).toHaveLength(2)

    for (const { ms, cancelled, work } of timers) if (ms === 330_000 && !cancelled) work()
    await sync.run('timer')

    expect(asked).toHaveLength(3)
  })

  it.each([[true, 'revoked'], [false, 'signedOut']] as const)('[S40] hears without a session whether its device is revoked: %s', async (revoked, kind) => {
    const { sync } = control(() => ({ ok: false, error: { kind: 'signedOut' } }), { isRevoked: async () => revoked })

    expect(await sync.run('open')).toMatchObject({ trouble: { kind } })
  })
})

import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../src/domain/forms/answers'
import { toBase64url } from '../../../src/protocol/base64url'
import { draftKey, sealDraft } from '../../../src/protocol/sealing/draftSeal'
import type { RescuedName, SealedDraft, SealedDraftResponse } from '../../../src/protocol/sealing/sealedDrafts'
import type { SyncResponse } from '../../../src/protocol/messages'
import { replaceAreas } from '../../../src/server/accounts/areas'
import { TestDevice, village } from '../../support/syncWorld'
import { NINH_SON, OTHER_COMMUNE } from '../../support/database/serverWorld'
import { householdAnswers, householdHead } from '../../support/villageForms'

const { world, hamlet, otherHamlet, device } = await village()

const SAVED = '2026-11-25T01:00:00.000Z'
const LATER = '2026-11-25T01:05:00.000Z'
const draftOf = (change: object = {}) => ({ id: world.deps.newId(), commune: NINH_SON, head: householdHead(hamlet), form: 'household@1', base: 0, answers: { headName: 'Lò Thị Ban' }, reasons: {}, savedAt: SAVED, ...change })
type Draft = ReturnType<typeof draftOf>

async function seal(phone: TestDevice, draft: Draft): Promise<SealedDraft> {
  const place = { device: phone.id, commune: NINH_SON, record: draft.id }
  return { ...place, sealed: toBase64url(await sealDraft(await draftKey(phone.deviceSecret), place, draft)) }
}
/** Without a session: nobody is signed in. */
const hand = async (...drafts: readonly SealedDraft[]) => ((await world.send(null, 'POST', '/api/sealed-drafts', { drafts })).json() as SealedDraftResponse).results.map(({ result }) => result)
const urlOf = (phone: { readonly commune: string; readonly id: string }, rest = '') => `/api/communes/${phone.commune}/devices/${phone.id}/drafts${rest}`
const list = async (phone: TestDevice) => ((await world.send(phone.person, 'GET', urlOf(phone))).json() as { drafts: RescuedName[] }).drafts
const read = (phone: TestDevice, { device: of, record }: Pick<RescuedName, 'device' | 'record'>) => world.send(phone.person, 'GET', urlOf(phone, `/${of}/${record}`))
const taken = (phone: TestDevice, { device: of, record, savedAt }: RescuedName) => world.send(phone.person, 'POST', urlOf(phone, '/taken'), { device: of, record, savedAt })
const told = async (phone: TestDevice) => ((await phone.send(phone.request([], { pull: { cursor: null, maxBytes: 60_000 } }))).json() as SyncResponse).drafts
/** Another device of the same account. */
const nextOf = (phone: TestDevice) => new TestDevice(world, phone.person, NINH_SON).enrol()
const revoke = (phone: TestDevice) => world.deps.db.updateTable('device').set({ revoked_at: SAVED }).where('id', '=', phone.id).execute()

/** A phone of an officer whose draft was handed in, and the next phone of the same account. */
async function handedIn(change: object = {}) {
  const phone = await device('officer')
  const draft = draftOf(change)
  expect(await hand(await seal(phone, draft))).toEqual(['received'])
  return { phone, draft, next: await nextOf(phone), name: { device: phone.id, record: draft.id, savedAt: draft.savedAt } }
}

describe('a sealed draft', () => {
  it('[S42] arrives without any sign-in and goes back to its author, as it was typed', async () => {
    const { next, draft, name } = await handedIn()

    expect([await told(next), await list(next)]).toEqual([1, [name]])
    expect((await read(next, name)).json()).toEqual({ draft })
  })

  it('[S42] is given to nobody else: not to a colleague, not to the desk', async () => {
    const { name } = await handedIn()

    for (const other of [await device('officer'), await device('supervisor')]) {
      expect([await told(other), await list(other), (await read(other, name)).statusCode]).toEqual([undefined, [], 404])
    }
  })

  it('[S42] is given to no session but that of the account whose device asks', async () => {
    const { next, name } = await handedIn()
    const colleague = await device('officer')

    const answers = [
      await world.send(colleague.person, 'GET', urlOf(next)), await world.send(next.person, 'GET', urlOf(colleague)), await world.send(null, 'GET', urlOf(next)),
      await world.send(colleague.person, 'POST', urlOf(next, '/taken'), name), await world.send(next.person, 'GET', urlOf({ commune: NINH_SON, id: 'x' })),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 401, 403, 403])
    expect(await list(next)).toEqual([name])
  })

  it('[S42] lies in the database as its device sealed it, and its coming is written down without a word of it', async () => {
    const { phone, draft } = await handedIn()

    const row = await world.deps.db.selectFrom('rescued_draft').selectAll().where('record', '=', draft.id).executeTakeFirstOrThrow()
    const log = await world.deps.db.selectFrom('access_log').select(['user_id', 'what', 'record']).where('record', '=', draft.id).execute()
    expect(JSON.stringify([row, log])).not.toContain('Ban')
    expect(log).toEqual([{ user_id: phone.person.id, what: 'sealedDrafts', record: draft.id }])
  })

  it('[S42] of a revoked phone is taken, and not given back to that phone', async () => {
    const phone = await device('officer')
    await revoke(phone)
    const draft = draftOf()

    expect(await hand(await seal(phone, draft))).toEqual(['received'])

    expect([(await world.send(phone.person, 'GET', urlOf(phone))).statusCode, (await list(await nextOf(phone))).length]).toEqual([403, 1])
  })

  it.each([
    ['sealed with another phone\'s secret', async (phone: TestDevice) => ({ ...(await seal(await device('officer'), draftOf())), device: phone.id })],
    ['under another record', async (phone: TestDevice) => ({ ...(await seal(phone, draftOf())), record: randomUUID() })],
    ['that says another record inside', async (phone: TestDevice) => {
      const place = { device: phone.id, commune: NINH_SON, record: randomUUID() }
      return { ...place, sealed: toBase64url(await sealDraft(await draftKey(phone.deviceSecret), place, draftOf())) }
    }],
    ['in another commune', async (phone: TestDevice) => ({ ...(await seal(phone, draftOf())), commune: OTHER_COMMUNE })],
    ['of a phone nobody enrolled', async (phone: TestDevice) => ({ ...(await seal(phone, draftOf())), device: randomUUID() })],
    ['that is no draft', async (phone: TestDevice) => seal(phone, { id: randomUUID() } as Draft)],
    ['whose time is none', async (phone: TestDevice) => seal(phone, draftOf({ savedAt: 'hôm qua' }))],
    ['that is not sealed', async (phone: TestDevice) => ({ ...(await seal(phone, draftOf())), sealed: '!' })],
  ])('[S42] %s is unreadable and kept for nobody', async (_case, make) => {
    const phone = await device('officer')

    expect([await hand(await make(phone)), await list(phone)]).toEqual([['unreadable'], []])
  })

  it('[S42] waits where its hamlet was taken from its author, and comes back with it', async () => {
    const phone = await device('member', [hamlet])
    const name = { device: phone.id, record: '', savedAt: SAVED }
    const draft = draftOf()
    await hand(await seal(phone, draft))
    const next = await nextOf(phone)
    await replaceAreas(world.deps.db, phone.person.id, [{ commune: NINH_SON, hamlets: [otherHamlet] }])
    expect([await told(next), await list(next), (await read(next, { ...name, record: draft.id })).statusCode]).toEqual([undefined, [], 404])

    await replaceAreas(world.deps.db, phone.person.id, [{ commune: NINH_SON, hamlets: [hamlet] }])

    expect([await told(next), (await list(next)).length]).toEqual([1, 1])
  })

  it('is kept up to a number no one is in the middle of; what comes beyond is to come later, a newer copy of one that waits is taken', async () => {
    const phone = await device('officer')
    const { id: record, head } = draftOf()
    const known = draftOf()
    await hand(await seal(phone, known))
    const rows = Array.from({ length: 499 }, () => ({ commune: NINH_SON, user_id: phone.person.id, device: phone.id, record: randomUUID(), hamlet: head.hamlet, saved_at: SAVED, sealed: 'A', received_at: SAVED }))
    await world.deps.db.insertInto('rescued_draft').values(rows).execute()

    expect(await hand(await seal(phone, draftOf({ id: record })), await seal(phone, { ...known, savedAt: LATER }))).toEqual(['later', 'received'])
    expect(await list(await nextOf(phone))).toContainEqual({ device: phone.id, record: known.id, savedAt: LATER })
  })
})

describe('a draft that comes more than once', () => {
  it('[S43] is one, and the newest counts, in whatever order they come', async () => {
    const { phone, draft, next, name } = await handedIn()
    const newer = { ...draft, savedAt: LATER, answers: { headName: 'Lò Thị Bân' } }

    expect(await hand(await seal(phone, newer), await seal(phone, draft), await seal(phone, newer))).toEqual(['received', 'received', 'received'])

    expect(await list(next)).toEqual([{ ...name, savedAt: LATER }])
    expect((await read(next, name)).json()).toEqual({ draft: newer })
  })

  it('[S43] is gone when its author has it back, and a copy that comes late does not bring it again', async () => {
    const { phone, draft, next, name } = await handedIn()

    expect([(await taken(next, name)).statusCode, (await taken(next, name)).statusCode]).toEqual([200, 200])

    expect(await hand(await seal(phone, draft))).toEqual(['received'])
    expect([await told(next), await list(next), (await read(next, name)).statusCode]).toEqual([undefined, [], 404])
    expect(await world.deps.db.selectFrom('rescued_draft').select('sealed').where('record', '=', draft.id).execute()).toEqual([{ sealed: null }])
  })

  it('[S43] stays while its author has only an older one back', async () => {
    const { phone, draft, next, name } = await handedIn()
    await hand(await seal(phone, { ...draft, savedAt: LATER }))

    await taken(next, name)

    expect(await list(next)).toEqual([{ ...name, savedAt: LATER }])
  })

  it('of two phones of one author is two', async () => {
    const { phone, draft, next } = await handedIn()
    await hand(await seal(next, { ...draft, answers: { headName: 'Bân' } }))

    expect((await list(await nextOf(phone))).map((each) => each.device).sort()).toEqual([phone.id, next.id].sort())
  })
})

describe('a draft of a form its device has sent since', () => {
  const at = (savedAt: string, change: object = {}) => draftOf({ savedAt, answers: { headName: 'Lò' }, ...change })
  const SENT = '2026-11-25T01:03:00.000Z'

  /** A phone that sent a new household at SENT. */
  async function sent(patch: object = householdAnswers()) {
    const [phone, draft] = [await device('officer'), at(SAVED)]
    const { outcomes } = await phone.push({ ...phone.submit(draft.id, draft.head, patch as Answers), at: SENT })
    return { phone, draft, outcome: outcomes[0]?.outcome.kind, left: async () => (await list(await nextOf(phone))).map(({ savedAt }) => savedAt) }
  }

  it('[S43] is over: a copy that comes late is received and not given back', async () => {
    const { phone, draft, outcome, left } = await sent()

    expect([outcome, await hand(await seal(phone, draft), await seal(phone, { ...draft, savedAt: SENT })), await left()]).toEqual(['accepted', ['received', 'received'], []])
  })

  it.each<readonly [string, (draft: Draft) => Draft]>([
    ['went on after that', (draft) => ({ ...draft, savedAt: LATER })],
    ['was begun with what was sent before its eyes, under a clock put back', (draft) => ({ ...draft, seen: householdAnswers() } as Draft)],
    ['was begun on what the server made of it', (draft) => ({ ...draft, base: 1 })],
  ])('[S43] comes back where it %s', async (_case, change) => {
    const { phone, draft, left } = await sent()

    expect(await hand(await seal(phone, change(draft)))).toEqual(['received'])

    expect(await left()).toHaveLength(1)
  })

  it('[S43] comes back where the form was refused, and where another phone sent it, by a clock of its own', async () => {
    const refused = await sent({ headName: '' })
    await hand(await seal(refused.phone, refused.draft))
    const { draft, phone } = await sent()
    const other = await nextOf(phone)
    await hand(await seal(other, draft))

    expect([refused.outcome, (await refused.left()).length, (await list(other)).map((each) => each.device)]).toEqual(['refused', 1, [other.id]])
  })
})

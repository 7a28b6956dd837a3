import { expect } from 'vitest'
import { isDeepStrictEqual } from 'node:util'
import { sealEnvelope } from '../../../src/protocol/sealing/envelope'
import type { Cursor, SyncOutcome, SyncPage, SyncResponse } from '../../../src/protocol/messages'
import type { Operation } from '../../../src/domain/records/operation'
import { replaceAreas } from '../../../src/server/accounts/areas'
import { enrolDevice } from '../../../src/server/accounts/devices'
import type { ServerDeps } from '../../../src/server/deps'
import { recordOf } from '../../../src/server/store/recordRow'
import { findAuthor } from '../../../src/server/sync/author'
import { receiveEnvelopes } from '../../../src/server/sync/receiveEnvelopes'
import { openExchange } from '../../../src/server/sync/syncExchange'
import { registerProblems } from '../../support/database/registerProblems'
import { NINH_SON, type Person, type ServerWorld } from '../../support/database/serverWorld'
import { ENVELOPE_RUN } from '../../sim/simServer'
import type { Heard, HeardWeek, Said } from '../../sim/swift/heardWeek'

/*
 * Ten thousand swift weeks say something about the product only as far as their server on maps answers as the real one does. What it
 * heard in some of them is said again, in the same order, to the real one on PostgreSQL.
 */

/** JSON bytes a page may have for each byte it was asked to have (`pullPage`). */
const PACKING = 12

type HeardOf<W extends Heard['what']> = Extract<Heard, { what: W }>

/** The real server in the place of that of a week. */
class Stage {
  private at = Date.parse('2026-11-23T01:00:00.000Z')
  private readonly deps: ServerDeps
  private readonly users = new Map<string, Pick<HeardOf<'user'>, 'role' | 'hamlets'>>()
  private readonly devices = new Map<string, { readonly user: string; readonly deviceSecret: string; readonly serverKey: { readonly id: string; readonly publicKey: string } }>()
  /** Of the scopes of a user: as the week called them, and as the real server does. */
  private readonly scopes = new Map<string, string>()
  /** The same of contexts. */
  private readonly contexts = new Map<string, string>()

  constructor(private readonly world: ServerWorld, private readonly admin: Person) {
    this.deps = { ...world.deps, clock: () => this.at }
  }

  async hear(one: Heard): Promise<void> {
    if ('at' in one && one.at) this.at = Date.parse(one.at)
    switch (one.what) {
      case 'user': return this.addUser(one)
      case 'hamlets': return this.setHamlets(one)
      case 'device': return this.enrol(one)
      case 'epoch': return this.renew(one)
      case 'request': return this.exchange(one)
      case 'envelope': return this.receive(one)
    }
  }

  /** A restore as the week's server saw it, whatever the clock says here. */
  private async renew({ epoch, floor }: HeardOf<'epoch'>): Promise<void> {
    await this.deps.db.updateTable('instance').set({ epoch, version_floor: floor }).execute()
  }

  private async addUser({ user, role, hamlets }: HeardOf<'user'>): Promise<void> {
    this.users.set(user, { role, hamlets })
    await this.deps.db.insertInto('app_user').values({ id: user, username: user.slice(-12), name: user, role, password_hash: 'none', created_at: '2026-11-23T01:00:00.000Z', last_seen_at: null }).onConflict((c) => c.column('id').doNothing()).execute()
    await replaceAreas(this.deps.db, user, [{ commune: NINH_SON, hamlets }])
  }

  /** As an administrator does. */
  private async setHamlets({ user, hamlets }: HeardOf<'hamlets'>): Promise<void> {
    const before = this.users.get(user)!
    if (isDeepStrictEqual(before.hamlets, hamlets)) return
    this.users.set(user, { ...before, hamlets })
    const areas = (of: readonly string[] | null) => [{ commune: NINH_SON, hamlets: of }]
    const answer = await this.world.send(this.admin, 'PATCH', `/api/admin/users/${user}`, { areas: areas(hamlets), seen: { role: before.role, areas: areas(before.hamlets) } })
    if (answer.statusCode !== 200) throw new Error(`areas — ${answer.body}`)
  }

  private async enrol({ device, user }: HeardOf<'device'>): Promise<void> {
    const enrolled = await enrolDevice(this.deps, { userId: user, sessionHash: null }, { device, commune: NINH_SON, label: 'Máy thử' })
    if (!enrolled.ok) throw new Error(`enrol — ${enrolled.error.error}`)
    this.devices.set(device, { user, ...enrolled.value })
  }

  private async receive({ device, item, isTaken }: HeardOf<'envelope'>): Promise<void> {
    const { deviceSecret, serverKey } = this.devices.get(device)!
    const envelope = await sealEnvelope({ operation: item.raw as Operation, device, commune: NINH_SON, deviceSecret, serverKey })
    const { results } = await receiveEnvelopes(this.deps, { run: ENVELOPE_RUN, envelopes: [envelope] })
    expect(results).toEqual([{ device, counter: item.counter, result: isTaken ? 'received' : 'later' }])
  }

  private async exchange({ request, said }: HeardOf<'request'>): Promise<void> {
    const { user } = this.devices.get(request.device)!
    const { ops, pull, context } = request
    const opened = await openExchange(this.deps, (await findAuthor(this.deps.db, user))!, {
      ...request, context: context && (this.contexts.get(context) ?? null),
      pull: pull && { ...pull, cursor: pull.cursor && this.cursor(user, pull.cursor), maxBytes: bytesOf(said) / PACKING },
    }, { outcomes: [], taken: [] })
    if (!opened.ok) throw new Error(`exchange — ${opened.error.error}`)
    await opened.value.push(ops)
    const { response, told, midway } = await opened.value.answer()
    this.learn(user, said.response, response)
    expect(plain({ ...comparable(response), told: told.map(({ seq, told }) => ({ seq, told })), midway: told.map(({ seq }) => midway?.(seq)) }))
      .toEqual(plain({ ...this.renamed(user, comparable(said.response)), told: said.told.map(({ seq, told }) => ({ seq, told })), midway: said.midway.map((cursor) => cursor && this.cursor(user, cursor)) }))
  }

  /** Each names scopes and contexts in its own way: one name of the one is one name of the other. */
  private learn(user: string, sim: SyncResponse, real: SyncResponse): void {
    if (sim.context && real.context) this.contexts.set(sim.context.hash, real.context.hash)
    if (sim.page && real.page && !this.scopes.has(nameOf(user, sim.page.cursor))) {
      expect([...this.scopes.values()]).not.toContain(`${user} ${real.page.cursor.scope}`)
      this.scopes.set(nameOf(user, sim.page.cursor), real.page.cursor.scope)
    }
  }

  private cursor(user: string, cursor: Cursor): Cursor {
    return { ...cursor, scope: this.scopes.get(nameOf(user, cursor)) ?? 'unknown' }
  }

  private renamed(user: string, response: ReturnType<typeof comparable>): ReturnType<typeof comparable> {
    return { ...response, page: response.page && { ...response.page, cursor: this.cursor(user, response.page.cursor) } }
  }
}

const nameOf = (user: string, { scope }: Cursor): string => `${user} ${scope}`

/** What a page has in it, as JSON: so much, and no more, the real server is asked for. */
const bytesOf = ({ told }: Said): number => told.reduce((sum, each) => sum + Buffer.byteLength(JSON.stringify(each.told)), 0.5)

/** Receipts as people read them; of contexts only whether one is told, and of which hamlets. Nobody in the weeks has drafts: what a refused envelope left for its author is told by the real server alone. */
function comparable(response: SyncResponse): Omit<SyncResponse, 'context' | 'outcomes' | 'drafts'> & { readonly context: unknown; readonly outcomes: readonly SyncOutcome[]; readonly page: SyncPage | null } {
  const { context, scope, outcomes, drafts: _drafts, ...rest } = response
  return {
    ...rest, scope: scope && [...scope].sort(), context: context?.hamlets.map(({ id }) => id).sort() ?? null,
    outcomes: outcomes.map((each) => ({ ...each, receipt: each.receipt.replace(/\d+$/, (number) => number.padStart(6, '0')) })),
  }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Says to the real server, in this empty world, all that the week's heard, and expects the same answers, the same records and a history that makes them anew. */
export async function sayAgain({ heard, week }: HeardWeek, world: ServerWorld): Promise<void> {
  const stage = new Stage(world, await world.person('admin', [{ commune: NINH_SON, hamlets: null }]))
  for (const hamlet of ['01', '02']) await world.deps.db.insertInto('hamlet').values({ commune: NINH_SON, id: `0190a000-0000-7000-8000-aa00000000${hamlet}`, code: hamlet, name: hamlet }).execute()
  for (const [n, one] of heard.entries()) await stage.hear(one).catch((error: unknown) => { throw Object.assign(error as Error, { message: `${n} of ${heard.length}: ${one.what} — ${(error as Error).message}` }) })

  const rows = await world.deps.db.selectFrom('record').selectAll().orderBy('id').execute()
  expect(rows.map(recordOf)).toEqual([...week.server.inScope(week.phones[0]!.user)].sort((a, b) => (a.id < b.id ? -1 : 1)))
  expect(await registerProblems(world.deps, NINH_SON)).toEqual([])
}

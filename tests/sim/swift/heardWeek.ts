import type { Role } from '../../../src/domain/access'
import type { ToldRecord } from '../../../src/protocol/answerFrames'
import type { Cursor, SyncRequest, SyncResponse } from '../../../src/protocol/messages'
import type { Incoming } from '../../../src/server/sync/judging/readOperation'
import { digestText } from '../../../src/domain/records/digest'
import { digestsOf } from '../../support/digestsOf'
import { SimServer } from '../simServer'
import { SwiftWeek } from './swiftWeek'

/** What came to the server of a week, and what it said. */
export type Heard =
  | { readonly what: 'user'; readonly user: string; readonly role: Role; readonly hamlets: readonly string[] | null }
  | { readonly what: 'hamlets'; readonly user: string; readonly hamlets: readonly string[] | null }
  | { readonly what: 'device'; readonly device: string; readonly user: string }
  | { readonly what: 'epoch'; readonly epoch: string }
  | { readonly what: 'request'; readonly request: SyncRequest; readonly at: string | null; readonly said: Said }
  | { readonly what: 'envelope'; readonly device: string; readonly item: Incoming; readonly at: string | null; readonly isTaken: boolean }

export interface Said {
  readonly response: SyncResponse
  readonly told: readonly ToldRecord[]
  /** Where a replica stands that stopped behind each of these. */
  readonly midway: readonly (Cursor | undefined)[]
}

export interface HeardWeek {
  readonly heard: readonly Heard[]
  readonly week: SwiftWeek
}

/**
 * Lives through a swift week and listens at its server. Where a week puts the server back, this one goes on with all it has and is only
 * said to be put back: a real one cannot be made to forget.
 */
export async function heardWeek(seed: number): Promise<HeardWeek> {
  const heard: Heard[] = []
  const users = new Map<string, string>()
  const { addUser, setHamlets, enrol, answer, takeOpened, restore } = SimServer.prototype
  const real = { addUser, setHamlets, enrol, answer, takeOpened, restore }
  const hear = (one: Heard): void => void heard.push(structuredClone(one))
  /** When what was judged just now was judged. */
  const judgedAt = ({ log }: SimServer, before: number): string | null => log[before]?.when.at ?? null
  /** A replica that is right is all a week without a lost future has: that one differs in a hamlet is asked here, and nothing of it changes. */
  let isMending = false
  const mend = (server: SimServer, request: SyncRequest): void => {
    isMending = true
    const digests = Object.fromEntries([...digestsOf(server.inScope(users.get(request.device)!))].slice(1).map(([hamlet, digest]) => [hamlet, digestText(digest)]))
    let pull: SyncRequest['pull'] = { ...request.pull!, maxBytes: 20_000, differs: true, digests }
    while (pull) {
      const { page }: SyncResponse = server.answer({ ...request, ops: [], pull }).response
      pull = page && !page.done ? { cursor: page.cursor, maxBytes: 60_000, amends: true } : null
    }
    isMending = false
  }
  const listening: typeof real & ThisType<SimServer> = {
    addUser(user, role, hamlets) {
      if (heard.length === 0) hear({ what: 'epoch', epoch: this.epoch })
      hear({ what: 'user', user, role, hamlets })
      addUser.call(this, user, role, hamlets)
    },
    setHamlets(user, hamlets) {
      hear({ what: 'hamlets', user, hamlets })
      return setHamlets.call(this, user, hamlets)
    },
    enrol(device, user, secret) {
      hear({ what: 'device', device, user })
      users.set(device, user)
      enrol.call(this, device, user, secret)
    },
    answer(given) {
      const [request, before] = [structuredClone(given), this.log.length]
      const said = answer.call(this, given)
      const { response, told, midway } = said
      hear({ what: 'request', request, at: judgedAt(this, before), said: { response, told, midway: told.map(({ seq }) => midway?.(seq)) } })
      if (!isMending && request.pull?.cursor && response.page?.done) mend(this, request)
      return said
    },
    takeOpened(device, item) {
      const before = this.log.length
      const isTaken = takeOpened.call(this, device, item)
      hear({ what: 'envelope', device, item, at: judgedAt(this, before), isTaken })
      return isTaken
    },
    restore(_entries, epoch) {
      this.epoch = epoch
      hear({ what: 'epoch', epoch })
    },
  }
  Object.assign(SimServer.prototype, listening)
  try {
    return { heard, week: await new SwiftWeek(seed).live() }
  } finally {
    Object.assign(SimServer.prototype, real)
  }
}

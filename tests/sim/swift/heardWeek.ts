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
  | { readonly what: 'epoch'; readonly epoch: string; readonly floor: number }
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
 * A server of a week that writes down what is said to it. Where the week puts it back, this one goes on with all it has and is only said to be
 * put back: a real one cannot be made to forget.
 */
class HearingServer extends SimServer {
  readonly heard: Heard[] = [{ what: 'epoch', epoch: this.epoch, floor: 0 }]
  private readonly owners = new Map<string, string>()
  private isMending = false

  override addUser(user: string, role: Role, hamlets: readonly string[] | null): void {
    this.hear({ what: 'user', user, role, hamlets })
    super.addUser(user, role, hamlets)
  }

  override setHamlets(user: string, hamlets: readonly string[] | null): boolean {
    this.hear({ what: 'hamlets', user, hamlets })
    return super.setHamlets(user, hamlets)
  }

  override enrol(device: string, user: string, secret: string, phone?: string): void {
    this.hear({ what: 'device', device, user })
    this.owners.set(device, user)
    super.enrol(device, user, secret, phone)
  }

  override answer(given: SyncRequest): ReturnType<SimServer['answer']> {
    const [request, before] = [structuredClone(given), this.log.length]
    const said = super.answer(given)
    const { response, told, midway } = said
    this.hear({ what: 'request', request, at: this.judgedAt(before), said: { response, told, midway: told.map(({ seq }) => midway?.(seq)) } })
    if (!this.isMending && request.pull?.cursor && response.page?.done) this.mend(request)
    return said
  }

  override takeOpened(device: string, item: Incoming): boolean {
    const before = this.log.length
    const isTaken = super.takeOpened(device, item)
    this.hear({ what: 'envelope', device, item, at: this.judgedAt(before), isTaken })
    return isTaken
  }

  override restore(_entries: number, epoch: string): void {
    this.renew(epoch)
    this.hear({ what: 'epoch', epoch, floor: this.floor })
  }

  private hear(one: Heard): void {
    this.heard.push(structuredClone(one))
  }

  /** When what was judged just now was judged. */
  private judgedAt(before: number): string | null {
    return this.log[before]?.when.at ?? null
  }

  /** A replica that is right is all a week without a lost future has: that one differs in a hamlet is asked here, and nothing of it changes. */
  private mend(request: SyncRequest): void {
    this.isMending = true
    const digests = Object.fromEntries([...digestsOf(this.inScope(this.owners.get(request.device)!))].slice(1).map(([hamlet, digest]) => [hamlet, digestText(digest)]))
    let pull: SyncRequest['pull'] = { ...request.pull!, maxBytes: 20_000, differs: true, digests }
    while (pull) {
      const { page }: SyncResponse = this.answer({ ...request, ops: [], pull }).response
      pull = page && !page.done ? { cursor: page.cursor, maxBytes: 60_000, amends: true } : null
    }
    this.isMending = false
  }
}

/** Lives through a swift week and listens at its server. */
export async function heardWeek(seed: number): Promise<HeardWeek> {
  let server: HearingServer
  const week = new SwiftWeek(seed, undefined, (input) => (server = new HearingServer(input)))
  await week.live()
  return { heard: server!.heard, week }
}

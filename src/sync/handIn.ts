import type { Result } from '../domain/result'
import type { ApiError, ApiErrorKind } from '../protocol/api'
import type { Envelope, EnvelopeName, EnvelopeRequest, EnvelopeResponse } from '../protocol/messages'
import type { SealedDraft, SealedDraftName, SealedDraftRequest, SealedDraftResponse } from '../protocol/sealing/sealedDrafts'
import { firstBatchSize, grown, shrunk, takeBatch, type BatchSize } from './pace/batchSize'

const CHUNK = 50
/** Bytes of an envelope's fields around its sealed text. */
const AROUND = 200

export interface HandInFailure extends Pick<ApiError, 'retryAfter'> {
  readonly error: ApiErrorKind | 'offline' | 'notUnderstood'
}

export interface HandedIn {
  /** How many still wait. Of those that were not tried, at most one chunk is counted. */
  readonly left: number
  /** Why the rest was not tried: the line failed, or the server refused for now. `null` = everything was tried. */
  readonly stopped: HandInFailure | null
}

/** Failures caused by the batch itself. Any other is of the line, or temporary. */
export const aboutTheBatch: readonly HandInFailure['error'][] = ['malformed', 'tooLarge', 'internal']

export interface HandInDeps {
  readonly queue: {
    envelopes(limit: number): Promise<readonly Envelope[]>
    dropReceived(received: readonly EnvelopeName[]): Promise<void>
    setAsideUnreadable?(unreadable: readonly EnvelopeName[]): Promise<void>
  }
  readonly post: (request: EnvelopeRequest) => Promise<Result<EnvelopeResponse, HandInFailure>>
  readonly newId: () => string
}

/** Sends the sealed queue, whether the book is open or not (S26-S29). */
export function handInSealed({ queue, post, newId }: HandInDeps): Promise<HandedIn> {
  const run = newId()
  return handIn<EnvelopeName, Envelope>({
    ...queue, waiting: (limit) => queue.envelopes(limit), nameOf: ({ device, counter }) => `${device}:${counter}`, lineOf: ({ device }) => device,
    post: (envelopes) => post({ run, envelopes: [...envelopes] }),
  })
}

export interface DraftHandIn {
  drafts(limit: number): Promise<readonly SealedDraft[]>
  /** Takes the drafts as they were sent: the copy stored here may be newer by now. */
  dropReceived(received: readonly SealedDraft[]): Promise<void>
  setAsideUnreadable?(unreadable: readonly SealedDraft[]): Promise<void>
}

/** The same for sealed drafts that nobody continues on this device (S42). */
export function handInDrafts(queue: DraftHandIn, post: (request: SealedDraftRequest) => Promise<Result<SealedDraftResponse, HandInFailure>>): Promise<HandedIn> {
  return handIn<SealedDraftName, SealedDraft>({
    ...queue, waiting: (limit) => queue.drafts(limit), nameOf: nameOfDraft, lineOf: (draft) => `${nameOfDraft(draft)}:${draft.sealed}`,
    post: (drafts) => post({ drafts: [...drafts] }),
  })
}

const nameOfDraft = ({ device, record }: SealedDraftName): string => `${device}:${record}`

interface Sealed {
  readonly sealed: string
}

interface Waiting<N, S extends Sealed & N> {
  waiting(limit: number): Promise<readonly S[]>
  dropReceived(received: readonly S[]): Promise<void>
  setAsideUnreadable?(unreadable: readonly S[]): Promise<void>
  /** The name under which the server knows it. Copies of one draft share a name: they are sent one after the other, so that each gets its own answer. */
  nameOf(name: N): string
  /** Key of the queue it belongs to. If the server fails at one item, the others with the same key are not tried in this run. */
  lineOf(one: S): string
  post(batch: readonly S[]): Promise<Result<{ readonly results: readonly (N & { readonly result: 'received' | 'later' | 'unreadable' })[] }, HandInFailure>>
}

/**
 * Sends the sealed items. Only items the server names as received are dropped. After a cut the bodies get smaller (S9); if even the smallest fail, the
 * rest waits for the next run. If the server fails at a batch, the faulty item is found by halving, and its `lineOf` is given up for this run (S38). A
 * server that is busy is not asked again. Safe to repeat: the server knows each item by its name.
 */
async function handIn<N, S extends Sealed & N>(queue: Waiting<N, S>): Promise<HandedIn> {
  const left = leftOf(queue)
  // Sealed text is already packed.
  let size: BatchSize = { ...firstBatchSize, ratio: 1 }
  let most = CHUNK
  for (;;) {
    const waiting = await left.next()
    if (waiting.length === 0) return { left: left.passedOver(), stopped: null }
    const { batch } = takeBatch(firstOfEach(waiting, queue.nameOf).slice(0, most), ({ sealed }) => sealed.length + AROUND, size)
    const answer = await queue.post(batch)
    if (!answer.ok && aboutTheBatch.includes(answer.error.error)) {
      if (batch.length === 1) left.giveUp(batch[0]!)
      most = Math.ceil(batch.length / 2)
    } else if (!answer.ok) {
      const smaller = shrunk(size)
      const isLeast = batch.length === 1 || smaller.packedBytes === size.packedBytes
      if (isLeast || answer.error.error !== 'offline') return { left: waiting.length + left.passedOver(), stopped: answer.error }
      size = smaller
    } else {
      most = Math.min(CHUNK, most * 2)
      size = grown(size, 0)
      const said = new Map(answer.value.results.map((one) => [queue.nameOf(one), one.result]))
      const those = (result: 'received' | 'unreadable'): readonly S[] => batch.filter((one) => said.get(queue.nameOf(one)) === result)
      await queue.dropReceived(those('received'))
      await queue.setAsideUnreadable?.(those('unreadable'))
      // An item the server cannot take now must not stop the items behind it, of other accounts or devices.
      for (const one of batch) if (said.get(queue.nameOf(one)) !== 'received') left.passOver(one)
    }
  }
}

/** The items this run still has to send. */
function leftOf<N, S extends Sealed & N>(queue: Waiting<N, S>) {
  const passed = new Set<string>()
  const lines = new Set<string>()
  const keyOf = (one: S): string => `${queue.nameOf(one)}:${one.sealed}`
  const passOver = (one: S): void => void passed.add(keyOf(one))
  return {
    passOver,
    giveUp: (one: S): void => void lines.add(queue.lineOf(one)),
    passedOver: (): number => passed.size,
    async next(): Promise<readonly S[]> {
      for (;;) {
        const found = (await queue.waiting(CHUNK + passed.size)).filter((one) => !passed.has(keyOf(one)))
        for (const one of found) if (lines.has(queue.lineOf(one))) passOver(one)
        const waiting = found.filter((one) => !lines.has(queue.lineOf(one)))
        if (waiting.length > 0 || found.length === 0) return waiting
      }
    },
  }
}

function firstOfEach<S>(all: readonly S[], nameOf: (one: S) => string): readonly S[] {
  const first = new Map<string, S>()
  for (const one of all) if (!first.has(nameOf(one))) first.set(nameOf(one), one)
  return [...first.values()]
}

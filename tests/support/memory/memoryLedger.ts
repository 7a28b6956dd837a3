import { toBase64url } from '../../../src/protocol/base64url'
import type { Card } from '../../../src/domain/records/cards/card'
import { cardOf } from '../../../src/domain/records/cards/cardOf'
import type { Operation } from '../../../src/domain/records/operation'
import { confirmedIn } from '../../../src/domain/records/judging/confirmed'
import { lastSaid, openHolds, patchBetween, type LocalOperation } from '../../../src/domain/records/overlay'
import { rebase } from '../../../src/domain/records/rebase'
import { recordCheck } from '../../../src/domain/records/digest'
import type { HeldRecord } from '../../../src/domain/records/shrink'
import { ok } from '../../../src/domain/result'
import type { CommuneContext } from '../../../src/protocol/messages'
import type { Holder } from '../../../src/storage/holder'
import type { Draft, Ledger, LocalRecord, PendingOperation, ReviewInput, UnsentNotes, StorageStatus, SubmitInput, TakenOperation } from '../../../src/storage/ledger'
import { memoryDrafts, type DraftDisk } from './memoryDrafts'
import type { KeptPhoto } from '../../../src/storage/ports/photoPort'
import type { SpoiltPiece } from '../../../src/storage/ports/spoiltPort'

export interface MemoryLedgerInput {
  readonly contexts?: readonly CommuneContext[]
  readonly records?: readonly HeldRecord[]
  readonly drafts?: readonly Draft[]
  /** The drafts of another tab, instead of `drafts`. */
  readonly disk?: DraftDisk
  readonly pending?: readonly PendingOperation[]
  readonly taken?: readonly TakenOperation[]
  readonly status?: StorageStatus
  readonly holder?: Holder
  readonly spoilt?: readonly SpoiltPiece[]
  /** Every photo that is stored becomes spoilt. */
  readonly spoilsPhotos?: true
  readonly now: () => number
}

/** The device id under which everything is queued. */
export const DEVICE = '0190a000-0000-7000-8000-00000000d001'
const localOf = ({ device, operation, trouble }: PendingOperation): LocalOperation => ({ device, operation, outcome: trouble })

/** A ledger that keeps everything in Maps: what screens see of the device's store, without disk or keys. */
export function memoryLedger(input: MemoryLedgerInput): Ledger {
  const contexts = new Map((input.contexts ?? []).map((context) => [context.commune.code, context]))
  const records = new Map((input.records ?? []).map((record) => [record.id, record]))
  const notes = new Map<string, UnsentNotes>()
  const apart = new Set<string>()
  const elsewhere = new Map<string, string>()
  const drafts = input.disk ?? new Map((input.drafts ?? []).map((draft) => [draft.id, draft]))
  let pending: readonly PendingOperation[] = input.pending ?? []
  let spoilt = input.spoilt ?? []
  let holder: Holder | null = input.holder ?? null
  let cards: readonly Card[] = []
  const listeners = new Set<() => void>()

  const pendingOf = (id: string) => pending.filter((waiting) => waiting.operation.record === id)
  const local = (id: string): LocalRecord | undefined => {
    const server = records.get(id) ?? null
    const mine = pendingOf(id)
    const submits = mine.flatMap(({ operation }) => (operation.type === 'submit' ? [operation] : []))
    const made = server ?? submits[0]
    if (!made) return undefined
    const head = server ? { kind: server.kind, hamlet: server.hamlet, household: server.household, person: server.person } : submits[0]!.head
    return { server, head, form: made.form, ...lastSaid(server, mine.map(localOf)), holds: openHolds(server, mine.map(localOf)), pending: mine }
  }
  const cardFrom = (id: string): Card => {
    const operations = pendingOf(id).map(localOf)
    const draft = drafts.get(id) ?? null
    const commune = records.get(id)?.commune ?? draft?.commune ?? pendingOf(id)[0]?.commune ?? ''
    return cardOf({ id, commune, server: records.get(id) ?? null, operations, draft })!
  }
  const photos = new Map<string, KeptPhoto & { readonly bytes: Uint8Array<ArrayBuffer> }>()
  const changed = (): void => {
    const ids = new Set([...records.keys(), ...drafts.keys(), ...pending.map(({ operation }) => operation.record)])
    cards = [...ids].map(cardFrom)
    for (const listener of listeners) listener()
  }
  const queue = (commune: string, make: (counter: number, at: string) => Operation): Operation => {
    const at = new Date(input.now()).toISOString()
    const operation = make(pending.length + 1, at)
    pending = [...pending, { commune, device: DEVICE, operation, queuedAt: at, trouble: null }]
    return operation
  }
  const decided = (review: ReviewInput): Operation | null => {
    if (!records.has(review.record)) return null
    if (review.type === 'accept') notes.delete(review.record)
    const carried = review.type === 'return' ? review.notes.map(({ field }) => field) : ['requestReply']
    notes.set(review.record, Object.fromEntries(Object.entries(notes.get(review.record) ?? {}).filter(([field]) => !carried.includes(field))))
    pending = pending.filter(({ operation, trouble }) => operation.record !== review.record || trouble?.kind !== 'refused')
    const { base } = review
    return queue(review.commune, (counter, at) => {
      const common = { counter, record: review.record, base, at }
      if (review.type === 'accept') return { type: 'accept', ...common }
      if (review.type === 'return') return { type: 'return', ...common, notes: [...review.notes] }
      if (review.type === 'move') return { ...review, ...common }
      return { type: 'resolve', ...common, choices: [...review.choices] }
    })
  }
  changed()
  const own = memoryDrafts(drafts, changed)

  return {
    communes: [...contexts.keys()],
    context: (commune) => contexts.get(commune) ?? null,
    cards: () => cards,
    card: (id) => cards.find((card) => card.id === id),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getRecord: async (id) => local(id),
    shrinkOld: async () => ok(0),
    async takeWhole(record) {
      const held = records.get(record.id)
      if (held?.shrunk !== recordCheck(record)) return ok(held !== undefined && held.shrunk === undefined)
      records.set(record.id, record)
      changed()
      return ok(true)
    },
    ...own.drafts,
    submit: async (form: SubmitInput) => own.end(form.id, () => {
      const before = local(form.id)
      const answers = before && form.seen ? rebase({ seen: form.seen, answers: form.answers }, before.answers) : form.answers
      const patch = patchBetween(before?.answers ?? {}, answers)
      const confirmed = confirmedIn(patch, [form])
      const hasNewReason = Object.entries(form.reasons).some(([key, reason]) => before?.server?.reasons[key] !== reason)
      const isNew = Object.keys(patch).length > 0 || hasNewReason || !before || before.server?.status === 'returned'
      const base = before?.server?.version || 0
      return isNew
        ? queue(form.commune, (counter, at) => ({
          type: 'submit', counter, record: form.id, base, at, head: form.head, form: form.form, patch, reasons: form.reasons, ...(Object.keys(confirmed).length > 0 && { confirmed }),
        }))
        : null
    }),
    async saveNotes(record, change) {
      const written = Object.entries({ ...notes.get(record), ...change }).filter(([, text]) => text.trim() !== '')
      notes.set(record, Object.fromEntries(written))
      return ok(change)
    },
    settled: async () => {},
    findNotes: async (record) => notes.get(record) ?? {},
    notedRecords: async () => new Set([...notes].flatMap(([record, written]) => (Object.keys(written).length > 0 ? [record] : []))),
    async tellApart(one, other) {
      for (const pair of [`${one}:${other}`, `${other}:${one}`]) apart.add(pair)
      return ok(null)
    },
    async tellApartElsewhere(person, mark) {
      elsewhere.set(person, mark)
      return ok(null)
    },
    toldElsewhere: async (person) => elsewhere.get(person) ?? null,
    toldApart: async (person) => [...apart].flatMap((pair) => (pair.startsWith(`${person}:`) ? [pair.slice(person.length + 1)] : [])),
    async review(reviews: readonly ReviewInput[]) {
      const made = reviews.map(decided)
      changed()
      return ok({ made: made.filter((each) => each !== null), gone: reviews.flatMap(({ record }, at) => (made[at] ? [] : [record])) })
    },
    pending: async () => pending,
    taken: async (limit, record) => (input.taken ?? []).filter(({ operation }) => record === undefined || operation.record === record).slice(0, limit),
    async setAside(device, counter) {
      pending = pending.filter((waiting) => waiting.device !== device || waiting.operation.counter !== counter)
      changed()
      return ok(null)
    },
    holder: () => holder,
    async saveHolder(next) {
      holder = next
      return ok(null)
    },
    spoilt: {
      list: async () => spoilt,
      async letGo(piece) {
        spoilt = spoilt.filter((other) => other !== piece)
        changed()
        return ok(null)
      },
    },
    outbox: {
      waiting: async (commune, limit) => pending.filter((waiting) => waiting.commune === commune && !waiting.trouble)
        .slice(0, limit).map(({ operation }) => ({ counter: operation.counter, operation, wasSent: false })),
      waitingCount: async (commune) => pending.filter((waiting) => waiting.commune === commune && !waiting.trouble).length,
      markSent: async () => {},
      settle: async () => {},
      device: () => DEVICE,
      epoch: () => '0190a000-0000-7000-8000-00000000e001',
      lastGiven: async () => pending.length,
      sendAgain: async () => 0,
      findOperations: async () => new Map(),
      renew: async () => {},
    },
    replica: {
      cursor: async () => null,
      digests: () => new Map(),
      findRecords: async () => new Map(records),
      contextHash: (commune) => contexts.get(commune)?.hash ?? null,
      async applyPage(_commune, page) {
        if (page.reset) records.clear()
        for (const record of page.records) records.set(record.id, record)
        changed()
        return ok(null)
      },
      saveContext: async () => ok(null),
    },
    photos: {
      keep: async ({ commune, record, bytes }) => {
        const hash = toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
        photos.set(hash, { record, hash, commune, size: bytes.length, keptAt: new Date(input.now()).toISOString(), ...(input.spoilsPhotos && { isSpoilt: true }), bytes })
        changed()
        return ok(hash)
      },
      bytes: async (hash) => (photos.get(hash)?.isSpoilt ? 'spoilt' : (photos.get(hash)?.bytes ?? null)),
      waiting: async () => [...photos.values()],
      ready: async () => [],
      confirmed: async (_commune, hash) => { photos.delete(hash) },
      letGo: async (_record, hash) => { photos.delete(hash); changed(); return ok(null) },
    },
    rescued: { standing: async () => 'taken', take: async () => 'taken' },
    status: async () => input.status ?? { persisted: true, usedBytes: 4_000_000, quotaBytes: 500_000_000 },
    lock: () => {},
  }
}

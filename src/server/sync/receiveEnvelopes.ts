import { openEnvelope } from '../../protocol/sealing/envelope'
import type { Envelope, EnvelopeRequest, EnvelopeResponse } from '../../protocol/messages'
import { logAccess } from '../accounts/accessLog'
import { openDeviceSecret } from '../accounts/devices'
import { findServerKey } from '../accounts/serverKeys'
import { now, type ServerDeps } from '../deps'
import { keepRefused } from '../drafts/keepRefused'
import { findAuthor } from './author'
import { findDevice, type KnownDevice } from './findDevice'
import type { BatchResult } from './judging/applyBatch'
import { pushOperations } from './pushOperations'
import { readOperation, type Incoming } from './judging/readOperation'

type Receipt = EnvelopeResponse['results'][number]['result']

/**
 * Takes sealed operations, whoever carries them. Each is judged exactly as in a batch of its author, with the author's current scope. An operation
 * may come both ways: the first counts, the other is a repeat (S27). An envelope without proof of its device is not judged (S28). From a revoked
 * device or a disabled account only forms are taken. A refused form is kept for its author (S11). Never throws on bad input.
 */
export async function receiveEnvelopes(deps: ServerDeps, { run, envelopes }: EnvelopeRequest): Promise<EnvelopeResponse> {
  const receipts = new Map<Envelope, Receipt>()
  for (const sent of byDevice(envelopes)) await receiveFrom(deps, run, sent, receipts)
  const results = envelopes.map((envelope) => ({ device: envelope.device, counter: envelope.counter, result: receipts.get(envelope) ?? 'unreadable' }))
  return { results }
}

/** One list per device, in counter order: a courier may have changed the order. */
function byDevice(envelopes: readonly Envelope[]): readonly (readonly Envelope[])[] {
  const lists = new Map<string, Envelope[]>()
  for (const envelope of envelopes) {
    const key = `${envelope.commune}:${envelope.device}`
    lists.set(key, [...(lists.get(key) ?? []), envelope])
  }
  return [...lists.values()].map((list) => list.sort((a, b) => a.counter - b.counter))
}

async function receiveFrom(deps: ServerDeps, run: string, sent: readonly Envelope[], receipts: Map<Envelope, Receipt>): Promise<void> {
  const { commune, device } = sent[0]!
  const known = await findDevice(deps.db, commune, device)
  const author = known && (await findAuthor(deps.db, known.userId))
  if (!known || !author) return
  const readable = new Map<Envelope, Incoming>()
  for (const envelope of sent) {
    const operation = await open(deps, known, envelope)
    if (operation) readable.set(envelope, operation)
  }
  const ops = [...readable.values()].filter((op, index, all) => op.counter !== all[index - 1]?.counter)
  if (ops.length === 0) return
  // A revoked device that hands in forms (S29) is written to the access log, for whoever revoked it. This happens before the forms are taken.
  // Afterwards they would be repeats, so if the server stopped in between, they would never be logged.
  if (known.isRevoked && ops.some(({ counter }) => counter === known.lastCounter + 1)) await logAccess(deps, commune, author.id, 'revokedEnvelopes', null)
  const pushed = await pushOperations(deps, { commune, device, author, run, ops, receivedAt: now(deps), mayOnlySubmit: known.isRevoked || author.isDisabled })
  if (!pushed) return
  // Before any envelope is reported as received: the device then drops the envelope, and its book may no longer exist.
  const unkept = await keepAllRefused(deps, { commune, device, known, ops, outcomes: pushed.outcomes })
  const isIn = ({ counter }: Envelope): boolean => counter <= pushed.last && !pushed.taken.includes(counter) && !unkept.has(counter)
  for (const envelope of readable.keys()) receipts.set(envelope, isIn(envelope) ? 'received' : 'later')
}

interface Judged extends Pick<BatchResult, 'outcomes'> {
  readonly commune: string
  readonly device: string
  readonly known: KnownDevice
  readonly ops: readonly Incoming[]
}

/** @returns counters of the refused forms for which there was no room */
async function keepAllRefused(deps: ServerDeps, { outcomes, ops, ...of }: Judged): Promise<ReadonlySet<number>> {
  const refused = new Set(outcomes.filter(({ outcome }) => outcome.kind === 'refused').map(({ counter }) => counter))
  const unkept = new Set<number>()
  for (const item of ops.filter(({ counter }) => refused.has(counter))) {
    const operation = readOperation(item)
    if (operation?.type === 'submit' && (await keepRefused(deps, { ...of, operation })) === 'full') unkept.add(item.counter)
  }
  return unkept
}

async function open(deps: ServerDeps, known: KnownDevice, envelope: Envelope): Promise<Incoming | undefined> {
  const key = await findServerKey(deps, envelope.keyId)
  if (!key) return undefined
  const deviceSecret = openDeviceSecret(deps, known.sealedSecret).toString('base64url')
  const operation = await openEnvelope({ envelope, privateKey: key.privateKey, deviceSecret })
  return operation.ok ? { counter: envelope.counter, raw: operation.value } : undefined
}

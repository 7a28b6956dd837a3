import type { SyncState, SyncTrouble } from '../control'
import type { RunInput } from '../engine'
import { rested } from '../pace/batchSize'
import type { Line } from '../pace/line'
import { sendPhotos } from '../sendPhotos'
import type { ControlDeps } from '../syncControl'
import { toldIn } from './nextTry'
import { afterStep, type ShownState } from './shownState'
import { storageEnd } from './storageEnd'
import { syncRenewed, type Ended } from './syncRenewed'

/** State that a control keeps from run to run. */
export interface Kept {
  readonly shown: ShownState
  readonly line: Line & { part: number }
  /** Communes whose replica was mended or found to differ while the book is open: they are not mended again. */
  readonly mended: Set<string>
  readonly wishes: {
    /** Something was submitted during a run and may have missed its batch: another run follows. */
    again: boolean
    /** Somebody asked to send the photos now, over any line. */
    photos: boolean
  }
  /** Ends the waiting time a busy server gave for photos; `null` = there is none (S30). Everything else has its own waiting time. */
  endPhotoWait: (() => void) | null
  /** False once the book is locked: a run must do nothing more then. */
  readonly isCurrent: () => boolean
}

/** Sends and fetches the text of all communes, then sends photos. @returns what stopped a commune before its end */
export async function runAll(deps: ControlDeps, kept: Kept): Promise<SyncTrouble | null> {
  const trouble = await runCommunes(deps, kept)
  if (trouble === null) await runPhotos(deps, kept)
  return trouble
}

async function runCommunes(deps: ControlDeps, kept: Kept): Promise<SyncTrouble | null> {
  const { shown, line, mended, isCurrent } = kept
  const run = deps.newId()
  line.batch = rested(line.batch)
  line.page = rested(line.page)
  const replicas: SyncState['replica'][] = []
  let trouble: SyncTrouble | null = null
  const onProgress: RunInput['onProgress'] = (step) => shown.set(afterStep(shown.now(), step, deps.now()))
  for (const commune of deps.communes()) {
    const end = await syncRenewed(deps, { commune, run, isCurrent, onProgress, mayMend: !mended.has(commune), line }).catch(storageEnd)
    if (end.kind === 'done' && end.replica) mended.add(commune)
    if (end.kind === 'done') replicas.push(end.replica ?? 'same')
    trouble = (await troubleAfter(deps, kept, commune, end)) ?? trouble
    // All communes use the same server.
    if (trouble?.kind === 'busy') break
  }
  const worst = worstFirst.find((one) => replicas.includes(one))
  if (worst) shown.set({ replica: worst })
  return trouble
}

/** An account with several communes shows the worst state of them. */
const worstFirst: readonly SyncState['replica'][] = ['differs', 'mended', 'same']

/** The trouble that the end of a commune means for the run. If the commune is done, its rescued drafts are fetched. */
async function troubleAfter(deps: ControlDeps, { shown, isCurrent }: Kept, commune: string, end: Ended): Promise<SyncTrouble | null> {
  if (end.kind === 'trouble') return end.trouble.kind === 'signedOut' && (await deps.isRevoked?.()) ? { kind: 'revoked' } : end.trouble
  if (end.kind === 'stopped' || !end.drafts || !deps.takeDrafts) return null
  const laid = await deps.takeDrafts(commune, isCurrent).catch(storageEnd)
  if (typeof laid === 'object') return laid.trouble
  if (laid > 0) shown.set({ rescued: shown.now().rescued + laid })
  return null
}

/** Photos go after all text: a photo is useless without its record. Text submitted in the meantime goes first, then the photos continue (S33). */
async function runPhotos(deps: ControlDeps, kept: Kept): Promise<void> {
  const { shown, line, wishes, isCurrent } = kept
  const { photos } = deps
  const mayGo = (): boolean => wishes.photos || (photos?.mayGo() === true && !kept.endPhotoWait)
  if (!photos || !mayGo() || (await isTextLeft(deps))) return
  const onSent = (bytes: number): void => {
    const { up, down } = shown.now().bytes
    shown.set({ bytes: { up: up + bytes, down } })
  }
  const sending = { ...photos, line, isCurrent: () => isCurrent() && !wishes.again, onSent }
  const photoTrouble = await sendPhotos(sending, deps.communes()).catch((error: unknown) => storageEnd(error).trouble)
  if (!wishes.again) wishes.photos = false
  shown.set({ photoTrouble })
  kept.endPhotoWait?.()
  if (photoTrouble?.kind === 'busy') holdPhotos(deps, kept, photoTrouble.retryAfterMs)
}

/** Photos wait for the time the server gave. The first run after it sends them. */
function holdPhotos({ timer, random }: ControlDeps, kept: Kept, retryAfterMs: number): void {
  const over = (): void => { kept.endPhotoWait = null }
  const cancel = timer(over, toldIn(retryAfterMs, random()))
  kept.endPhotoWait = () => {
    cancel()
    over()
  }
}

/** Counts this queue only. Envelopes sealed under a former id of this phone are sent separately. */
async function isTextLeft({ communes, outbox }: ControlDeps): Promise<boolean> {
  return (await Promise.all(communes().map((commune) => outbox.waiting(commune, 1)))).some((waiting) => waiting.length > 0)
}

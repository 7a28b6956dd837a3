import type { ControlDeps } from '../syncControl'
import { syncCommune, type RunEnd, type RunInput } from '../engine'

export type Ended = Exclude<RunEnd, { kind: 'newDevice' | 'blocked' }>

/** What cannot be read here goes sealed (protocol rule 45). A run that asks for another device id, or is blocked all the same, goes on under one, once. */
export async function syncRenewed(deps: ControlDeps, input: RunInput): Promise<Ended> {
  let end = await syncCommune(deps, input)
  if (end.kind === 'blocked') {
    const tried = await deps.handInSealed?.()
    if (!input.isCurrent()) return { kind: 'stopped' }
    // It may get there yet, and what waits behind it may hang on it.
    if (tried?.ok === false) return { kind: 'trouble', trouble: tried.error }
    end = await syncCommune(deps, input)
  }
  if (isEnded(end)) return end
  const renewed = await deps.newDevice(input.commune, end.kind === 'newDevice' && end.again)
  if (!input.isCurrent()) return { kind: 'stopped' }
  if (!renewed.ok) return { kind: 'trouble', trouble: renewed.error }
  const second = await syncCommune(deps, input)
  return isEnded(second) ? second : { kind: 'trouble', trouble: { kind: 'serverFault' } }
}

const isEnded = (end: RunEnd): end is Ended => end.kind !== 'newDevice' && end.kind !== 'blocked'

import type { ControlDeps } from '../syncControl'
import { syncCommune, type RunEnd, type RunInput } from '../engine'

export type Ended = Exclude<RunEnd, { kind: 'newDevice' | 'blocked' }>

/**
 * Syncs one commune. If it is blocked by an operation that cannot be read here, the sealed queue is sent first (S45). If it is still blocked, or needs
 * another device id, it continues once under a new id.
 */
export async function syncRenewed(deps: ControlDeps, input: RunInput): Promise<Ended> {
  let end = await syncCommune(deps, input)
  if (end.kind === 'blocked') {
    const tried = await deps.handInSealed?.()
    if (!input.isCurrent()) return { kind: 'stopped' }
    // The envelope may still arrive later, and operations waiting behind it may depend on it.
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

import { fail, ok, type Result } from '../domain/result'
import type { Enrolled } from '../protocol/api'
import type { SyncTrouble } from '../sync/control'
import type { Remote, RemoteFailure } from './remote'
import { failureOf } from './transportFailure'

export interface EnrolAgainInput {
  readonly commune: string
  /** The new id. */
  readonly device: string
  /** Account of the open book: the device must not be enrolled for a colleague who is signed in. */
  readonly userId: string
  readonly label: string
}

/** Enrols this phone for one commune under another id. */
export async function enrolAgain(remote: Pick<Remote, 'me' | 'enrol'>, { commune, device, userId, label }: EnrolAgainInput): Promise<Result<Enrolled, SyncTrouble>> {
  const me = await remote.me()
  if (!me.ok) return fail(troubleOf(me.error))
  if (me.value.id !== userId) return fail({ kind: 'signedOut' })
  const enrolled = await remote.enrol({ device, commune, label })
  return enrolled.ok ? ok(enrolled.value) : fail(troubleOf(enrolled.error))
}

function troubleOf(refusal: RemoteFailure): SyncTrouble {
  const failure = failureOf(refusal)
  return failure.kind === 'tooLarge' || failure.kind === 'unknownDevice' ? { kind: 'serverFault' } : failure
}

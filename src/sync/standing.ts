import type { Result } from '../domain/result'
import type { StandingRequest, StandingResponse } from '../protocol/messages'

export interface StandingDeps {
  /** `storage` implements it as `OwnDevices`. */
  readonly own: {
    accounts(): Promise<readonly { readonly userId: string; readonly devices: StandingRequest['devices'] }[]>
    take(userId: string, standing: StandingResponse): Promise<'counts' | 'revoked' | 'erased'>
  }
  readonly ask: (request: StandingRequest) => Promise<Result<StandingResponse, unknown>>
  /** Sends the sealed queue of this device. */
  readonly handIn: () => Promise<unknown>
}

/**
 * Asks the server, without a key or a session, how the devices of this phone stand. A revoked one hands in what is sealed. Its book is then erased if the
 * server has everything (S40). Safe to repeat and to stop anywhere.
 */
export async function meetServer(deps: StandingDeps): Promise<void> {
  for (const { userId, devices } of await deps.own.accounts()) {
    if ((await standingOf(deps, userId, devices)) !== 'revoked') continue
    await deps.handIn()
    await isRevoked(deps, userId)
  }
}

/**
 * Whether a device of this account is revoked; for when the server no longer accepts the session. False if the server cannot be asked, and if the closed
 * book has just been erased because nothing in it was unsent.
 */
export async function isRevoked(deps: Pick<StandingDeps, 'own' | 'ask'>, userId: string): Promise<boolean> {
  const account = (await deps.own.accounts()).find((each) => each.userId === userId)
  return (await standingOf(deps, userId, account?.devices ?? [])) === 'revoked'
}

async function standingOf(
  { own, ask }: Pick<StandingDeps, 'own' | 'ask'>, userId: string, devices: StandingRequest['devices'],
): Promise<'counts' | 'revoked' | 'erased' | 'unknown'> {
  if (devices.length === 0) return 'unknown'
  const answer = await ask({ devices })
  return answer.ok ? own.take(userId, answer.value) : 'unknown'
}

import type { AccountDatabase } from './accountDatabase'

/** Tells of a device whether nobody goes on under it here: of a book that was forgotten, revoked, or an id this phone is no more. */
export async function abandonedIn(db: AccountDatabase): Promise<(of: { readonly device: string }) => boolean> {
  const counting = new Set((await db.devices.toArray()).flatMap(({ device, isRevoked }) => (isRevoked === 1 ? [] : [device])))
  return ({ device }) => !counting.has(device)
}

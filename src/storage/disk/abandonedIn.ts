import type { AccountDatabase } from './accountDatabase'

/**
 * Returns a test for devices: true if nobody continues under the device here, because its book was forgotten, it was revoked, or it is a former id of this
 * phone.
 */
export async function abandonedIn(db: AccountDatabase): Promise<(of: { readonly device: string }) => boolean> {
  const counting = new Set((await db.devices.toArray()).flatMap(({ device, isRevoked }) => (isRevoked === 1 ? [] : [device])))
  return ({ device }) => !counting.has(device)
}

import type { Vaults } from '../../storage/vaultTypes'

/** Sealed envelopes of an account that still wait on this device. */
export async function sealedLeft(vaults: Vaults, userId: string): Promise<number> {
  const accounts = await vaults.list()
  return accounts.find((account) => account.userId === userId)?.sealedCount ?? 0
}

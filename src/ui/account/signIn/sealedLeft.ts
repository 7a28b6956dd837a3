import type { VaultInfo, Vaults } from '../../../storage/vaultTypes'

/** What of an account still waits sealed on this device: envelopes, drafts and photos. */
export async function sealedLeft(vaults: Vaults, userId: string): Promise<Pick<VaultInfo, 'sealedCount' | 'sealedDrafts' | 'sealedPhotos'>> {
  const accounts = await vaults.list()
  return accounts.find((account) => account.userId === userId) ?? { sealedCount: 0, sealedDrafts: 0, sealedPhotos: 0 }
}

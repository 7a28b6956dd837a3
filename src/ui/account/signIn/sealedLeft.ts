import type { VaultInfo, Vaults } from '../../../storage/vaultTypes'

/** How many envelopes, drafts and photos of an account are still sealed on this device. */
export async function sealedLeft(vaults: Vaults, userId: string): Promise<Pick<VaultInfo, 'sealedCount' | 'sealedDrafts' | 'sealedPhotos'>> {
  const accounts = await vaults.list()
  return accounts.find((account) => account.userId === userId) ?? { sealedCount: 0, sealedDrafts: 0, sealedPhotos: 0 }
}

import { useCallback } from 'react'
import type { Losses } from '../../../storage/vaultTypes'
import { sealedLeft } from '../../account/signIn/sealedLeft'
import { useOutside } from '../../outside'
import { useServices } from '../../services'

export interface Left extends Losses {
  /** Sealed forms the server has not taken. */
  readonly forms: number
  /** Sealed drafts the server has not taken. */
  readonly begun: number
  /** Sealed photos the server has not taken. */
  readonly sealedPhotos: number
}

/**
 * Hands in what a revoked device holds: forms and drafts before photos. If nothing is left, the book is locked: a closed book is
 * erased at the next contact, and locking makes one (S40).
 * @returns a function that hands in and resolves to what is left
 */
export function useHandIn(): (by: 'asked' | 'itself') => Promise<Left> {
  const { vaults, platform } = useOutside()
  const { holder: { userId }, lock } = useServices()
  return useCallback(async (by) => {
    // After this contact the device knows that it is revoked, so the drafts and photos of this book are handed in too.
    await platform.meetServer()
    await platform.handInSealed('all', by === 'asked' ? by : undefined)
    await platform.meetServer()
    const { sealedCount: forms, sealedDrafts: begun, sealedPhotos } = await sealedLeft(vaults, userId)
    const left = { forms, begun, sealedPhotos, ...(await vaults.lossesOf(userId)) }
    if (Object.values(left).every((count) => count === 0)) lock()
    return left
  }, [vaults, platform, userId, lock])
}

import { useCallback } from 'react'
import type { Result } from '../../../domain/result'
import type { StorageFailure } from '../../../storage/ledger'
import { failureTexts } from '../../text/failures'
import { useText } from '../../text/useText'
import { useToast } from './toast'

type Undo = () => Promise<Result<unknown, StorageFailure>>

/** Says that something was done and offers to undo it. If the disk refuses the undo, says so and offers it again until it is done. */
export function useOfferUndo(): (said: string, undo: Undo) => void {
  const { show } = useToast()
  const failures = useText(failureTexts)
  return useCallback((said, undo) => {
    const takeBack = async (): Promise<void> => {
      const undone = await undo()
      if (!undone.ok) show(failures.storage[undone.error.kind], { undo: () => void takeBack(), isTrouble: true })
    }
    show(said, { undo: () => void takeBack() })
  }, [show, failures])
}

import { useCallback } from 'react'
import { takenBack, type Move } from '../../../domain/records/move'
import { useToast } from '../../parts/toast/useToast'
import { useServices } from '../../services'
import { failureTexts } from '../../text/failures'
import { requestTexts } from '../../text/requests'
import { useText } from '../../text/useText'
import { useDecide } from '../useDecide'

/** Queues moves (where records hang) and reports the result. With `mayUndo` it offers to take all of them back. */
export function useMoves() {
  const t = useText(requestTexts)
  const failures = useText(failureTexts)
  const toast = useToast()
  const decide = useDecide()
  const { ledger } = useServices()
  return useCallback(async (commune: string, moves: readonly Move[], said: string, { mayUndo = false } = {}): Promise<void> => {
    const put = (list: readonly Move[]) => decide(list.map((move) => ({ type: 'move', commune, ...move })))
    const before = takenBack(ledger.cards(), moves)
    const done = await put(moves)
    if (!done.ok) {
      toast.show(failures.storage[done.error.failure.kind])
      return
    }
    if (done.value.gone.length > 0) {
      toast.show(t.gone)
      return
    }
    const undo = async (): Promise<void> => {
      const undone = await put(before)
      toast.show(!undone.ok ? failures.storage[undone.error.failure.kind] : undone.value.gone.length > 0 ? t.gone : t.takenBack)
    }
    toast.show(said, mayUndo ? { undo: () => void undo() } : {})
  }, [t, failures, toast, decide, ledger])
}

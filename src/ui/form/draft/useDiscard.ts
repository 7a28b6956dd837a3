import { useLocation } from 'wouter'
import { useOfferUndo } from '../../parts/toast/useOfferUndo'
import { useServices } from '../../services'
import { formTexts } from '../../text/form'
import { useText } from '../../text/useText'
import type { DraftSaver } from './useDraftSaver'

/** Throws the draft away and leaves the form; a toast can undo it. What was sent before stays as it is. Do not call it again before it has ended. */
export function useDiscard(saver: Pick<DraftSaver, 'current' | 'fail'>, back: string): () => Promise<void> {
  const { ledger } = useServices()
  const offerUndo = useOfferUndo()
  const t = useText(formTexts)
  const [, navigate] = useLocation()
  return async () => {
    const draft = saver.current()
    const gone = await ledger.discardDraft(draft)
    if (!gone.ok) return saver.fail(gone.error.kind)
    offerUndo(t.discarded, gone.value)
    navigate(back, { replace: true })
  }
}

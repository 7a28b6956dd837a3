import { useLocation } from 'wouter'
import { useOfferUndo } from '../../parts/toast/useOfferUndo'
import { useServices } from '../../services'
import { formTexts } from '../../text/form'
import { useText } from '../../text/useText'
import type { FormSession } from '../filling/useFormSession'
import type { DraftSaver } from './useDraftSaver'

interface Discarding extends Pick<FormSession, 'end'> {
  readonly saver: Pick<DraftSaver, 'current' | 'fail'>
}

/** Throws a draft away and leaves; a toast brings it back. What was sent before stays as it is. */
export function useDiscard({ saver, end }: Discarding, back: string): () => Promise<void> {
  const { ledger } = useServices()
  const offerUndo = useOfferUndo()
  const t = useText(formTexts)
  const [, navigate] = useLocation()
  return () => end(async () => {
    const draft = saver.current()
    const gone = await ledger.discardDraft(draft)
    if (!gone.ok) return saver.fail(gone.error.kind)
    offerUndo(t.discarded, gone.value)
    navigate(back, { replace: true })
  })
}

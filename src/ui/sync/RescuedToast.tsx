import { useEffect } from 'react'
import { useSyncState } from '../parts/reading/useSyncState'
import { useToast } from '../parts/toast/toast'
import { rescuedTexts } from '../text/rescued'
import { useText } from '../text/useText'

/** Tells on any screen that drafts of an earlier book came back. The task list shows it for longer. */
export function RescuedToast() {
  const { rescued } = useSyncState()
  const { show } = useToast()
  const t = useText(rescuedTexts)
  useEffect(() => {
    show(t.back(rescued))
  }, [show, t, rescued])
  return null
}

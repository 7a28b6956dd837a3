import { use, useState, useSyncExternalStore } from 'react'
import { OutsideContext } from '../../outside'
import type { Platform, UpdateState } from '../../platform'
import { updateTexts } from '../../text/update'
import { useText } from '../../text/useText'
import { Box } from '../Box'
import { Button } from '../Button'
import { UpdateNow } from './UpdateNow'

/** What was put off, until the app is started again; "Của tôi" keeps offering. */
let putOff: UpdateState = 'none'

/**
 * A newer version waits. Offered on screens where nothing is being written, never forced: whoever goes on is asked again only when another
 * window has switched to it.
 */
export function UpdateOffer() {
  const outside = use(OutsideContext)
  return outside && <Offer update={outside.platform.update} />
}

function Offer({ update }: Pick<Platform, 'update'>) {
  const t = useText(updateTexts)
  const state = useSyncExternalStore(update.subscribe, update.state)
  const [hidden, setHidden] = useState(putOff)
  if (state === 'none' || state === hidden) return null
  const hide = (): void => {
    putOff = state
    setHidden(state)
  }
  return (
    <div className="pad on-surface offer">
      <Box icon="info" title={t.update}>
        <p className="sm">{t.updateSafe}</p>
        <UpdateNow update={update}><Button kind="quiet" onClick={hide}>{t.updateLater}</Button></UpdateNow>
      </Box>
    </div>
  )
}

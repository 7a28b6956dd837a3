import { use, useState, useSyncExternalStore } from 'react'
import { OutsideContext } from '../../outside'
import type { Platform, UpdateState } from '../../platform'
import { updateTexts } from '../../text/update'
import { useText } from '../../text/useText'
import { Box } from '../Box'
import { Button } from '../Button'
import { UpdateNow } from './UpdateNow'

/** The update state that was put off, until the app starts again. "Của tôi" still offers it. */
let putOff: UpdateState = 'none'

/**
 * Offers a newer version that is waiting, on screens where nothing is being written. It never forces it. If it is put off, it is offered again only
 * after the update state has changed: another window has switched to the new version.
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

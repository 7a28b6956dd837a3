import { use, useState, useSyncExternalStore } from 'react'
import { OutsideContext } from '../outside'
import type { Platform } from '../platform'
import { updateTexts } from '../text/update'
import { useText } from '../text/useText'
import { Box } from './Box'
import { Button } from './Button'
import { UpdateNow } from './UpdateNow'

/** Until the app is started again; "Của tôi" keeps offering. */
let isPutOff = false

/** A newer version waits. Offered on screens where nothing is being written, never forced: whoever goes on is not asked again. */
export function UpdateOffer() {
  const outside = use(OutsideContext)
  return outside && <Offer update={outside.platform.update} />
}

function Offer({ update }: Pick<Platform, 'update'>) {
  const t = useText(updateTexts)
  const hasUpdate = useSyncExternalStore(update.subscribe, update.state)
  const [isHidden, setHidden] = useState(isPutOff)
  if (!hasUpdate || isHidden) return null
  const putOff = (): void => {
    isPutOff = true
    setHidden(true)
  }
  return (
    <div className="pad on-surface">
      <Box icon="info" title={t.update}>
        <p className="sm">{t.updateSafe}</p>
        <UpdateNow update={update}><Button kind="quiet" onClick={putOff}>{t.updateLater}</Button></UpdateNow>
      </Box>
    </div>
  )
}

import { useSyncExternalStore } from 'react'
import { useOutside } from '../../outside'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { Icon } from '../../parts/Icon'
import { UpdateNow } from '../../parts/frame/UpdateNow'
import { mineTexts } from '../../text/mine'
import { updateTexts } from '../../text/update'
import { useText } from '../../text/useText'

/** The app on this device: how to install it, its version, a newer version if there is one. An update is offered, never forced. */
export function AppCard() {
  const { platform } = useOutside()
  const t = useText(mineTexts)
  const offer = useText(updateTexts)
  const install = useSyncExternalStore(platform.install.subscribe, platform.install.state)
  const hasUpdate = useSyncExternalStore(platform.update.subscribe, platform.update.state) !== 'none'
  return (
    <div className="card st">
      {hasUpdate && (
        <Box icon="info" title={offer.update}>
          <UpdateNow update={platform.update} />
        </Box>
      )}
      {install === 'ready' && <Button large wide icon="save" onClick={() => void platform.install.prompt()}>{t.install}</Button>}
      {install === 'ios' && <Box icon="info"><p>{t.installIos}</p></Box>}
      {install === 'installed' && <p className="chk m ok"><Icon name="check" small /><span>{t.installed}</span></p>}
      <p className="sm mut num">{t.version(platform.version)}</p>
    </div>
  )
}

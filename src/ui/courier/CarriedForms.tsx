import { useState } from 'react'
import type { Carried } from '../../storage/queues/carriedQueue'
import { useOutside } from '../outside'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/frame/Dialog'
import { courierTexts } from '../text/courier'
import { failureTexts } from '../text/failures'
import { useText } from '../text/useText'
import type { SendingCarried } from './useSendCarried'

interface CarriedFormsProps {
  readonly carried: Carried
  readonly sending: SendingCarried
  readonly onDropped: () => void
}

/** What this device carries for others: sent at a press, given up only after a question. */
export function CarriedForms({ carried: { waiting, devices, refused }, sending: { isSending, left, send }, onDropped }: CarriedFormsProps) {
  const t = useText(courierTexts)
  const [isDropping, setDropping] = useState(false)
  return (
    <>
      <div role="status">{left !== null && <Box {...(left === 0 && { kind: 'ok' as const })} icon={left === 0 ? 'check' : 'off'}><p>{left === 0 ? t.sent : t.left(left)}</p></Box>}</div>
      {waiting + refused > 0 && (
        <div className="card st">
          {waiting > 0 && (
            <>
              <h3>{t.carrying(waiting, devices)}</h3>
              <p className="sm mut">{t.carryingWhat}</p>
              <Button kind="pri" wide icon="tray" busy={isSending} onClick={() => void send('asked')}>{t.send}</Button>
            </>
          )}
          {refused > 0 && <Box kind="err" icon="stop"><p>{t.refused(refused)}</p></Box>}
          <Button kind="quiet" onClick={() => setDropping(true)}>{t.drop}</Button>
        </div>
      )}
      {isDropping && <DropDialog onClose={() => setDropping(false)} onDropped={onDropped} />}
    </>
  )
}

function DropDialog({ onClose, onDropped }: { readonly onClose: () => void; readonly onDropped: () => void }) {
  const { courier } = useOutside()
  const t = useText(courierTexts)
  const failures = useText(failureTexts)
  const [trouble, setTrouble] = useState<string | null>(null)
  const drop = async (): Promise<void> => {
    const dropped = await (await courier()).drop()
    if (!dropped.ok) return setTrouble(failures.storage[dropped.error.kind])
    onDropped()
    onClose()
  }
  return (
    <Dialog title={`${t.drop}?`} onClose={onClose} actions={<><Button onClick={onClose}>{t.keep}</Button><Button kind="dan" onClick={() => void drop()}>{t.drop}</Button></>}>
      <p>{t.dropWhat}</p>
      {trouble && <Box kind="err" icon="stop" role="alert"><p>{trouble}</p></Box>}
    </Dialog>
  )
}

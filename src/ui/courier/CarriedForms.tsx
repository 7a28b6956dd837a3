import type { Carried } from '../../storage/queues/carriedQueue'
import { useOutside } from '../outside'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { AskFirst } from '../parts/AskFirst'
import { courierTexts } from '../text/courier'
import { useText } from '../text/useText'
import type { SendingCarried } from './useSendCarried'

interface CarriedFormsProps {
  readonly carried: Carried
  readonly sending: SendingCarried
  readonly onDropped: () => void
}

/** The forms this device carries for others. They are sent by a press, and given up only after a question. */
export function CarriedForms({ carried: { waiting, devices, refused }, sending: { isSending, left, send }, onDropped }: CarriedFormsProps) {
  const t = useText(courierTexts)
  const { courier } = useOutside()
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
          <AskFirst label={t.drop} what={t.dropWhat} keep={t.keep} work={async () => (await courier()).drop()} onDone={onDropped} />
        </div>
      )}
    </>
  )
}

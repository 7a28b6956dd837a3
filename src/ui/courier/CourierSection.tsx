import { courierTexts } from '../text/courier'
import { useText } from '../text/useText'
import { CarriedForms } from './CarriedForms'
import RescueFile from './RescueFile'
import { TakeForms } from './TakeForms'
import { useSealedCount } from './useSealedCount'
import { useSendCarried } from './useSendCarried'

/** Moves sealed forms without a network: out as a rescue file, in from another device, and on to the server from here. */
export function CourierSection() {
  const t = useText(courierTexts)
  const { count, recount } = useSealedCount()
  const sending = useSendCarried(recount)
  if (!count) return null
  return (
    <section aria-labelledby="courier">
      <div className="sec"><h2 id="courier">{t.head}</h2></div>
      <div className="pad st">
        <CarriedForms carried={count.carried} sending={sending} onDropped={() => void recount()} />
        <p>{t.what}</p>
        {count.own + count.drafts + count.carried.waiting > 0 && <RescueFile />}
        <TakeForms onTaken={() => void recount().then(() => sending.send('itself'))} />
      </div>
    </section>
  )
}

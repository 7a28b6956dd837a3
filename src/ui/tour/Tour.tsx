import { useState, useSyncExternalStore } from 'react'
import { useOutside } from '../outside'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import type { IconName } from '../parts/iconPaths'
import { PhonePage } from '../parts/frame/PhonePage'
import { useSyncState } from '../parts/reading/useSyncState'
import { mineTexts } from '../text/mine'
import { useNumberWords } from '../text/useNumberWords'
import { tourTexts } from '../text/tour'
import { useText } from '../text/useText'

const steps = ['round', 'saved', 'offline', 'secret'] as const
const icons: Readonly<Record<(typeof steps)[number], IconName>> = { round: 'home', saved: 'check', offline: 'off', secret: 'lock' }

/** What a new user should know, one thing per step, while the records are being downloaded. The last step offers to install the app. */
export default function Tour({ onDone }: { readonly onDone: () => void }) {
  const t = useText(tourTexts)
  const numberWords = useNumberWords()
  const [at, setAt] = useState(0)
  const { received, lastSuccessAt } = useSyncState()
  const step = steps[at] ?? 'secret'
  const isLast = at === steps.length - 1
  const foot = (
    <>
      {!isLast && <Button onClick={onDone}>{t.skip}</Button>}
      <Button kind="pri" className="grow" onClick={() => (isLast ? onDone() : setAt(at + 1))}>{isLast ? t.start : t.next}</Button>
    </>
  )
  return (
    <PhonePage title={t.title} sub={t.place(at + 1, steps.length)} noChip foot={foot}>
      <div className="empty" aria-live="polite">
        <Icon name={icons[step]} />
        <h2>{t.steps[step].head}</h2>
        <p>{t.steps[step].body}</p>
        {isLast && <Install />}
      </div>
      {received > 0 && <p className="sm mut center">{lastSuccessAt === null ? t.downloading(numberWords(received)) : t.downloaded}</p>}
    </PhonePage>
  )
}

/** Offers to install the app: then it opens without a network, and the browser does not erase its data. */
function Install() {
  const { platform: { install } } = useOutside()
  const t = useText(mineTexts)
  const state = useSyncExternalStore(install.subscribe, install.state)
  if (state === 'ready') return <Button large icon="save" onClick={() => void install.prompt()}>{t.install}</Button>
  return state === 'ios' ? <p>{t.installIos}</p> : null
}

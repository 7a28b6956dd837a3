import { useEffect, useState } from 'react'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { PhonePage } from '../parts/frame/PhonePage'
import { Progress } from '../parts/states/Progress'
import { useSyncState } from '../parts/reading/useSyncState'
import { useServices } from '../services'
import { accountTexts } from '../text/account'
import { failureTexts } from '../text/failures'
import { useNumberWords } from '../text/useNumberWords'
import { useText } from '../text/useText'

/** The first download: what comes, how long it takes, and that the device may be left alone. Every page that arrived stays. */
export function FirstDownload({ onDone }: { readonly onDone: () => void }) {
  const { ledger, sync, holder } = useServices()
  const t = useText(accountTexts).download
  const numberWords = useNumberWords()
  const failures = useText(failureTexts).sync
  const state = useSyncState()
  const minutes = useMinutesLeft(state.received, state.remaining)
  const hamlets = ledger.communes.reduce((sum, commune) => sum + (ledger.context(commune)?.hamlets.length ?? 0), 0)
  const isStopped = state.phase === 'idle' && state.trouble !== null
  useEffect(() => {
    if (state.lastSuccessAt !== null) onDone()
  }, [state.lastSuccessAt, onDone])

  return (
    <PhonePage title={t.title} sub={holder.name} noChip>
      <div className="st4">
        <p>{t.once}</p>
        <section className="card st">
          {state.remaining === null
            ? <p role="status">{t.unknown}</p>
            : <Progress label={minutes === null ? t.starting : t.minutes(minutes)} value={state.received} max={state.received + state.remaining} />}
          <ul>
            <Done isDone>{t.forms}</Done>
            <Done isDone={hamlets > 0}>{t.hamlets(hamlets)}</Done>
            <Done isDone={false}>{t.records(numberWords(state.received))}</Done>
          </ul>
          <p className="sm mut">{t.size(numberWords(state.bytes.down / 1000))}</p>
        </section>
        {isStopped && state.trouble
          ? <Box icon="off" role="status"><p>{state.trouble.kind === 'offline' ? t.stopped : failures[state.trouble.kind]}</p></Box>
          : <Box icon="info"><p>{t.pocket}</p></Box>}
        <div className="st2">
          {isStopped && <Button kind="pri" large wide icon="sync" onClick={() => void sync.run('demand')}>{t.retry}</Button>}
          {hamlets > 0 && <Button large wide onClick={onDone}>{t.enter}</Button>}
        </div>
      </div>
    </PhonePage>
  )
}

function Done({ isDone, children }: { readonly isDone: boolean; readonly children: string }) {
  return <li className={`chk m ${isDone ? 'ok' : ''}`}><Icon name={isDone ? 'check' : 'sync'} small /><span>{children}</span></li>
}

/** Minutes still needed at the speed so far; `null` = nothing has come yet, or the rest is unknown. */
function useMinutesLeft(received: number, remaining: number | null): number | null {
  const { now } = useServices()
  // Part of it came before this screen was shown.
  const [start] = useState(() => ({ at: now(), received }))
  const came = received - start.received
  if (came === 0 || remaining === null) return null
  return Math.ceil((((now() - start.at) / came) * remaining) / 60_000)
}

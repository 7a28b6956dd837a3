import { Button } from '../parts/Button'
import { Progress } from '../parts/states/Progress'
import { Status } from '../parts/states/Status'
import { useSyncState } from '../parts/reading/useSyncState'
import { useServices } from '../services'
import type { WordsOf } from '../text/areas'
import { momentWords } from '../text/moments'
import { useNumberWords } from '../text/useNumberWords'
import { syncTexts } from '../text/sync'
import { useText } from '../text/useText'
import { useDataUse } from './dataUse'
import { useLastSuccess } from './lastSuccess'

/** How many changes wait, or how the run goes; when everything was last sent and received; a button to try now. */
export function SyncHead({ waitingBytes }: { readonly waitingBytes: number }) {
  const { sync, now } = useServices()
  const t = useText(syncTexts)
  const numberWords = useNumberWords()
  const kb = useKb()
  const state = useSyncState()
  const lastSuccess = useLastSuccess()
  const isRunning = state.phase !== 'idle'
  return (
    <section className="card st2" aria-label={t.title}>
      <h2>{headWords(t, state)}{!isRunning && state.waiting > 0 && waitingBytes > 0 && t.about(kb(waitingBytes))}</h2>
      <Status hidden>{isRunning ? t.running : headWords(t, state)}</Status>
      {isRunning && state.toSend > 0 && <Progress label={t.sent} value={state.sent} max={state.toSend} />}
      {isRunning && state.remaining !== null && state.received > 0 && (
        <Progress label={t.received} value={state.received} max={state.received + state.remaining} />
      )}
      <p className="sm mut">
        {isRunning ? `${t.resumes} ` : state.waiting > 0 && `${t.safe} `}
        {lastSuccess === null ? t.never : t.lastSuccess(momentWords(lastSuccess, now()))}
      </p>
      {!isRunning && state.received > 0 && <p className="sm mut">{t.receivedLine(numberWords(state.received))}</p>}
      {!isRunning && state.bytes.up + state.bytes.down > 0 && <p className="sm mut">{t.bytes(kb(state.bytes.up), kb(state.bytes.down))}</p>}
      <DataThisMonth />
      <Button kind="pri" large wide icon="sync" busy={isRunning} onClick={() => void sync.run('demand')}>{isRunning ? t.running : t.tryNow}</Button>
    </section>
  )
}

/** What sync has used since the first of the month: many people pay for every megabyte. */
function DataThisMonth() {
  const t = useText(syncTexts)
  const kb = useKb()
  const { up, down } = useDataUse()
  return up + down > 0 ? <p className="sm mut">{t.month(kb(up), kb(down))}</p> : null
}

function useKb(): (bytes: number) => string {
  const numberWords = useNumberWords()
  return (bytes) => numberWords(Math.max(1, bytes / 1000))
}

function headWords(t: WordsOf<'sync'>, state: ReturnType<typeof useSyncState>): string {
  if (state.phase === 'pulling' || (state.phase === 'pushing' && state.toSend === 0)) return t.receivingHead
  if (state.phase === 'pushing') return t.sendingHead(state.sent, state.toSend)
  return state.waiting > 0 ? t.waitingHead(state.waiting) : t.nothingHead
}

import { useState } from 'react'
import { MAX_QUEUE_FILE_BYTES } from '../../protocol/queueFile'
import type { Taken } from '../../storage/courier'
import { useOutside } from '../outside'
import { Box } from '../parts/Box'
import { Icon } from '../parts/Icon'
import { courierTexts } from '../text/courier'
import { failureTexts } from '../text/failures'
import { useText } from '../text/useText'

type Outcome = { readonly taken: Taken } | { readonly trouble: string }

/** Takes over the forms of another device. */
export function TakeFile({ onTaken }: { readonly onTaken: () => void }) {
  const { courier } = useOutside()
  const t = useText(courierTexts)
  const failures = useText(failureTexts)
  const [outcome, setOutcome] = useState<Outcome | null>(null)

  const read = async (file: File): Promise<Outcome> => {
    if (file.size > MAX_QUEUE_FILE_BYTES) return { trouble: t.trouble.tooBig }
    const text = await file.text().catch(() => null)
    if (text === null) return { trouble: t.trouble.unreadable }
    const taken = await (await courier()).takeFile(text)
    if (taken.ok) return { taken: taken.value }
    const { kind } = taken.error
    return { trouble: kind === 'notQueueFile' || kind === 'newerFile' ? t.trouble[kind] : failures.storage[kind] }
  }
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const came = await read(file)
    setOutcome(came)
    if ('taken' in came) onTaken()
  }
  return (
    <div className="st2">
      <label className="btn w">
        <Icon name="file" />{t.receive}
        <input type="file" accept=".txt,text/plain" className="vh" onChange={(event) => { void take(event.target.files?.[0]); event.target.value = '' }} />
      </label>
      <div role="status">{outcome && ('trouble' in outcome ? <Box kind="err" icon="stop"><p>{outcome.trouble}</p></Box> : <TakenBox taken={outcome.taken} />)}</div>
    </div>
  )
}

function TakenBox({ taken: { fresh, lost } }: { readonly taken: Taken }) {
  const t = useText(courierTexts)
  return (
    <Box kind={lost > 0 ? 'warn' : 'ok'} icon={lost > 0 ? 'alert' : 'check'}>
      {fresh > 0 && <p>{t.taken(fresh)}</p>}
      {lost > 0 && <p>{t.lost(lost)}</p>}
      {fresh + lost === 0 && <p>{t.nothingNew}</p>}
    </Box>
  )
}

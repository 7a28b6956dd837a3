import { useState } from 'react'
import { MAX_QUEUE_FILE_BYTES } from '../../protocol/queueFile'
import type { Taken } from '../../storage/courier'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { courierTexts } from '../text/courier'
import { useText } from '../text/useText'
import { ScanCodes } from './ScanCodes'
import { useTake, type TakeOutcome } from './useTake'

/** Takes over the forms of another device, from its file or from its screen. */
export function TakeForms({ onTaken }: { readonly onTaken: () => void }) {
  const t = useText(courierTexts)
  const { outcome, take, fail } = useTake(onTaken)
  const [isScanning, setScanning] = useState(false)
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return
    if (file.size > MAX_QUEUE_FILE_BYTES) return fail(t.trouble.tooBig)
    const text = await file.text().catch(() => null)
    if (text === null) return fail(t.trouble.unreadable)
    await take(text)
  }
  return (
    <div className="st2">
      <label className="btn w">
        <Icon name="file" />{t.receive}
        <input type="file" accept=".txt,text/plain" className="vh" onChange={(event) => { void read(event.target.files?.[0]); event.target.value = '' }} />
      </label>
      <Button wide icon="scan" onClick={() => setScanning(true)}>{t.scanCodes}</Button>
      <Outcome outcome={outcome} />
      {isScanning && <ScanCodes onFile={(text) => { setScanning(false); void take(text) }} onClose={() => setScanning(false)} />}
    </div>
  )
}

function Outcome({ outcome }: { readonly outcome: TakeOutcome | null }) {
  return <div role="status">{outcome && ('trouble' in outcome ? <Box kind="err" icon="stop"><p>{outcome.trouble}</p></Box> : <TakenBox taken={outcome.taken} />)}</div>
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

import { useState } from 'react'
import { MAX_QUEUE_FILE_BYTES } from '../../protocol/queueFile'
import type { Taken } from '../../storage/courier'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { FileButton } from '../parts/FileButton'
import { courierTexts } from '../text/courier'
import { useText } from '../text/useText'
import { ScanCodes } from './ScanCodes'
import { useTake, type TakeOutcome } from './useTake'

/** Takes over the sealed forms of another device, from its file or from its screen. */
export function TakeForms({ onTaken }: { readonly onTaken: () => void }) {
  const t = useText(courierTexts)
  const { outcome, take, fail } = useTake(onTaken)
  const [isScanning, setScanning] = useState(false)
  const read = async (file: File): Promise<void> => {
    if (file.size > MAX_QUEUE_FILE_BYTES) return fail(t.trouble.tooBig)
    const text = await file.text().catch(() => null)
    if (text === null) return fail(t.trouble.unreadable)
    await take(text)
  }
  return (
    <div className="st2">
      <FileButton wide icon="file" label={t.receive} accept=".txt,text/plain" onFile={(file) => void read(file)} />
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

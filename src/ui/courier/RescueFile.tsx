import { useState } from 'react'
import { vietnamDay } from '../../domain/time'
import { writeQueueCodes } from '../../protocol/queueCodes'
import { useOutside } from '../outside'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { saveFile } from '../parts/saveFile'
import { courierTexts } from '../text/courier'
import { failureTexts } from '../text/failures'
import { useText } from '../text/useText'
import { ShowCodes } from './ShowCodes'

type Said = { readonly kind: 'ok' | 'warn' | 'err'; readonly words: string }

/** Everything sealed on this device as a file, for another device to send. Works with the book closed. */
export default function RescueFile() {
  const { courier, platform: { shareFile }, now } = useOutside()
  const t = useText(courierTexts)
  const failures = useText(failureTexts)
  const [said, setSaid] = useState<Said | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)

  const write = async () => {
    const written = await (await courier()).writeFile()
    if (written.ok) return written.value
    setSaid({ kind: 'err', words: failures.storage[written.error.kind] })
    return null
  }
  const make = async (give: (file: File) => boolean | Promise<boolean>): Promise<void> => {
    const written = await write()
    if (!written) return
    const isGiven = await give(new File([written.text], t.fileName(vietnamDay(now())), { type: 'text/plain' }))
    setSaid(isGiven ? { kind: 'ok', words: t.saved(written.count) } : { kind: 'warn', words: t.notShared })
  }
  const save = (file: File): boolean => {
    saveFile(file)
    return true
  }
  const show = async (): Promise<void> => {
    const written = await write()
    if (!written) return
    const run = writeQueueCodes(written.text)
    if (run) setCodes(run)
    else setSaid({ kind: 'warn', words: t.tooManyCodes(written.count) })
  }
  return (
    <div className="st2">
      {shareFile && <Button wide icon="hand" onClick={() => void make(shareFile)}>{t.share}</Button>}
      <Button wide icon="save" onClick={() => void make(save)}>{t.save}</Button>
      <Button wide icon="scan" onClick={() => void show()}>{t.showCodes}</Button>
      <div role="status">{said && <Box kind={said.kind} icon={said.kind === 'ok' ? 'check' : 'alert'}><p>{said.words}</p></Box>}</div>
      <p className="sm mut">{t.locked}</p>
      {codes && <ShowCodes codes={codes} onClose={() => setCodes(null)} />}
    </div>
  )
}

import { useState } from 'react'
import { vietnamDay } from '../../domain/time'
import { writeQueueCodes } from '../../protocol/queueCodes'
import { useOutside } from '../outside'
import { Button } from '../parts/Button'
import { courierTexts } from '../text/courier'
import { failureTexts } from '../text/failures'
import { useText } from '../text/useText'
import { FileOut, type Said } from './FileOut'
import { SaidBox } from './SaidBox'
import { ShowCodes } from './ShowCodes'

/** All sealed forms and drafts on this device as a rescue file, or as codes on the screen, for another device to send. Works with the book closed. */
export default function RescueFile() {
  const { courier, now } = useOutside()
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
  const make = async () => {
    const written = await write()
    return written && { file: new File([written.text], t.fileName(vietnamDay(now())), { type: 'text/plain' }), given: t.saved(written.count, written.drafts) }
  }
  const show = async (): Promise<void> => {
    const written = await write()
    if (!written) return
    const run = writeQueueCodes(written.text)
    if (run) setCodes(run)
    else setSaid({ kind: 'warn', words: t.tooManyCodes(written.count + written.drafts) })
  }
  return (
    <div className="st2">
      <FileOut make={make} share={t.share} save={t.save} onSaid={setSaid} />
      <Button wide icon="scan" onClick={() => void show()}>{t.showCodes}</Button>
      <SaidBox said={said} />
      <p className="sm mut">{t.locked}</p>
      {codes && <ShowCodes codes={codes} onClose={() => setCodes(null)} />}
    </div>
  )
}

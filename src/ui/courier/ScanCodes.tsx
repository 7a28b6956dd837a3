import { useState } from 'react'
import { addQueueCode, fileOfCodes, type CodesRead } from '../../protocol/queueCodes'
import { useOutside } from '../outside'
import { Box } from '../parts/Box'
import { Progress } from '../parts/states/Progress'
import { Sheet } from '../parts/frame/Sheet'
import { CameraView } from '../scan/CameraView'
import { useCamera } from '../scan/useCamera'
import { courierTexts } from '../text/courier'
import { scanTexts } from '../text/scan'
import { useText } from '../text/useText'

interface ScanCodesProps {
  /** Called with the text of a rescue file, after every code was read. */
  readonly onFile: (text: string) => void
  readonly onClose: () => void
}

/** Reads a series of codes from the screen of another device. That device repeats them until all are read here. */
export function ScanCodes({ onFile, onClose }: ScanCodesProps) {
  const t = useText(courierTexts)
  const scan = useText(scanTexts)
  const { scanner } = useOutside().platform
  const [read, setRead] = useState<CodesRead | null>(null)
  const [trouble, setTrouble] = useState<'notOurs' | 'noDecoder' | null>(null)
  const camera = useCamera(scanner, (code) => {
    if (!code.ok) return setTrouble('noDecoder')
    const added = addQueueCode(read, code.value)
    if (!added.ok) return setTrouble('notOurs')
    setTrouble(null)
    setRead(added.value)
    const file = fileOfCodes(added.value)
    if (file !== null) onFile(file)
  })
  return (
    <Sheet title={t.scanCodes} onClose={onClose}>
      <div className="in-pad st4">
        <CameraView camera={camera} />
        {camera.isSeeing ? <p>{t.aimCodes}</p> : <Box kind="warn" icon="alert"><p>{t.noCamera}</p></Box>}
        <div role="status">
          {read && <Progress label={t.codesRead} value={read.parts.size} max={read.count} />}
          {trouble && <Box kind="warn" icon="alert"><p>{trouble === 'notOurs' ? t.notOurCode : scan.trouble.noDecoder}</p></Box>}
        </div>
      </div>
    </Sheet>
  )
}

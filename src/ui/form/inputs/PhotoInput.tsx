import { useRef, useState } from 'react'
import { useBeforeLock } from '../../beforeLock'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { FileButton } from '../../parts/FileButton'
import { useToast } from '../../parts/frame/useToast'
import { useOutside } from '../../outside'
import { PhotoView } from '../../photos/PhotoView'
import { useServices } from '../../services'
import { failureTexts } from '../../text/failures'
import { photoTexts } from '../../text/photos'
import { useText } from '../../text/useText'
import { useFormAbout } from '../formAbout'
import type { InputProps } from './inputProps'

/** A photo of a paper: taken or chosen, shrunk, encrypted on this device; the answer is its hash. */
export function PhotoInput({ id, label, value, onChange, onBlur, describedBy }: InputProps) {
  const t = useText(photoTexts)
  const { commune } = useFormAbout()
  const toast = useToast()
  const { take, isWorking, trouble } = useTaking((hash) => { onChange(hash); onBlur() })
  const hash = typeof value === 'string' ? value : undefined
  const remove = (): void => {
    onChange(undefined)
    onBlur()
    toast.show(t.removed, { undo: () => onChange(hash) })
  }
  return (
    <div className="st2">
      {hash && <PhotoView key={hash} commune={commune} hash={hash} label={label} open />}
      <div role="status">{isWorking && <p>{t.working}</p>}{trouble && <Box kind="warn" icon="alert">{trouble}</Box>}</div>
      <div className="fx">
        <FileButton camera icon="scan" label={hash ? t.again : t.take} accept="image/*" id={id} describedBy={describedBy} disabled={isWorking} onFile={take} />
        {hash && <Button kind="quiet" onClick={remove}>{t.remove}</Button>}
      </div>
    </div>
  )
}

/** From a file of the camera to a photo kept on this device. */
function useTaking(onKept: (hash: string) => void) {
  const t = useText(photoTexts)
  const failures = useText(failureTexts)
  const { ledger } = useServices()
  const { platform } = useOutside()
  const about = useFormAbout()
  const [isWorking, setWorking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const take = async (file: File): Promise<void> => {
    setTrouble(null)
    setWorking(true)
    const shrunk = await platform.shrinkPhoto(file)
    const kept = shrunk.ok ? await ledger.photos.keep({ ...about, bytes: shrunk.value }) : null
    setWorking(false)
    if (!kept) return setTrouble(t.notPicture)
    if (!kept.ok) return setTrouble(failures.storage[kept.error.kind])
    onKept(kept.value)
  }
  const taking = useRef<Promise<void>>(undefined)
  useBeforeLock(async () => taking.current)
  return { take: (file: File): void => { taking.current = take(file) }, isWorking, trouble }
}

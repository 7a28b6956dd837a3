import { useEffect } from 'react'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { FileButton } from '../../parts/FileButton'
import { PhotoView } from '../../photos/PhotoView'
import { photoTexts } from '../../text/photos'
import { useText } from '../../text/useText'
import { usePhotoWords } from '../filling/usePhotos'
import { useFormAbout } from '../formAbout'
import type { InputProps } from './inputProps'

/** A photo of a paper, taken or chosen. It is shrunk and encrypted on this device; the answer is its hash. */
export function PhotoInput({ id, name, label, value, describedBy }: InputProps) {
  const t = useText(photoTexts)
  const words = usePhotoWords()
  const { commune, photos: { states, take, remove, seen } } = useFormAbout()
  const state = states[name]
  const isWorking = state === 'working'
  useEffect(() => () => seen(name), [seen, name])
  const hash = typeof value === 'string' ? value : undefined
  return (
    <div className="st2">
      {hash && <PhotoView key={hash} commune={commune} hash={hash} label={label} open />}
      <div role="status">{isWorking ? <p>{words(state)}</p> : state && <Box kind="warn" icon="alert">{words(state)}</Box>}</div>
      <div className="fx">
        <FileButton camera icon="scan" label={hash ? t.again : t.take} accept="image/*" id={id} describedBy={describedBy} disabled={isWorking} onFile={(file) => take(name, file)} />
        {hash && <Button kind="quiet" onClick={() => remove(name)}>{t.remove}</Button>}
      </div>
    </div>
  )
}

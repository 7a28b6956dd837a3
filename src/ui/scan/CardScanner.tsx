import { useState } from 'react'
import { parseCardText, type CardText, type NotCard } from '../../domain/identity/cardText'
import { Box } from '../parts/Box'
import { Button } from '../parts/Button'
import { FileButton } from '../parts/FileButton'
import { TextField } from '../parts/fields/TextField'
import { useOutside } from '../outside'
import type { PhotoFailure } from '../platform'
import { scanTexts } from '../text/scan'
import { useText } from '../text/useText'
import { CameraView } from './CameraView'
import { useCamera } from './useCamera'

type Trouble = NotCard | PhotoFailure

/** Reads an identity card with the camera, from a photo, or from the text of a hand scanner. */
export function CardScanner({ onCard }: { readonly onCard: (card: CardText) => void }) {
  const t = useText(scanTexts)
  const { scanner } = useOutside().platform
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isReading, setReading] = useState(false)
  const take = (text: string): void => {
    const card = parseCardText(text)
    if (card.ok) onCard(card.value)
    else setTrouble(card.error)
  }
  const camera = useCamera(scanner, (read) => (read.ok ? take(read.value) : setTrouble(read.error)))
  const readPhoto = async (photo: File): Promise<void> => {
    setTrouble(null)
    setReading(true)
    const read = await scanner.readPhoto(photo)
    setReading(false)
    if (read.ok) take(read.value)
    else setTrouble(read.error)
  }
  return (
    <div className="st4">
      <CameraView camera={camera} />
      {camera.isSeeing ? <p>{camera.state === 'opening' ? t.opening : t.aim}</p> : <Box kind="warn" icon="alert">{t.camera[camera.state as keyof typeof t.camera]}</Box>}
      <div role="status">{isReading && <p>{t.reading}</p>}{trouble && <Box kind="warn" icon="alert">{t.trouble[trouble]}</Box>}</div>
      <FileButton wide camera icon="file" label={t.photo} accept="image/*" onFile={(photo) => void readPhoto(photo)} />
      <PasteBox onText={take} />
    </div>
  )
}

/** A hand scanner types like a keyboard and ends with Enter. */
function PasteBox({ onText }: { readonly onText: (text: string) => void }) {
  const t = useText(scanTexts)
  const [text, setText] = useState('')
  return (
    <form className="st2" onSubmit={(event) => { event.preventDefault(); onText(text); setText('') }}>
      <TextField label={t.paste} hint={t.pasteHint} value={text} onChange={setText} autoComplete="off" spellCheck={false} />
      {text !== '' && <Button type="submit" wide>{t.read}</Button>}
    </form>
  )
}

import { useOutside } from '../outside'
import { Button } from '../parts/Button'
import { saveFile } from '../parts/saveFile'
import { courierTexts } from '../text/courier'
import { useText } from '../text/useText'

export type Said = { readonly kind: 'ok' | 'warn' | 'err'; readonly words: string }

interface FileOutProps {
  /** Makes the file, and the words to say after it was given out; `null` = there is none, and `make` has said so. */
  readonly make: () => Promise<{ readonly file: File; readonly given: string } | null>
  readonly share: string
  readonly save: string
  readonly onSaid: (said: Said) => void
}

/** The two ways to give a file out: to another app of the device, if the browser can do that, or to the downloads. */
export function FileOut({ make, share, save, onSaid }: FileOutProps) {
  const { platform: { shareFile } } = useOutside()
  const t = useText(courierTexts)
  const give = async (to: (file: File) => boolean | Promise<boolean>): Promise<void> => {
    const made = await make()
    if (!made) return
    onSaid((await to(made.file)) ? { kind: 'ok', words: made.given } : { kind: 'warn', words: t.notShared })
  }
  return (
    <>
      {shareFile && <Button wide icon="hand" onClick={() => void give(shareFile)}>{share}</Button>}
      <Button wide icon="save" onClick={() => void give(saved)}>{save}</Button>
    </>
  )
}

function saved(file: File): boolean {
  saveFile(file)
  return true
}

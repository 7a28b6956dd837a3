import { useState } from 'react'
import type { PendingOperation } from '../../../storage/ledger'
import { FileOut, type Said } from '../../courier/FileOut'
import { SaidBox } from '../../courier/SaidBox'
import { useOutside } from '../../outside'
import { Button } from '../../parts/Button'
import { Dialog } from '../../parts/frame/Dialog'
import { useServices } from '../../services'
import { syncTexts } from '../../text/sync'
import { useText } from '../../text/useText'

interface RefusedFileProps {
  readonly piece: PendingOperation
  /** Whom the form is about and what it is. */
  readonly name: string
  /** Why the server refused it: in words, and by the name of the reason. */
  readonly reason: string
}

/**
 * A refused form as a readable file with its reason, receipt and all answers, to report it or to do it again. Anybody can read the
 * file, so it goes only where the officer puts it.
 */
export function RefusedFile({ piece, name, reason }: RefusedFileProps) {
  const { platform: { version } } = useOutside()
  const { holder } = useServices()
  const { refusedFile: t, receipt: receiptWords } = useText(syncTexts)
  const [isAsking, setAsking] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const { commune, queuedAt, operation, receipt } = piece
  const make = async () => {
    const head = [name, reason, ...(receipt ? [receiptWords(receipt)] : []), t.sender(holder.name, holder.username), `Sổ Thôn ${version}`]
    const text = `${head.join('\n')}\n\n${JSON.stringify({ commune, queuedAt, operation }, null, 1)}\n`
    return { file: new File([text], t.fileName(receipt ?? String(operation.counter)), { type: 'text/plain' }), given: t.given }
  }
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>{t.open}</Button>
      {isAsking && (
        <Dialog title={t.open} onClose={() => setAsking(false)} actions={<Button onClick={() => setAsking(false)}>{t.close}</Button>}>
          <p>{t.what}</p>
          <FileOut make={make} share={t.share} save={t.save} onSaid={setSaid} />
          <SaidBox said={said} />
        </Dialog>
      )}
    </>
  )
}

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
  /** Whom it is about and what it is. */
  readonly name: string
  /** Why the server refused it, for people and by its name. */
  readonly reason: string
}

/**
 * A form the server refused, as a file to report it by or to do it again from: reason, receipt and all it says. It is readable, so
 * it goes where the officer puts it and nowhere by itself.
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

import { useState } from 'react'
import type { Result } from '../../domain/result'
import type { StorageFailure } from '../../storage/ledger'
import { failureTexts } from '../text/failures'
import { useText } from '../text/useText'
import { Box } from './Box'
import { Button } from './Button'
import { Dialog } from './frame/Dialog'

export interface AskFirstProps {
  /** On the button, and on the button of the dialog that does it. */
  readonly label: string
  /** What will happen, and what stays safe. */
  readonly what: string
  /** Label of the button that cancels. */
  readonly keep: string
  readonly work: () => Promise<Result<null, StorageFailure>>
  readonly onDone?: () => void
}

/** A button for an action that cannot be undone. Asks first, then does it, and shows an error if the disk refuses. */
export function AskFirst({ label, what, keep, work, onDone }: AskFirstProps) {
  const failures = useText(failureTexts)
  const [isAsking, setAsking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const close = (): void => {
    setAsking(false)
    setTrouble(null)
  }
  const doIt = async (): Promise<void> => {
    const done = await work()
    if (!done.ok) return setTrouble(failures.storage[done.error.kind])
    close()
    onDone?.()
  }
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>{label}</Button>
      {isAsking && (
        <Dialog title={`${label}?`} onClose={close} actions={<><Button onClick={close}>{keep}</Button><Button kind="dan" onClick={() => void doIt()}>{label}</Button></>}>
          <p>{what}</p>
          {trouble && <Box kind="err" icon="stop" role="alert"><p>{trouble}</p></Box>}
        </Dialog>
      )}
    </>
  )
}

import { useState } from 'react'
import type { Result } from '../../domain/result'
import type { StorageFailure } from '../../storage/ledger'
import { failureTexts } from '../text/failures'
import { useText } from '../text/useText'
import { Box } from './Box'
import { Button } from './Button'
import { Dialog } from './frame/Dialog'

export interface AskFirstProps {
  /** On the button, and on the one that does it. */
  readonly label: string
  /** What happens and what stays safe. */
  readonly what: string
  /** The way out. */
  readonly keep: string
  readonly work: () => Promise<Result<null, StorageFailure>>
  readonly onDone?: () => void
}

/** A button for what cannot be undone: asks, then does it, and says when the disk would not. */
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

import type { Result } from '../../domain/result'
import type { RemoteFailure } from '../../remote/remote'
import { Button } from '../parts/Button'
import { Dialog } from '../parts/frame/Dialog'
import { adminTexts } from '../text/admin'
import { useText } from '../text/useText'
import { FailureBox } from './FailureBox'
import { useAction } from './useAction'

interface ConfirmDialogProps<T> {
  readonly title: string
  /** A detail that distinguishes the thing from similar ones. */
  readonly about?: string
  /** What happens and what stays safe. */
  readonly words: string
  readonly doIt: string
  readonly ask: () => Promise<Result<T, RemoteFailure>>
  readonly onDone: (value: T) => void
  readonly onClose: () => void
}

/** Asks before an action that affects other people: says what happens and what stays safe, with a button to cancel and one to act. */
export function ConfirmDialog<T>({ title, about, words, doIt, ask, onDone, onClose }: ConfirmDialogProps<T>) {
  const t = useText(adminTexts)
  const { busy, failure, run } = useAction()
  return (
    <Dialog title={title} onClose={onClose} actions={<><Button kind="quiet" onClick={onClose}>{t.cancel}</Button><Button kind="dan" busy={busy} onClick={() => void run(ask, onDone)}>{doIt}</Button></>}>
      {about && <p className="mut">{about}</p>}
      <p>{words}</p>
      <FailureBox failure={failure} />
    </Dialog>
  )
}

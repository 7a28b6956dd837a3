import { useState } from 'react'
import { Link } from 'wouter'
import type { Result } from '../../../domain/result'
import type { StorageFailure } from '../../../storage/ledger'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { Dialog } from '../../parts/frame/Dialog'
import { Icon } from '../../parts/Icon'
import { useServices } from '../../services'
import { failureTexts } from '../../text/failures'
import { useText } from '../../text/useText'

interface SpoiltRowProps {
  readonly record: string
  /** What it is and what is to be done. */
  readonly words: string
  /** Absent = it leaves by itself. */
  readonly letGo?: { readonly label: string; readonly what: string; readonly keep: string; readonly work: () => Promise<Result<null, StorageFailure>> }
}

/** Something that cannot be read any more: the way to its record, where it is done again, and one to be rid of it. */
export function SpoiltRow({ record, words, letGo }: SpoiltRowProps) {
  const { holder } = useServices()
  return (
    <li>
      <Link className="row" href={holder.role === 'supervisor' ? `/kiem-tra/${record}` : `/phieu/${record}`}>
        <div className="t md">{words}</div>
        <Icon name="next" />
      </Link>
      {letGo && <div className="pad fx"><LetGo {...letGo} /></div>}
    </li>
  )
}

function LetGo({ label, what, keep, work }: NonNullable<SpoiltRowProps['letGo']>) {
  const failures = useText(failureTexts)
  const [isAsking, setAsking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const letGo = async (): Promise<void> => {
    const done = await work()
    if (!done.ok) setTrouble(failures.storage[done.error.kind])
  }
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>{label}</Button>
      {isAsking && (
        <Dialog title={`${label}?`} onClose={() => setAsking(false)} actions={<><Button onClick={() => setAsking(false)}>{keep}</Button><Button kind="dan" onClick={() => void letGo()}>{label}</Button></>}>
          <p>{what}</p>
          {trouble && <Box kind="err" icon="stop" role="alert"><p>{trouble}</p></Box>}
        </Dialog>
      )}
    </>
  )
}

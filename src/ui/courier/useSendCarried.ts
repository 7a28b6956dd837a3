import { useState } from 'react'
import { useOutside } from '../outside'
import type { useSealedCount } from './useSealedCount'

export interface SendingCarried {
  readonly isSending: boolean
  /** How many the last try left; `null` = nothing to say. */
  readonly left: number | null
  /** `asked` = by a press: then forms that are left are reported too. `itself` = without a press. */
  readonly send: (by: 'asked' | 'itself') => Promise<void>
}

/** Sends now what is carried for others. Anything left is sent later by itself when there is a line, with the book open or closed. */
export function useSendCarried(recount: ReturnType<typeof useSealedCount>['recount']): SendingCarried {
  const { platform } = useOutside()
  const [isSending, setSending] = useState(false)
  const [left, setLeft] = useState<number | null>(null)
  const send: SendingCarried['send'] = async (by) => {
    setSending(true)
    await platform.handInSealed('carried')
    const { waiting } = (await recount()).carried
    setLeft(by === 'asked' || waiting === 0 ? waiting : null)
    setSending(false)
    if (waiting > 0) await platform.registerBackgroundSync()
  }
  return { isSending, left, send }
}

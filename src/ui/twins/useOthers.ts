import { useCallback, useState } from 'react'
import type { FormSession } from '../form/filling/useFormSession'

/** Those an author has said to be others than the newcomer; kept in the draft, so that nobody is asked about twice. */
export function useOthers({ draft, saver }: Pick<FormSession, 'draft' | 'saver'>) {
  const [others, setOthers] = useState(draft.others ?? [])
  const add = useCallback((other: string): readonly string[] => {
    // The draft's own list, not ours: people of this device and places elsewhere are decided about side by side.
    const next = [...(saver.current().others ?? []), other]
    setOthers(next)
    void saver.save({ others: next })
    return next
  }, [saver])
  return { others, add }
}

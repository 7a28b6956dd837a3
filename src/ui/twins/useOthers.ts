import { useCallback, useState } from 'react'
import type { FormSession } from '../form/filling/useFormSession'

/** Ids of people (and keys of places) that the author said are not the newcomer. Kept in the draft, so that nothing is asked twice. */
export function useOthers({ draft, saver }: Pick<FormSession, 'draft' | 'saver'>) {
  const [others, setOthers] = useState(draft.others ?? [])
  const add = useCallback((other: string): readonly string[] => {
    // Adds to the draft's list, not to this state: twins here and twins elsewhere each use this hook on the same draft.
    const next = [...(saver.current().others ?? []), other]
    setOthers(next)
    void saver.save({ others: next })
    return next
  }, [saver])
  return { others, add }
}

import { useCallback, useEffect, useState } from 'react'
import type { Result } from '../../../domain/result'
import type { RemoteFailure } from '../../../remote/remote'

export type RemoteData<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: RemoteFailure }
  | { readonly state: 'ready'; readonly value: T }

/**
 * What the server answers to `load`, asked again on `reload`. What is already shown stays until the new answer is
 * here; a failed reload is said instead of hiding behind old data. Another `load`, e.g. of another commune, begins anew:
 * it must be stable (`useCallback`).
 */
export function useRemoteData<T>(load: () => Promise<Result<T, RemoteFailure>>): { readonly data: RemoteData<T>; readonly reload: () => void } {
  const [answered, setAnswered] = useState<{ readonly to: typeof load; readonly data: RemoteData<T> } | null>(null)
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isCurrent = true
    const ask = async (): Promise<void> => {
      const answer = await load()
      if (isCurrent) setAnswered({ to: load, data: answer.ok ? { state: 'ready', value: answer.value } : { state: 'failed', failure: answer.error } })
    }
    void ask()
    return () => {
      isCurrent = false
    }
  }, [load, round])
  const reload = useCallback(() => {
    // A failure goes at once: who tries again sees that it is tried.
    setAnswered((last) => (last?.data.state === 'failed' ? null : last))
    setRound((count) => count + 1)
  }, [])
  return { data: answered?.to === load ? answered.data : { state: 'loading' }, reload }
}

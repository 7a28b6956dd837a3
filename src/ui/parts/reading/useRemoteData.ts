import { useCallback, useEffect, useState } from 'react'
import type { Result } from '../../../domain/result'
import type { RemoteFailure } from '../../../remote/remote'

export type RemoteData<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: RemoteFailure }
  | { readonly state: 'ready'; readonly value: T }

/**
 * The server's answer to `load`, asked again on `reload`. A value on the screen stays until the new answer is here. A failed reload replaces
 * it, so that no old data hides the failure. Another `load`, e.g. of another commune, starts again at `loading`.
 * @param load must be stable (`useCallback`)
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
    // A failure is removed at once: the person sees that it is tried again.
    setAnswered((last) => (last?.data.state === 'failed' ? null : last))
    setRound((count) => count + 1)
  }, [])
  return { data: answered?.to === load ? answered.data : { state: 'loading' }, reload }
}

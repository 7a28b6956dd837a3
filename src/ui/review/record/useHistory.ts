import { useCallback, useEffect, useState } from 'react'
import type { HistoryEntry } from '../../../protocol/api'
import type { RemoteFailure } from '../../../remote/remote'
import { useServices } from '../../services'

export type History =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: RemoteFailure }
  | { readonly state: 'ready'; readonly entries: readonly HistoryEntry[] }

/** The record's history, which only the server keeps. Reading it is written to the server's access log. */
export function useHistory(commune: string | undefined, record: string, version: number): { readonly history: History; readonly again: () => void } {
  const { remote } = useServices()
  const [history, setHistory] = useState<History>({ state: 'loading' })
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (commune === undefined) return
    let isCurrent = true
    const load = async (): Promise<void> => {
      const answer = await remote.history(commune, record)
      if (isCurrent) setHistory(answer.ok ? { state: 'ready', entries: answer.value } : { state: 'failed', failure: answer.error })
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [remote, commune, record, version, tries])
  const again = useCallback(() => setTries((count) => count + 1), [])
  return { history, again }
}

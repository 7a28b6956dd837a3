import { useEffect, useState } from 'react'
import type { LocalRecord } from '../../storage/ledger'
import { useServices } from '../services'

/** A record of this device, read again whenever the book changes. `undefined` while loading, `null` = not here. */
export function useLocalRecord(id: string | null): LocalRecord | null | undefined {
  const { ledger } = useServices()
  const [read, setRead] = useState<{ readonly id: string | null; readonly record: LocalRecord | null }>()
  useEffect(() => {
    let isCurrent = true
    const load = async (): Promise<void> => {
      const record = id === null ? undefined : await ledger.getRecord(id)
      if (isCurrent) setRead({ id, record: record ?? null })
    }
    void load()
    const stop = ledger.subscribe(() => void load())
    return () => {
      isCurrent = false
      stop()
    }
  }, [ledger, id])
  return read?.id === id ? read?.record : undefined
}

import { useEffect, useState } from 'react'
import { useAutoLock } from '../account/useAutoLock'
import { ServicesContext, useServices, type Services } from '../services'
import { useKeepDataUse } from '../sync/dataUse'
import { recallLastSuccess, useKeepLastSuccess } from '../sync/lastSuccess'
import { FirstDownload } from './FirstDownload'
import { RoleRoutes } from './RoleRoutes'

const AUTO_LOCK_MINUTES = 5

/** The open book: sync starts, the lock watches, and a fresh book downloads before it shows lists. */
export function OpenBook({ services }: { readonly services: Services }) {
  return (
    <ServicesContext value={services}>
      <Watch />
      <Book />
    </ServicesContext>
  )
}

function Book() {
  const { holder } = useServices()
  const [isFresh, setFresh] = useState(() => holder.role !== 'admin' && recallLastSuccess(holder.userId) === null)
  return isFresh ? <FirstDownload onDone={() => setFresh(false)} /> : <RoleRoutes />
}

/** What runs beside every screen. */
function Watch() {
  const { ledger, sync, now, lock } = useServices()
  const minutes = ledger.communes.map((commune) => ledger.context(commune)?.settings.autoLockMinutes ?? AUTO_LOCK_MINUTES)
  useAutoLock({ afterMs: Math.min(AUTO_LOCK_MINUTES * 12, ...minutes) * 60_000, now, lock })
  useKeepLastSuccess()
  useKeepDataUse()
  useEffect(() => {
    const online = (): void => void sync.run('online')
    window.addEventListener('online', online)
    void sync.run('open')
    return () => window.removeEventListener('online', online)
  }, [sync])
  return null
}

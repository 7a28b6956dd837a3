import { lazy, Suspense, useEffect, useState } from 'react'
import type { Role } from '../../domain/access'
import { AUTO_LOCK_MINUTES, useAutoLock } from '../account/lock/useAutoLock'
import { rarePart } from '../account/rarePart'
import { ToastProvider } from '../parts/toast/toast'
import { useSyncState } from '../parts/reading/useSyncState'
import { ServicesContext, useServices, type Services } from '../services'
import { useKeepDataUse } from '../sync/dataUse'
import { recallLastSuccess, useKeepLastSuccess } from '../sync/lastSuccess'
import { hasSeenTour, keepTourSeen } from '../tour/seenTour'
import { FirstDownload } from './FirstDownload'
import { RoleRoutes } from './RoleRoutes'

const Tour = lazy(() => import('../tour/Tour'))
const HandingIn = rarePart((parts) => parts.HandingIn)
const RescuedToast = rarePart((parts) => parts.RescuedToast)

const isOnTheRound = (role: Role): boolean => role === 'member' || role === 'officer'

/** The open book: starts sync and the automatic lock. A fresh book downloads before it shows lists. */
export function OpenBook({ services }: { readonly services: Services }) {
  return (
    <ServicesContext value={services}>
      {/* Toasts name people, so they end with the book. */}
      <ToastProvider>
        <Watch />
        <Book />
      </ToastProvider>
    </ServicesContext>
  )
}

function Book() {
  const { holder } = useServices()
  const { lastSuccessAt } = useSyncState()
  const [isFresh, setFresh] = useState(() => holder.role !== 'admin' && recallLastSuccess(holder.userId) === null)
  const [isNew, setNew] = useState(() => isFresh && isOnTheRound(holder.role) && !hasSeenTour(holder.userId))
  const download = <FirstDownload onDone={() => setFresh(false)} />
  const endTour = (): void => {
    keepTourSeen(holder.userId)
    setNew(false)
    // The download ended during the tour: there is nothing left to wait for.
    if (lastSuccessAt !== null) setFresh(false)
  }
  if (isNew) return <Suspense fallback={download}><Tour onDone={endTour} /></Suspense>
  return isFresh ? download : <RoleRoutes />
}

/** Runs beside every screen: automatic lock, sync when opened and online, and the notes on the last success and the data used. */
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
  const { trouble, rescued } = useSyncState()
  return <Suspense>{trouble?.kind === 'revoked' && <HandingIn />}{rescued > 0 && <RescuedToast />}</Suspense>
}

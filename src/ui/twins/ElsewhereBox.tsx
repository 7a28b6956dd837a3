import { lazy, Suspense } from 'react'
import type { FormSession } from '../form/filling/useFormSession'
import type { Elsewhere } from './useTwinsElsewhere'

const ElsewhereWords = lazy(() => import('../form/rareSheets').then((made) => ({ default: made.ElsewhereWords })))

interface ElsewhereBoxProps {
  readonly session: FormSession
  readonly elsewhere: Elsewhere
  /** Drops the form of a newcomer who is recorded elsewhere already. */
  readonly onDrop: () => void
}

/** Tells that a likely twin lives in a hamlet that is not on this device: where, never who. */
export function ElsewhereBox({ session, elsewhere: { places, areTwo, decided }, onDrop }: ElsewhereBoxProps) {
  return (
    <div role="status" className={places ? 'twin' : ''}>
      {places && <Suspense><ElsewhereWords session={session} places={places} onTwo={areTwo} onAsked={decided} onDrop={onDrop} /></Suspense>}
    </div>
  )
}

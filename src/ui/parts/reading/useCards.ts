import { useSyncExternalStore } from 'react'
import type { Card } from '../../../domain/records/cards/card'
import { useServices } from '../../services'

/** All cards of the open book. A new array after every change. */
export function useCards(): readonly Card[] {
  const { ledger } = useServices()
  return useSyncExternalStore(ledger.subscribe, ledger.cards)
}

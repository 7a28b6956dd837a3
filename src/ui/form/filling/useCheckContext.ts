import { useCallback } from 'react'
import { DEFAULT_MIN_AGE } from '../../../domain/forms/checking/finding'
import { vietnamDay } from '../../../domain/time'
import { useServices } from '../../services'

/** What the rules know besides the answers, on this device and at the moment of the call. */
export function useCheckContext(commune: string) {
  const { ledger, now } = useServices()
  const minAge = ledger.context(commune)?.settings.minAge ?? DEFAULT_MIN_AGE
  return useCallback(() => ({ today: vietnamDay(now()), minAge }), [now, minAge])
}

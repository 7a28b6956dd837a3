import { refuses, type Purpose } from '../../domain/consent'
import type { Card } from '../../domain/records/cards/card'
import { useServices } from '../services'
import { legalBasisIn } from './legalBasisIn'
import { useRefusedPurposes } from './useRefusedPurposes'

/** Whether one of these people said no to a purpose that needs their word, sent or not; `null` until it was looked up. */
export function useRefuses(people: readonly Card[], commune: string, purpose: Purpose): boolean | null {
  const { ledger } = useServices()
  const basis = legalBasisIn(ledger, commune)
  const said = useRefusedPurposes(people)
  return said && said.some((refused) => refuses(refused, purpose, basis))
}

import { refuses, type Purpose } from '../../domain/consent'
import type { Card } from '../../domain/records/cards/card'
import { useNewestAnswers } from '../collect/answers/useNewestAnswers'
import { useServices } from '../services'
import { legalBasisIn } from './legalBasisIn'
import { refusedNow } from './refusedNow'

/** Whether one of these people refused a purpose that needs their consent, even if that was not sent yet; `null` = not looked up yet. */
export function useRefuses(people: readonly Card[], commune: string, purpose: Purpose): boolean | null {
  const { ledger } = useServices()
  const basis = legalBasisIn(ledger, commune)
  const said = useNewestAnswers(people.map(({ id }) => id))
  return said && people.some((person, at) => refuses(refusedNow(person, said[at]), purpose, basis))
}

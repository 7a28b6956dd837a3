import { refuses, type Purpose } from '../../domain/consent'
import type { Card } from '../../domain/records/cards/card'
import { useNewestAnswers } from '../collect/answers/useNewestAnswers'
import { useServices } from '../services'
import { legalBasisIn } from './legalBasisIn'
import { refusedNow } from './refusedNow'

/** Whether one of these people said no to a purpose that needs their word, sent or not; `null` until it was looked up. */
export function useRefuses(people: readonly Card[], commune: string, purpose: Purpose): boolean | null {
  const { ledger } = useServices()
  const basis = legalBasisIn(ledger, commune)
  const said = useNewestAnswers(people.map(({ id }) => id))
  return said && people.some((person, at) => refuses(refusedNow(person, said[at]), purpose, basis))
}

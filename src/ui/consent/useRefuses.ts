import { useCallback } from 'react'
import { refuses, refusedPurposes, type Purpose } from '../../domain/consent'
import type { Card } from '../../domain/records/cards/card'
import type { Ledger } from '../../storage/ledger'
import { newestAnswers } from '../collect/answers/newestAnswers'
import { useFollowing } from '../parts/reading/useFollowing'
import { useServices } from '../services'
import { legalBasisIn } from './legalBasisIn'

/** Whether one of these people said no to a purpose that needs their word, sent or not; `null` until it was looked up. */
export function useRefuses(people: readonly Card[], commune: string, purpose: Purpose): boolean | null {
  const { ledger } = useServices()
  const basis = legalBasisIn(ledger, commune)
  const ids = people.map(({ id }) => id).join(' ')
  const said = useFollowing(useCallback((of: Ledger) => Promise.all(ids.split(' ').map((id) => newestAnswers(of, id))), [ids]))
  return said && said.some((answers) => answers !== undefined && refuses(refusedPurposes(answers), purpose, basis))
}

import type { FormDefinition } from '../../../domain/forms/form'
import type { Hold, RegisterRecord } from '../../../domain/records/record'
import type { Ledger, LocalRecord } from '../../../storage/ledger'
import { formAt } from '../../form/formAt'
import { useLocalRecord } from '../../parts/reading/useLocalRecord'
import { useServices } from '../../services'
import type { QueueItem } from './queueItem'

/** What can be read here of a form of the list, in the version a decision from the list is on. */
export type Reading =
  | { readonly kind: 'read'; readonly record: RegisterRecord; readonly form: FormDefinition; readonly holds: readonly Hold[] }
  | { readonly kind: 'reading' }
  | { readonly kind: 'unreadable' } // spoilt on the disk, or gone
  | { readonly kind: 'newerForm' }

/** @param local `null` = not read yet */
export function readingOf(ledger: Ledger, { card }: QueueItem, local: LocalRecord | null | undefined): Reading {
  if (local === null) return { kind: 'reading' }
  const record = local?.server
  if (!local || !record || record.shrunk !== undefined) return { kind: 'unreadable' }
  // The list goes ahead of the text, or the text of the list.
  if (record.version !== card.version) return { kind: 'reading' }
  const form = formAt(ledger, record.form, record.commune)
  return form ? { kind: 'read', record, form, holds: local.holds } : { kind: 'newerForm' }
}

export function useReading(item: QueueItem): Reading {
  const { ledger } = useServices()
  return readingOf(ledger, item, useLocalRecord(item.id))
}

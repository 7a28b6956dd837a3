import type { FormDefinition } from '../../../domain/forms/form'
import type { Hold, RegisterRecord } from '../../../domain/records/record'
import type { Ledger, LocalRecord } from '../../../storage/ledger'
import { formAt } from '../../form/formAt'
import { useLocalRecord } from '../../parts/reading/useLocalRecord'
import { useServices } from '../../services'
import type { QueueItem } from './queueItem'

/** A form of the list as this device can read it, in the version that a decision from the list is based on. */
export type Reading =
  | { readonly kind: 'read'; readonly record: RegisterRecord; readonly form: FormDefinition; readonly holds: readonly Hold[] }
  | { readonly kind: 'reading' } // not read yet, or not yet in the version of the list
  | { readonly kind: 'unreadable' } // spoilt on the disk, gone, or shrunk
  | { readonly kind: 'newerForm' } // the form definition is newer than this app

/** @param local the record on this device; `null` = not read yet, `undefined` = not here */
export function readingOf(ledger: Ledger, { card }: QueueItem, local: LocalRecord | null | undefined): Reading {
  if (local === null) return { kind: 'reading' }
  const record = local?.server
  if (!local || !record || record.shrunk !== undefined) return { kind: 'unreadable' }
  // List and record are updated one after the other, in either order.
  if (record.version !== card.version) return { kind: 'reading' }
  const form = formAt(ledger, record.form, record.commune)
  return form ? { kind: 'read', record, form, holds: local.holds } : { kind: 'newerForm' }
}

export function useReading(item: QueueItem): Reading {
  const { ledger } = useServices()
  return readingOf(ledger, item, useLocalRecord(item.id))
}

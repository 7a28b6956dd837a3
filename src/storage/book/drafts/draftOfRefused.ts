import { upgraded } from '../../../domain/forms/upgrades'
import { changesOf, withChanges } from '../../../domain/records/changes'
import { lastSaid } from '../../../domain/records/overlay'
import type { RefusedForm } from '../../../protocol/sealing/sealedDrafts'
import type { Draft } from '../../ledger'
import type { RecordView } from '../recordView'

/**
 * A refused form as a draft its author can continue: its values on top of the record as this book has it. It keeps its base, and the values it gave do not
 * count as seen, so that a value others entered in the meantime leads to a hold and is not overwritten (S15).
 * @returns `null` = it changes a record that is not here
 */
export function draftOfRefused({ server, operations }: RecordView, { commune, operation }: RefusedForm): Draft | null {
  const { record: id, base, patch, reasons = {}, confirmed = {}, at: savedAt } = operation
  if (base > 0 && !server) return null
  const before = lastSaid(server, operations).answers
  const { form, answers } = upgraded({ form: operation.form, answers: withChanges(before, changesOf(before, patch)) })
  const seen = Object.fromEntries(Object.entries(before).filter(([field]) => (patch[field] ?? null) === null))
  const { kind, hamlet, household, person } = server ?? operation.head
  const told = Object.fromEntries(Object.keys(confirmed).map((field) => [field, 'confirmed' as const]))
  const isNew = !server && operations.length === 0
  return { id, commune, head: { kind, hamlet, household, person }, form, base, ...(!isNew && { seen }), answers, reasons, told, savedAt }
}

import { upgraded } from '../../../domain/forms/upgrades'
import { changesOf, withChanges } from '../../../domain/records/changes'
import { lastSaid } from '../../../domain/records/overlay'
import type { RefusedForm } from '../../../protocol/sealing/sealedDrafts'
import type { Draft } from '../../ledger'
import type { RecordView } from '../recordView'

/**
 * A form that was refused, as its author would go on with it: what it said, on the record as this book has it. It keeps its base, and none of the
 * values it gave counts as seen, so that whatever others said meanwhile is held and not overwritten (protocol rule 15).
 * @returns `null` = it says something of a record that is not here
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

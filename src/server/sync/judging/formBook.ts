import type { Finding } from '../../../domain/forms/checking/finding'
import { DUPLICATE_FORM } from '../../../domain/records/judging/serverWarnings'
import type { RecordState } from '../../../domain/records/recordState'
import { formSlot } from '../../../domain/records/survey'
import type { PlainDate } from '../../../domain/time'
import type { KnownForm } from '../../store/lockRecords'

/** The forms of people, including those that the batch adds. */
export interface FormBook {
  /** Adds a new record. If its person has another form in the same slot (`formSlot`), the new record gets a warning that names the first form. */
  enter(created: RecordState): RecordState
}

/**
 * @param known oldest first
 * @param surveys first days, ascending
 */
export function openFormBook(known: readonly KnownForm[], surveys: readonly PlainDate[]): FormBook {
  const first = new Map<string, string>()
  const keyOf = ({ kind, person, day }: KnownForm): string => `${person} ${formSlot({ kind, day: day ?? undefined }, surveys)}`
  const firstOf = (form: KnownForm): string => first.get(keyOf(form)) ?? first.set(keyOf(form), form.id).get(keyOf(form))!
  for (const form of known) if (form.person !== null) firstOf(form)
  return {
    enter(created) {
      const { record } = created
      const { collectedOn } = record.answers
      const other = record.person === null ? record.id : firstOf({ ...record, day: typeof collectedOn === 'string' ? collectedOn : null })
      if (other === record.id) return created
      const warning: Finding = { id: DUPLICATE_FORM, severity: 'warning', field: 'fullName', data: { commune: record.commune, record: other } }
      return { ...created, record: { ...record, warnings: [...record.warnings, warning] } }
    },
  }
}

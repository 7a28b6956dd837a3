import type { FormDefinition } from '../../../domain/forms/form'
import type { LocalRecord } from '../../../storage/ledger'
import { PhonePage } from '../../parts/frame/PhonePage'
import { useLanguage } from '../../text/language'
import { FetchWhole } from '../../whole/FetchWhole'
import { communeOf } from '../communeOf'
import { GroupAnswers } from '../reading/GroupAnswers'
import { formTitle, shownGroups } from '../groups'

interface KeptRecordProps {
  readonly id: string
  readonly form: FormDefinition
  readonly record: LocalRecord
  readonly back: string
  readonly onWhole: () => void
}

/** A shrunk record: fetches the whole, and shows the kept part until it is here. */
export function KeptRecord({ id, form, record, back, onWhole }: KeptRecordProps) {
  const { language } = useLanguage()
  const { fullName } = record.answers
  const kept = new Set(Object.keys(record.answers))
  return (
    <PhonePage title={formTitle(form, language)} sub={typeof fullName === 'string' ? fullName : ''} back={back}>
      <div className="st4">
        <FetchWhole id={id} commune={communeOf(record)} onWhole={onWhole} />
        {shownGroups(form, []).map((group) => <GroupAnswers key={group.id} form={form} group={group} asked={kept} record={record} />)}
      </div>
    </PhonePage>
  )
}

import type { FormDefinition } from '../../../domain/forms/form'
import { askedFields } from '../../../domain/forms/asking/ask'
import { findingWords } from '../../../domain/forms/wording/words'
import { displayState } from '../../../domain/records/cards/card'
import { reasonFor } from '../../../domain/records/judging/serverWarnings'
import type { RegisterRecord } from '../../../domain/records/record'
import type { LocalRecord } from '../../../storage/ledger'
import { Box } from '../../parts/Box'
import { Button } from '../../parts/Button'
import { LinkButton } from '../../parts/LinkButton'
import { PhonePage } from '../../parts/frame/PhonePage'
import { Pill } from '../../parts/Pill'
import { useCards } from '../../parts/reading/useCards'
import { useLocalRecord } from '../../parts/reading/useLocalRecord'
import { formTexts } from '../../text/form'
import { collectTexts } from '../../text/collect'
import { failureTexts } from '../../text/failures'
import { useLanguage } from '../../text/language'
import { useText } from '../../text/useText'
import { GroupAnswers } from './GroupAnswers'
import { formTitle, shownGroups } from '../groups'
import { NoteBox } from '../question/NoteBox'
import { Whereabouts } from './Whereabouts'

interface ReadRecordProps {
  readonly id: string
  readonly form: FormDefinition
  /** The record as it was when this page was opened. */
  readonly record: LocalRecord
  readonly back: string
  /** Begins a correction of the record as it is shown now. */
  readonly onEdit: (record: LocalRecord) => void
}

/** A sent form or a register entry in its current state, to read. Correcting it starts a draft. */
export function ReadRecord({ id, form, record: opened, back, onEdit }: ReadRecordProps) {
  const t = useText(formTexts)
  const c = useText(collectTexts)
  const failures = useText(failureTexts)
  const { language } = useLanguage()
  const current = useLocalRecord(id)
  // A record that shrinks while it is being read is still shown as it was opened.
  const record = current && current.server?.shrunk === undefined ? current : opened
  const card = useCards().find((each) => each.id === id)
  const asked = askedFields(form, record.answers)
  const notes = record.server?.notes ?? []
  return (
    <PhonePage
      title={formTitle(form, language)} sub={card?.name} back={back}
      foot={<Button kind="pri" large wide icon="pencil" onClick={() => onEdit(record)}>{t.edit}</Button>}
    >
      <div className="st4">
        <p className="fx"><Pill state={displayState(card)} /><Whereabouts id={id} record={record} /></p>
        {record.server?.status === 'accepted' && <Box icon="info">{t.accepted}</Box>}
        {record.holds.length > 0 && (
          <Box kind="warn" icon="alert" title={card?.corrected ? c.heldLocked : c.held}><LinkButton to={`/xung-dot/${id}`}>{card?.corrected ? c.seeHeld : c.resolve}</LinkButton></Box>
        )}
        {record.pending.map(({ device, operation, trouble }) => trouble?.kind === 'refused' && <Box key={`${device}:${operation.counter}`} kind="err" icon="stop">{failures.refused(failures.refusal[trouble.reason])}</Box>)}
        {notes.map((note) => <NoteBox key={note.field + note.text} note={note} />)}
        {record.server && <Warnings form={form} server={record.server} />}
        {shownGroups(form, []).map((group) => <GroupAnswers key={group.id} form={form} group={group} asked={asked} record={record} />)}
      </div>
    </PhonePage>
  )
}

/** The warnings of the rules and the server, with the reasons given for them. */
function Warnings({ form, server: { warnings, reasons } }: { readonly form: FormDefinition; readonly server: RegisterRecord }) {
  const c = useText(collectTexts)
  const { language } = useLanguage()
  return warnings.map((finding) => {
    const reason = reasonFor(reasons, finding)
    return (
      <div key={finding.id + finding.field}>
        <p className="chk warn"><span>{findingWords(form, finding, language)}</span></p>
        {reason && <p className="sm">{c.explained(reason)}</p>}
      </div>
    )
  })
}

import { mayReadHivGroups } from '../../../domain/access'
import type { Field } from '../../../domain/forms/form'
import { isCovered } from '../../../domain/forms/subjects/isCovered'
import { useServices } from '../../services'
import { answerTexts } from '../../text/answers'
import { useText } from '../../text/useText'
import type { FormSession } from '../filling/useFormSession'
import { KeptHelp } from './KeptHelp'
import { NoteBox } from './NoteBox'
import { boxId, lines, type FormNotes } from './Question'
import { QuestionFrame } from './QuestionFrame'

/**
 * Tells which answers are hidden from the person filling the form, because they would tell who lives with HIV. These are answers the draft
 * had when it was opened. A question without an answer may be asked, and stays open while the form is open. Repeated groups hide
 * each line by itself.
 */
export function useKept({ form, draft: { answers } }: FormSession): (field: string) => boolean {
  const { holder } = useServices()
  const mayRead = mayReadHivGroups(holder.role)
  return (field) => !mayRead && answers[field] !== undefined && form.fields[field]?.kind !== 'rows' && isCovered(form, answers, field)
}

interface KeptQuestionProps {
  readonly name: string
  readonly number: string
  readonly field: Field
  readonly errors: string
  readonly notes: FormNotes
}

/** A question with an answer that the person filling the form may neither read nor write. */
export function KeptQuestion({ name, number, field, errors, notes }: KeptQuestionProps) {
  const { secret } = useText(answerTexts)
  // The hint is only for those who may read the answer.
  const { hint: _, ...unhinted } = field
  return (
    <QuestionFrame
      id={boxId(name)} field={unhinted} number={number} errors={lines(errors)}
      notes={notes.map((note) => <NoteBox key={note.at + note.text} note={note} />)} below={(errors !== '' || notes.length > 0) && <KeptHelp />}
    >
      {({ id }) => <p className="card row-card" id={id}>{secret}</p>}
    </QuestionFrame>
  )
}

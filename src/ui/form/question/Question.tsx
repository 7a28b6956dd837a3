import { memo, useCallback, useId } from 'react'
import { isMissing, type AnswerValue } from '../../../domain/forms/answers'
import { missingReasonWords } from '../../../domain/forms/wording/words'
import type { Field } from '../../../domain/forms/form'
import { ToldMark } from '../../answers/ToldMark'
import { Button } from '../../parts/Button'
import { Icon } from '../../parts/Icon'
import { Tag } from '../../parts/Tag'
import { formTexts } from '../../text/form'
import { useLanguage } from '../../text/language'
import { scanTexts } from '../../text/scan'
import { useText } from '../../text/useText'
import { useAnswer, type AnswerStore } from '../filling/answerStore'
import { FieldInput } from '../inputs/FieldInput'
import { HouseholdCode } from './HouseholdCode'
import { KeptRowsHelp } from './KeptHelp'
import { NoteBox } from './NoteBox'
import { NumberTwin } from './NumberTwin'
import { QuestionFrame, warningsId } from './QuestionFrame'
import { typedKinds, type FormSession } from '../filling/useFormSession'
import type { Told } from '../filling/useTold'

export interface QuestionProps {
  readonly name: string
  readonly number: string
  readonly field: Field
  readonly required: boolean
  readonly store: AnswerStore
  readonly type: FormSession['type']
  readonly choose: FormSession['choose']
  readonly leave: FormSession['leave']
  /** Words of the errors and warnings to show, joined by line feeds: equal strings cause no new draw. */
  readonly errors: string
  readonly warnings: string
  readonly notes: FormNotes
  /** Set if the answer came from the register or follows from another answer. */
  readonly told: Told[string] | undefined
  /** Where such an answer came from, in words. */
  readonly from: string
  /** Set if the question asks for the personal number of the person the form is about: that person's record id. */
  readonly numberOf?: string
  /** Set if the question asks for the code of the household: the household's record id. */
  readonly codeOf?: string
  /** Reads this answer, and others, from an identity card. */
  readonly onScan?: () => void
  /** Takes the answer from a household member. Called with the field of the question. */
  readonly onMember?: (name: string) => void
}
export type FormNotes = readonly { readonly text: string; readonly by: string; readonly at: string }[]

/** DOM id of a question's box. The error summary and review notes link to it. */
export const boxId = (name: string): string => `q-${name}`

/** One question of the form, bound to its answer. A keystroke draws this and nothing else. */
export const Question = memo(function Question({ name, number, field, required, store, type, choose, leave, errors, warnings, notes, told, from, numberOf, codeOf, onScan, onMember }: QuestionProps) {
  const value = useAnswer(store, name)
  const answer = typedKinds.has(field.kind) ? type : choose
  const change = useCallback((next: AnswerValue | undefined) => answer(name, next), [answer, name])
  const blur = useCallback(() => leave(name), [leave, name])
  return (
    <QuestionFrame
      id={boxId(name)} field={field} number={number} required={required} errors={lines(errors)} isWarned={warnings !== ''}
      notes={notes.map((note) => <NoteBox key={note.at + note.text} note={note} />)}
      below={<>{told && <ToldMark told={told} from={from} tone={told === 'confirmed' ? 'ok' : 'mut'} />}{onScan && <ScanButton onScan={onScan} />}{onMember && <MemberButton onMember={() => onMember(name)} />}<MissingChoices field={field} value={value} onChange={(next) => choose(name, next)} /><Warnings id={warningsId(boxId(name))} words={lines(warnings)} />{numberOf !== undefined && <NumberTwin number={value} person={numberOf} />}{codeOf !== undefined && <HouseholdCode code={value} household={codeOf} />}{field.kind === 'rows' && (errors !== '' || notes.length > 0) && <KeptRowsHelp rows={value} />}</>}
    >
      {(input) => <FieldInput {...input} name={name} field={field} value={value} onChange={change} onBlur={blur} />}
    </QuestionFrame>
  )
})

function ScanButton({ onScan }: { readonly onScan: () => void }) {
  const t = useText(scanTexts)
  return <p className="f-b"><Button icon="scan" onClick={onScan}>{t.scan}</Button></p>
}

function MemberButton({ onMember }: { readonly onMember: () => void }) {
  const t = useText(formTexts)
  return <p className="f-b"><Button icon="users" onClick={onMember}>{t.fromHousehold}</Button></p>
}

/** Splits the words of several findings, one line each. */
export const lines = (text: string): readonly string[] => (text === '' ? [] : text.split('\n'))

function Warnings({ id, words }: { readonly id: string; readonly words: readonly string[] }) {
  if (words.length === 0) return null
  return <div id={id}>{words.map((each) => <p key={each} className="chk warn"><Icon name="alert" small /><span>{each}</span></p>)}</div>
}

/** "Không biết", "Từ chối", "Chưa có": a missing reason is its own kind of answer, never an empty box. */
function MissingChoices({ field, value, onChange }: { readonly field: Field; readonly value: AnswerValue | undefined; readonly onChange: (value: AnswerValue | undefined) => void }) {
  const t = useText(formTexts)
  const { language } = useLanguage()
  const id = useId()
  if (!field.mayMiss?.length) return null
  const chosen = isMissing(value) ? value.missing : null
  return (
    <div className="fx miss" role="group" aria-labelledby={id}>
      <span className="sm mut" id={id}>{t.missingLegend}</span>
      {field.mayMiss.map((reason) => (
        <Tag key={reason} pressed={chosen === reason} onClick={() => onChange(chosen === reason ? undefined : { missing: reason })}>{missingReasonWords(reason, language)}</Tag>
      ))}
    </div>
  )
}

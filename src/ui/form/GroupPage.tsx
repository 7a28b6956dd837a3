import { useMemo } from 'react'
import { whyGroupNotAsked } from '../../domain/forms/asking/ask'
import type { Finding } from '../../domain/forms/checking/finding'
import type { Group } from '../../domain/forms/form'
import { isOtherPerson } from '../../domain/forms/subjects/otherPeople'
import { answerWords, findingWords } from '../../domain/forms/wording/words'
import type { ReviewNote } from '../../domain/records/record'
import { useToldFrom } from '../answers/useToldFrom'
import { Icon } from '../parts/Icon'
import { useServices } from '../services'
import { formTexts } from '../text/form'
import { useLanguage } from '../text/language'
import { useText } from '../text/useText'
import { useAnswersAt } from './filling/answerStore'
import { Computed } from './question/Computed'
import { KeptQuestion, useKept } from './question/KeptQuestion'
import { groupLabel, shownFields } from './groups'
import { knowsForms } from './filling/sentForms'
import { Question, type FormNotes } from './question/Question'
import { typedKinds, type FormSession } from './filling/useFormSession'

const none: FormNotes = []
/** The personal number of the person the form is about. A form may ask for the numbers of others too. */
const OWN_NUMBER = 'personalId'
const HOUSEHOLD_CODE = 'householdCode'

interface GroupPageProps {
  readonly session: FormSession
  readonly group: Group
  readonly place: number
  readonly notes: readonly ReviewNote[]
  /** Opens the scanner for identity cards. */
  readonly onScan: () => void
  /** Opens the list of household members, for a question about another person. */
  readonly onMember: (name: string) => void
}

/** One group of questions, and the parts that are skipped because of its answers. */
export function GroupPage({ session, group, place, notes, onScan, onMember }: GroupPageProps) {
  const { form, asked, required, store, type, choose, leave, draft: { id, head } } = session
  const { language } = useLanguage()
  const self = head.kind === 'person' ? id : head.person
  const fromOf = useToldFrom(form)
  const keeps = useKept(session)
  const notesOf = useMemo(() => new Map(notes.map((note) => [note.field, notes.filter((other) => other.field === note.field)])), [notes])
  const words = (field: string, severity: Finding['severity']): string =>
    session.found.filter((finding) => finding.field === field && finding.severity === severity && session.isShown(finding)).map((finding) => findingWords(form, finding, language)).join('\n')
  return (
    <>
      {shownFields(form, group, session.found).filter((name) => asked.has(name)).map((name, at) => {
        const field = form.fields[name]
        if (!field) return null
        if (field.computed) return <Computed key={name} session={session} name={name} />
        if (keeps(name)) return <KeptQuestion key={name} name={name} number={`${place}.${at + 1}`} field={field} errors={words(name, 'error')} notes={notesOf.get(name) ?? none} />
        return (
          <Question
            key={name} name={name} number={`${place}.${at + 1}`} field={field} required={required.has(name)} store={store}
            type={type} choose={choose} leave={leave} {...(name === OWN_NUMBER && { onScan, ...(self !== null && { numberOf: self }) })} {...(name === HOUSEHOLD_CODE && head.kind === 'household' && { codeOf: id })} {...(isOtherPerson(name) && head.household !== null && { onMember })} errors={words(name, 'error')} warnings={words(name, 'warning')} notes={notesOf.get(name) ?? none} told={session.known.told[name]} from={fromOf(name)}
          />
        )
      })}
      <SkippedParts session={session} group={group} />
    </>
  )
}

/** "Vì có việc làm: bỏ qua phần Thất nghiệp". Without these words a part that disappears looks like a fault. */
function SkippedParts({ session: { form, store }, group }: { readonly session: FormSession; readonly group: Group }) {
  const deciders = useMemo(() => group.fields.filter((name) => !typedKinds.has(form.fields[name]?.kind ?? 'text')), [form, group])
  const answers = useAnswersAt(store, deciders)
  const t = useText(formTexts)
  const { language } = useLanguage()
  const { holder } = useServices()
  const isKnown = useMemo(() => knowsForms(holder.userId), [holder])
  const skipped = form.groups.flatMap((other) => {
    const why = whyGroupNotAsked(form, answers, other)
    return why && why.answer !== undefined && group.fields.includes(why.field) ? [{ other, why }] : []
  })
  const first = skipped[0]
  const decider = first && form.fields[first.why.field]
  if (!first || !decider) return null
  const parts = skipped.map(({ other }) => groupLabel(other, language)).join(', ')
  return (
    <p className="skip">
      <Icon name="skip" />
      <span>{isKnown ? t.skippedBriefly(parts) : t.skipped(answerWords(decider, first.why.answer, language), parts)}</span>
    </p>
  )
}

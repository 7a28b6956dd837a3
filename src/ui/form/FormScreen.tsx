import { useState } from 'react'
import { ageAt } from '../../domain/identity/ageAt'
import type { FormDefinition } from '../../domain/forms/form'
import type { ReviewNote } from '../../domain/records/record'
import type { Draft } from '../../storage/ledger'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { PhonePage } from '../parts/PhonePage'
import { formTexts } from '../text/form'
import { useLanguage } from '../text/language'
import { useText } from '../text/useText'
import { ClearDialog } from './ClearDialog'
import { ContentsSheet } from './ContentsSheet'
import { FindingsPage } from './FindingsPage'
import { FormHead, SaveTrouble } from './FormHead'
import { GroupPage } from './GroupPage'
import { useDiscard } from './useDiscard'
import { useFormPlace, type FormPlace } from './useFormPlace'
import { useFormSession, type FormSession } from './useFormSession'
import { useSubmit, type Submit } from './useSubmit'

interface FormScreenProps {
  readonly form: FormDefinition
  readonly draft: Draft
  readonly notes: readonly ReviewNote[]
  /** Route to go to when the form is left. */
  readonly back: string
  /** Route to go to when it is sent. */
  readonly after: string
}

/** Filling one form, a group of questions at a time. There is no Save button: everything typed is already saved. */
export function FormScreen({ form, draft, notes, back, after }: FormScreenProps) {
  const t = useText(formTexts)
  const { language } = useLanguage()
  const session = useFormSession(form, draft)
  const place = useFormPlace(session, notes)
  const submit = useSubmit(session, after)
  const discard = useDiscard(session, back)
  const [contents, setContents] = useState(false)
  const goTo = (field: string): void => {
    submit.hide()
    place.goTo(field)
  }
  const leaf = { title: language === 'en' ? form.titleEn : form.title, sub: aboutWhom(session, t.age), back, close: true }
  const foot = (
    <>
      <Button large className="ico" aria-label={t.previous} icon="back" off={place.index === 0 && submit.shown.length === 0} onClick={() => (submit.shown.length > 0 ? submit.hide() : place.go(place.open[place.index - 1]))} />
      <Button large icon="list" onClick={() => setContents(true)}>{t.contents}</Button>
      <Forward session={session} place={place} submit={submit} isReturned={notes.length > 0} onGo={goTo} />
    </>
  )
  return (
    <PhonePage {...leaf} foot={foot}>
      <FormHead session={session} place={place} notes={notes} onNote={goTo} />
      <SaveTrouble saver={session.saver} />
      <fieldset disabled={session.saver.failure !== null} className="plain">
        {submit.shown.length > 0
          ? <FindingsPage session={session} found={submit.shown} reasons={submit.reasons} onReason={submit.setReason} onGo={goTo} />
          : place.group && <GroupPage key={place.group.id} session={session} group={place.group} place={place.index + 1} notes={notes} />}
      </fieldset>
      <ClearDialog session={session} />
      {contents && <ContentsSheet session={session} current={place.group?.id ?? ''} onClose={() => setContents(false)} onDiscard={() => void discard()} onGo={(group) => { setContents(false); submit.hide(); place.go(group) }} />}
    </PhonePage>
  )
}

interface ForwardProps {
  readonly session: FormSession
  readonly place: FormPlace
  readonly submit: Submit
  readonly isReturned: boolean
  readonly onGo: (field: string) => void
}

/** The one big button: next part, first place to fix, or send. */
function Forward({ session, place, submit, isReturned, onGo }: ForwardProps) {
  const t = useText(formTexts)
  const error = submit.shown.find((finding) => finding.severity === 'error')
  const isLast = place.index === place.open.length - 1
  if (error) return <Button kind="pri" large className="grow" onClick={() => onGo(error.field)}>{t.fixFirst}<Icon name="next" /></Button>
  if (!isLast && submit.shown.length === 0) return <Button kind="pri" large className="grow" onClick={() => place.go(place.open[place.index + 1])}>{t.next}<Icon name="next" /></Button>
  const words = submitWords(session, submit.shown.length > 0, isReturned, t)
  return <Button kind="pri" large className="grow" icon="tray" off={session.saver.failure !== null} onClick={() => void submit.press()}>{words}</Button>
}

function aboutWhom({ draft }: FormSession, age: (years: number) => string): string {
  const { fullName, headName, born, collectedOn } = draft.answers
  const name = String(fullName ?? headName ?? '')
  const isKnown = typeof born === 'string' && /^\d{4}/.test(born) && typeof collectedOn === 'string'
  return isKnown ? `${name} · ${age(ageAt(born, collectedOn))}` : name
}

function submitWords({ form }: FormSession, isSecond: boolean, isReturned: boolean, t: { readonly submit: string; readonly submitRecord: string; readonly resubmit: string; readonly submitAnyway: string }): string {
  if (isSecond) return t.submitAnyway
  if (isReturned) return t.resubmit
  return form.kind === 'labour' || form.kind === 'asxh' ? t.submit : t.submitRecord
}

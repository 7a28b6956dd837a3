import { lazy, Suspense, useCallback, useEffect, useState, type MouseEvent } from 'react'
import type { FormDefinition } from '../../domain/forms/form'
import type { ReviewNote } from '../../domain/records/record'
import type { Draft, LocalRecord } from '../../storage/ledger'
import { useOutside } from '../outside'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { PhonePage } from '../parts/frame/PhonePage'
import { useToast } from '../parts/toast/useToast'
import { ageWords } from '../text/ageWords'
import { collectTexts } from '../text/collect'
import { formTexts } from '../text/form'
import { useLanguage } from '../text/language'
import { useText } from '../text/useText'
import { ElsewhereBox } from '../twins/ElsewhereBox'
import { TwinBox } from '../twins/TwinBox'
import { useTwins, type Twins } from '../twins/useTwins'
import { useTwinsElsewhere } from '../twins/useTwinsElsewhere'
import { ClearDialog } from './ClearDialog'
import { ContentsSheet } from './ContentsSheet'
import { FindingsPage } from './FindingsPage'
import { FormAboutContext } from './formAbout'
import { FormHead, SaveTrouble } from './FormHead'
import { GroupPage } from './GroupPage'
import { formTitle } from './groups'
import { LooseNotes } from './LooseNotes'
import { MemberSheet } from './MemberSheet'
import { useDiscard } from './draft/useDiscard'
import { PhotoNews } from './question/PhotoNews'
import { useFormPlace, type FormPlace } from './useFormPlace'
import { useFormSession, type FormSession } from './filling/useFormSession'
import { useSubmit, type Submit } from './filling/useSubmit'
import { offeredIn } from './filling/useTold'
import { Whereabouts } from './reading/Whereabouts'

const ScanSheet = lazy(() => import('./rareSheets').then((made) => ({ default: made.ScanSheet })))
const TwinSheet = lazy(() => import('./rareSheets').then((made) => ({ default: made.TwinSheet })))

interface FormScreenProps {
  readonly form: FormDefinition
  readonly draft: Draft
  /** How the draft began, as in `useDraftSaver`. */
  readonly begun: Draft | null
  /** The record being corrected; `null` = nothing was sent yet. */
  readonly record: LocalRecord | null
  /** The route for leaving the form without sending. */
  readonly back: string
  /** The route after sending. */
  readonly after: string
  /** As in `useDraftSaver`. */
  readonly onElsewhere: () => void
}

const noNotes: readonly ReviewNote[] = []

/** Fills one form, one group of questions at a time. There is no Save button: everything typed is already saved. */
export function FormScreen({ form, draft, begun, record, back, after, onElsewhere }: FormScreenProps) {
  const notes = record?.server?.notes ?? noNotes
  const t = useText(formTexts)
  const ages = useText(collectTexts)
  const { language } = useLanguage()
  const { platform } = useOutside()
  useEffect(() => platform.keepVersion(), [platform])
  const session = useFormSession(form, draft, begun, onElsewhere)
  const place = useFormPlace(session, notes)
  const submit = useSubmit(session, after, record?.server)
  const throwAway = useDiscard(session.saver, back)
  const discard = (): void => void session.end(throwAway)
  const twins = useTwins(session)
  const elsewhere = useTwinsElsewhere(session, twins)
  const send = useSending(session, place, twins, submit)
  const [contents, setContents] = useState(false)
  const [scanning, setScanning] = useState(false)
  const [choosing, setChoosing] = useState<string | null>(null)
  const about = { commune: draft.commune, photos: session.photos }
  const openScan = useCallback(() => setScanning(true), [])
  const goTo = (field: string): void => {
    submit.hide()
    place.goTo(field)
  }
  const [noteAt, setNoteAt] = useState(0)
  const walk: NoteWalk = { at: noteAt, go: (note, at) => { setNoteAt(at); goTo(note.field) } }
  const leaf = { title: formTitle(form, language), sub: aboutWhom(session, ages), back, close: true }
  const foot = (
    <>
      <Button className="ico" aria-label={t.previous} icon="back" off={place.index === 0 && submit.shown.length === 0} onClick={() => (submit.shown.length > 0 ? submit.hide() : place.go(place.open[place.index - 1]))} />
      <Button icon="list" onClick={() => setContents(true)}>{t.contents}</Button>
      <Forward session={session} place={place} submit={submit} notes={notes} walk={walk} onGo={goTo} onSend={send} />
    </>
  )
  return (
    <PhonePage {...leaf} foot={foot}>
      <FormHead session={session} place={place} {...(notes.length > 0 && { note: t.notePlace(walk.at + 1, notes.length) })} {...(record?.server?.status === 'returned' && { where: <Whereabouts id={draft.id} record={record} /> })} />
      <SaveTrouble saver={session.saver} />
      <PhotoNews session={session} here={submit.shown.length > 0 ? [] : place.group?.fields ?? []} onGo={goTo} />
      <TwinBox twins={twins} />
      <ElsewhereBox session={session} elsewhere={elsewhere} onDrop={discard} />
      <fieldset disabled={session.saver.failure !== null} className="plain" role="presentation">
        {submit.shown.length > 0
          ? <FindingsPage session={session} found={submit.shown} reasons={submit.reasons} onReason={submit.setReason} onGo={goTo} />
          : place.group && <FormAboutContext value={about}><LooseNotes session={session} notes={notes} /><GroupPage key={place.group.id} session={session} group={place.group} place={place.index + 1} notes={notes} onScan={openScan} onMember={setChoosing} /></FormAboutContext>}
      </fieldset>
      <ClearDialog session={session} />
      <Suspense>
        {twins.looked && <TwinSheet key={twins.looked.id} session={session} twins={twins} twin={twins.looked} />}
        {scanning && <ScanSheet form={form} answers={session.answers()} onClose={() => setScanning(false)} onUse={(chosen) => { setScanning(false); session.take(chosen) }} />}
      </Suspense>
      {choosing && <MemberSheet session={session} field={choosing} onClose={() => setChoosing(null)} />}
      {contents && <ContentsSheet session={session} open={place.open} current={place.group?.id ?? ''} onClose={() => setContents(false)} onDiscard={discard} onUndone={(field) => { setContents(false); goTo(field) }} onGo={(group) => { setContents(false); submit.hide(); place.go(group) }} />}
    </PhonePage>
  )
}

/** Sends the form, but not before the open twins are decided and the offered answers of the other parts are confirmed. */
function useSending(session: FormSession, place: FormPlace, twins: Twins, submit: Submit): () => void {
  const toast = useToast()
  const t = useText(formTexts)
  return () => {
    if (twins.open.length > 0) return twins.look()
    const left = place.open.filter((group) => group !== place.group && offeredIn(session.known.told, session.asked, group).length > 0)
    if (left.length === 0) return void submit.press()
    toast.show(t.confirmFirst(left.length))
    place.go(left[0])
  }
}

/** Walks from note to note of a returned form. */
interface NoteWalk {
  readonly at: number
  readonly go: (note: ReviewNote, at: number) => void
}

interface ForwardProps {
  readonly session: FormSession
  readonly place: FormPlace
  readonly submit: Submit
  readonly notes: readonly ReviewNote[]
  readonly walk: NoteWalk
  readonly onGo: (field: string) => void
  readonly onSend: () => void
}

/** The one big button: next part, next place to fix, next note, or send. */
function Forward({ session, place, submit, notes, walk, onGo, onSend }: ForwardProps) {
  const t = useText(formTexts)
  const error = submit.shown.find((finding) => finding.severity === 'error')
  const isLast = place.index === place.open.length - 1
  if (error) return <Button kind="pri" className="grow" onClick={() => onGo(error.field)}>{t.fixFirst}<Icon name="next" /></Button>
  const left = submit.isStopped && submit.shown.length === 0 ? placesLeft(session, place.at) : []
  // It has its own key: a press that begins on this button must not end on the send button, which replaces it after the last correction.
  if (left[0] !== undefined) return <Button key="left" kind="pri" className="grow" onClick={() => onGo(left[0]!)}>{t.fixNext(left.length)}<Icon name="next" /></Button>
  const note = notes[walk.at + 1]
  if (note && submit.shown.length === 0) return <Button kind="pri" className="grow" onClick={() => walk.go(note, walk.at + 1)}>{t.noteNext(walk.at + 2, notes.length)}<Icon name="next" /></Button>
  const isOffered = place.group !== undefined && submit.shown.length === 0 && offeredIn(session.known.told, session.asked, place.group).length > 0
  // `detail` counts quick presses. The second of two was meant for the button that stood here before. So it neither confirms a part that was
  // just opened nor sends, above all not with warnings nobody has read.
  const confirmed = (then: () => void, sends = false) => (event: MouseEvent): void => {
    if (event.detail > 1 && (isOffered || sends)) return
    if (isOffered && place.group) session.known.confirm(place.group)
    then()
  }
  if (!isLast && notes.length === 0 && !submit.isStopped) {
    return <Button kind="pri" className="grow" onClick={confirmed(() => place.go(place.open[place.index + 1]))}>{isOffered ? t.rightNext : <>{t.next}<Icon name="next" /></>}</Button>
  }
  const words = submitWords(session, submit.shown.length > 0, notes.length > 0, t)
  return <Button kind="pri" className="grow" icon="tray" off={session.saver.failure !== null} onClick={confirmed(onSend, true)}>{isOffered ? t.rightSend(words) : words}</Button>
}

/** The questions with errors, without the one gone to last (`at`): first those after it in form order, then those before it. */
function placesLeft({ form, found }: FormSession, at: string | null): readonly string[] {
  const order = form.groups.flatMap((group) => group.fields)
  const fields = [...new Set(found.filter((finding) => finding.severity === 'error').map((finding) => finding.field))].filter((field) => field !== at)
  const isAfter = (field: string): boolean => order.indexOf(field) > order.indexOf(at ?? '')
  return [...fields.filter(isAfter), ...fields.filter((field) => !isAfter(field))]
}

function aboutWhom({ draft }: FormSession, ages: Parameters<typeof ageWords>[2]): string {
  const { fullName, headName, born, collectedOn } = draft.answers
  const name = String(fullName ?? headName ?? '')
  const isKnown = typeof born === 'string' && typeof collectedOn === 'string'
  return [name, isKnown && ageWords(born, collectedOn, ages)].filter(Boolean).join(' · ')
}

function submitWords({ form }: FormSession, isSecond: boolean, isReturned: boolean, t: { readonly submit: string; readonly submitRecord: string; readonly resubmit: string; readonly submitAnyway: string }): string {
  if (isSecond) return t.submitAnyway
  if (isReturned) return t.resubmit
  return form.kind === 'labour' || form.kind === 'asxh' ? t.submit : t.submitRecord
}

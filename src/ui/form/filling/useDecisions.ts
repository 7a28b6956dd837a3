import { useCallback, useRef, useState } from 'react'
import { sameAnswer, type Answers, type AnswerValue } from '../../../domain/forms/answers'
import { asItWas } from '../../../domain/forms/offering/asItWas'
import { askedFields, isRequired, partChanges, readAsked } from '../../../domain/forms/asking/ask'
import { followingAnswers } from '../../../domain/forms/asking/followed'
import type { FormDefinition } from '../../../domain/forms/form'
import { useChanging } from '../../parts/drawing/useChanging'
import { useOwnToast } from '../../parts/toast/useToast'
import { formTexts } from '../../text/form'
import { useText } from '../../text/useText'
import type { AnswerStore } from './answerStore'
import type { ToldAnswers } from './useTold'

/** Changes that would drop answers, waiting for the officer's word. */
export interface Proposal {
  readonly changes: Answers
  /** By the same fields, what undo goes back to, and "leave as it was" as far as other questions hang on it. */
  readonly before: Answers
  readonly cleared: readonly string[]
}

interface Questions {
  readonly asked: ReadonlySet<string>
  /** Of those asked, which must be answered. */
  readonly required: ReadonlySet<string>
}

export interface Decisions extends Questions {
  /** Another number with each answer that stands anew and says who somebody is. */
  readonly identity: number
  readonly proposal: Proposal | null
  /** An answer given in one go: what is asked follows, and answers it would drop are named first. */
  readonly choose: (field: string, value: AnswerValue | undefined) => void
  /** Lets what is asked follow these answers as typed. False: some would drop others, which is asked first. */
  readonly settle: (fields: readonly string[]) => boolean
  readonly confirm: () => void
  readonly cancel: () => void
  /** The field answered last in this sitting, of those not taken back; `null` = none. */
  readonly lastAnswered: () => string | null
  /** Takes that answer back: the one before it stands again. */
  readonly undo: () => void
}

const identityFields: ReadonlySet<string> = new Set(['fullName', 'born', 'personalId', 'oldId9'])

interface Answering {
  readonly store: AnswerStore
  readonly first: Answers
  readonly write: (field: string, value: AnswerValue | undefined) => void
  readonly known: Pick<ToldAnswers, 'offer' | 'isOffered'>
  /** Hears that answers stand anew. */
  readonly onStanding: () => void
}

/** Which questions and answers follow from the answers that stand, and asking before some of them would drop others. */
export function useDecisions(form: FormDefinition, { store, first, write, known: { offer, isOffered }, onStanding }: Answering): Decisions {
  const toast = useOwnToast()
  const t = useText(formTexts)
  const answers = store.all
  // What is typed and not left stands not yet, whatever else is decided meanwhile.
  const standing = useRef<Answers>(first)
  const [questions, show] = useChanging(() => questionsAt(form, first), sameQuestions)
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const [identity, setIdentity] = useState(0)
  // No state: it is looked at when the contents are open, and an answer must not draw more for it.
  const trail = useRef<readonly { readonly field: string; readonly before: AnswerValue | undefined }[]>([])

  const apply = useCallback((changes: Answers): void => {
    const changed = Object.keys(changes).filter((field) => !sameAnswer(standing.current[field], changes[field]))
    trail.current = [...trail.current, ...changed.map((field) => ({ field, before: standing.current[field] }))]
    const following = followersOf(form, standing.current, changes).filter(([field]) => answers()[field] === undefined || isOffered(field))
    const all = { ...changes, ...Object.fromEntries(following) }
    for (const [field, value] of Object.entries(all)) write(field, value)
    offer(following.flatMap(([field, value]) => (value === undefined ? [] : [field])))
    standing.current = { ...standing.current, ...all }
    show(questionsAt(form, standing.current))
    if (Object.keys(changes).some((field) => identityFields.has(field))) setIdentity((count) => count + 1)
    onStanding()
  }, [form, answers, write, show, offer, isOffered, onStanding])

  const decide = useCallback((changes: Answers): boolean => {
    const before = Object.fromEntries(Object.keys(changes).map((field) => [field, standing.current[field]]))
    const { free, dropping, cleared } = partChanges(form, { ...answers(), ...before }, changes)
    if (Object.keys(free).length > 0) apply(free)
    if (cleared.length === 0) return true
    setProposal({ changes: dropping, before: Object.fromEntries(Object.keys(dropping).map((field) => [field, before[field]])), cleared })
    return false
  }, [form, answers, apply])

  const choose = useCallback((field: string, value: AnswerValue | undefined): void => void decide({ [field]: value }), [decide])
  const settle = useCallback((fields: readonly string[]): boolean => {
    const changed = fields.filter((field) => !sameAnswer(standing.current[field], answers()[field]))
    return changed.length === 0 || decide(Object.fromEntries(changed.map((field) => [field, answers()[field]])))
  }, [answers, decide])

  const confirm = (): void => {
    if (!proposal) return
    apply(proposal.changes)
    setProposal(null)
    const then = answers()
    toast.offer(t.changed, () => takeBack(proposal, then))
  }
  /** Of a change what still stands: answers given since `then`, which that would drop, are named first like any others. */
  const takeBack = ({ changes, before }: Proposal, then: Answers): void => {
    const stands = Object.keys(changes).filter((field) => sameAnswer(standing.current[field], changes[field]))
    const back = Object.fromEntries(stands.map((field) => [field, before[field]]))
    const { cleared } = partChanges(form, answers(), back)
    if (cleared.every((field) => sameAnswer(answers()[field], then[field]))) apply(back)
    else decide(back)
  }
  const undo = (): void => {
    const last = trail.current.at(-1)
    if (!last) return
    const rest = trail.current.slice(0, -1)
    apply({ [last.field]: last.before })
    trail.current = rest
  }
  const cancel = (): void => {
    if (proposal) apply(Object.fromEntries(Object.entries(proposal.before).map(([field, before]) => [field, asItWas(form, answers(), field, before)])))
    setProposal(null)
  }
  return { ...questions, identity, proposal, choose, settle, confirm, cancel, undo, lastAnswered: () => trail.current.at(-1)?.field ?? null }
}

/** What follows is no answer of its own to take back, and takes the place of none. */
function followersOf(form: FormDefinition, standing: Answers, changes: Answers): readonly (readonly [field: string, value: AnswerValue | undefined])[] {
  return Object.entries(followingAnswers(form, standing, { ...standing, ...changes })).filter(([field]) => !Object.hasOwn(changes, field))
}

function questionsAt(form: FormDefinition, answers: Answers): Questions {
  const asked = askedFields(form, answers)
  const read = readAsked(asked, answers)
  return { asked, required: new Set([...asked].filter((id) => form.fields[id] && isRequired(form.fields[id], read))) }
}

function sameQuestions(before: Questions, now: Questions): boolean {
  return sameSet(before.asked, now.asked) && sameSet(before.required, now.required)
}

function sameSet(before: ReadonlySet<string>, now: ReadonlySet<string>): boolean {
  return before.size === now.size && [...now].every((field) => before.has(field))
}

import { useCallback, useRef, useState } from 'react'
import { sameAnswer, type Answers, type AnswerValue } from '../../../domain/forms/answers'
import { askedFields, isRequired, readAsked } from '../../../domain/forms/asking/ask'
import { followingAnswers } from '../../../domain/forms/asking/followed'
import type { FormDefinition } from '../../../domain/forms/form'
import { useChanging } from '../../parts/drawing/useChanging'
import type { AnswerStore } from './answerStore'
import type { ToldAnswers } from './useTold'

export interface Questions {
  readonly asked: ReadonlySet<string>
  /** Of those asked, which must be answered. */
  readonly required: ReadonlySet<string>
}

export interface Standing {
  readonly questions: Questions
  /** Another number with each answer that stands anew and says who somebody is. */
  readonly identity: number
  /** The answer that stands: what is typed and not left stands not yet, whatever else is decided meanwhile. */
  readonly standing: (field: string) => AnswerValue | undefined
  /** Lets these answers stand, with what follows from them. */
  readonly apply: (changes: Answers) => void
  /** The field answered last in this sitting, of those not taken back; `null` = none. */
  readonly lastAnswered: () => string | null
  /** Takes that answer back: the one before it stands again. */
  readonly undo: () => void
}

export interface Answering {
  readonly store: AnswerStore
  readonly first: Answers
  readonly write: (field: string, value: AnswerValue | undefined) => void
  readonly known: Pick<ToldAnswers, 'offer' | 'isOffered'>
  /** Hears that answers stand anew. */
  readonly onStanding: () => void
}

const identityFields: ReadonlySet<string> = new Set(['fullName', 'born', 'personalId', 'oldId9'])

/** The answers that stand, which questions are asked by them, and the way back through those of this sitting. */
export function useStanding(form: FormDefinition, { store, first, write, known: { offer, isOffered }, onStanding }: Answering): Standing {
  const answers = store.all
  const now = useRef<Answers>(first)
  const [questions, show] = useChanging(() => questionsAt(form, first), sameQuestions)
  const [identity, setIdentity] = useState(0)
  // No state: it is looked at when the contents are open, and an answer must not draw more for it.
  const trail = useRef<readonly { readonly field: string; readonly before: AnswerValue | undefined }[]>([])
  const standing = useCallback((field: string): AnswerValue | undefined => now.current[field], [])

  const apply = useCallback((changes: Answers): void => {
    const changed = Object.keys(changes).filter((field) => !sameAnswer(now.current[field], changes[field]))
    trail.current = [...trail.current, ...changed.map((field) => ({ field, before: now.current[field] }))]
    const following = followersOf(form, now.current, changes).filter(([field]) => answers()[field] === undefined || isOffered(field))
    const all = { ...changes, ...Object.fromEntries(following) }
    for (const [field, value] of Object.entries(all)) write(field, value)
    offer(following.flatMap(([field, value]) => (value === undefined ? [] : [field])))
    now.current = { ...now.current, ...all }
    show(questionsAt(form, now.current))
    if (Object.keys(changes).some((field) => identityFields.has(field))) setIdentity((count) => count + 1)
    onStanding()
  }, [form, answers, write, show, offer, isOffered, onStanding])
  const undo = (): void => {
    const last = trail.current.at(-1)
    if (!last) return
    const rest = trail.current.slice(0, -1)
    apply({ [last.field]: last.before })
    trail.current = rest
  }
  return { questions, identity, standing, apply, undo, lastAnswered: () => trail.current.at(-1)?.field ?? null }
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

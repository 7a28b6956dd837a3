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
  /** Those of `asked` that must be answered. */
  readonly required: ReadonlySet<string>
}

export interface Standing {
  readonly questions: Questions
  /** Changes each time an answer that identifies the person is decided. */
  readonly identity: number
  /** The answer that stands. A typed answer stands only once its box is left, whatever else is decided meanwhile. */
  readonly standing: (field: string) => AnswerValue | undefined
  /** Lets these answers stand, and the answers that follow from them. */
  readonly apply: (changes: Answers) => void
  /** The field answered last in this sitting, without answers that were taken back; `null` = none. */
  readonly lastAnswered: () => string | null
  /** Takes the last answer back; the answer before it stands again. */
  readonly undo: () => void
}

export interface Answering {
  readonly store: AnswerStore
  readonly first: Answers
  readonly write: (field: string, value: AnswerValue | undefined) => void
  readonly known: Pick<ToldAnswers, 'offer' | 'isOffered'>
  /** Called after other answers stand. */
  readonly onStanding: () => void
}

const identityFields: ReadonlySet<string> = new Set(['fullName', 'born', 'personalId', 'oldId9'])

/** Keeps the answers that stand, the questions asked because of them, and the way back through the answers of this sitting. */
export function useStanding(form: FormDefinition, { store, first, write, known: { offer, isOffered }, onStanding }: Answering): Standing {
  const answers = store.all
  const now = useRef<Answers>(first)
  const [questions, show] = useChanging(() => questionsAt(form, first), sameQuestions)
  const [identity, setIdentity] = useState(0)
  // A ref, not state: it is read when the contents are opened, and an answer must draw nothing more for it.
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

/** Answers that follow from the changes, without the changed fields themselves: a given answer is never replaced. */
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

import { useCallback, useEffect, useRef, useState } from 'react'
import { sameAnswer, type Answers, type AnswerValue } from '../../domain/forms/answers'
import { asItWas } from '../../domain/forms/asItWas'
import { askedFields, clearedBy, isRequired, readAsked } from '../../domain/forms/ask'
import { DEFAULT_MIN_AGE, type Finding } from '../../domain/forms/finding'
import { findings } from '../../domain/forms/findings'
import type { FieldKind, FormDefinition } from '../../domain/forms/form'
import { prune } from '../../domain/forms/prune'
import { tidyAnswer } from '../../domain/forms/tidy'
import { vietnamDay } from '../../domain/time'
import type { Draft } from '../../storage/ledger'
import { useAfterPaint } from '../parts/useAfterPaint'
import { useChanging } from '../parts/useChanging'
import { useToast } from '../parts/useToast'
import { useServices } from '../services'
import { formTexts } from '../text/form'
import { useText } from '../text/useText'
import { createAnswers, type AnswerStore } from './answerStore'
import { useDraftSaver, type DraftSaver } from './useDraftSaver'
import { useTold, type ToldAnswers } from './useTold'

/** A change that would drop answers, waiting for the officer's word. */
export interface Proposal {
  readonly field: string
  readonly value: AnswerValue | undefined
  /** What undo goes back to, and "leave as it was" as far as other questions hang on it. */
  readonly before: AnswerValue | undefined
  readonly cleared: readonly string[]
}

export interface FormSession {
  readonly form: FormDefinition
  readonly draft: Draft
  readonly store: AnswerStore
  readonly asked: ReadonlySet<string>
  /** Of those asked, which must be answered. */
  readonly required: ReadonlySet<string>
  /** Another number with each answer that stands anew and says who somebody is. */
  readonly identity: number
  readonly found: readonly Finding[]
  /** Whether a finding may be shown: its box was left once, or somebody tried to send. */
  readonly isShown: (finding: Finding) => boolean
  readonly proposal: Proposal | null
  readonly saver: DraftSaver
  readonly answers: () => Answers
  /** A keystroke: kept at once, decides nothing. A date half typed must not open and close whole parts of the form. */
  readonly type: (field: string, value: AnswerValue | undefined) => void
  /** An answer given in one go: what is asked follows, and answers it would drop are named first. */
  readonly choose: (field: string, value: AnswerValue | undefined) => void
  /** Answers that came together, from a card: each as if it were typed and its box left. */
  readonly take: (answers: Answers) => void
  /** Answers the register told. */
  readonly known: ToldAnswers
  readonly confirm: () => void
  readonly cancel: () => void
  /** The field answered last in this sitting, of those not taken back; `null` = none. */
  readonly lastAnswered: () => string | null
  /** Takes that answer back: the one before it stands again. */
  readonly undo: () => void
  /** Tidies what was typed and lets what is asked follow it. */
  readonly leave: (field: string) => void
  /** Checks everything and shows it; the answers as they would be sent. */
  readonly check: () => { readonly pruned: Answers; readonly found: readonly Finding[] }
}

const identityFields: ReadonlySet<string> = new Set(['fullName', 'born', 'personalId'])

/** Kinds written key by key: their answer stands when the box is left. */
export const typedKinds: ReadonlySet<FieldKind> = new Set<FieldKind>(['text', 'longText', 'date', 'integer', 'money', 'personalId', 'digits', 'phone', 'email', 'rows'])

/** One form being filled: values, skip logic, findings and the draft that follows every keystroke. */
export function useFormSession(form: FormDefinition, draft: Draft): FormSession {
  const context = useCheckContext(draft.commune)
  const [store] = useState(() => createAnswers(draft.answers))
  const answers = store.all
  const saver = useDraftSaver(draft)
  const checks = useFindings(form, answers, context)
  const known = useTold(saver)
  const write = useCallback((field: string, value: AnswerValue | undefined): void => {
    store.set(field, value)
    void saver.save({ answers: store.all() })
    known.changed(field)
  }, [store, saver.save, known.changed])
  const decisions = useDecisions(form, draft.answers, answers, write)

  const tidy = useCallback((field: string): void => {
    const definition = form.fields[field]
    const tidied = definition && tidyAnswer(definition, answers()[field])
    if (!sameAnswer(tidied, answers()[field])) write(field, tidied)
  }, [form, answers, write])
  const leave = useCallback((field: string): void => {
    tidy(field)
    decisions.settle(field)
    checks.left(field)
  }, [tidy, decisions.settle, checks.left])
  const take = useCallback((taken: Answers): void => {
    for (const [field, value] of Object.entries(taken)) write(field, value)
    for (const field of Object.keys(taken)) leave(field)
  }, [write, leave])
  const check = useCallback(() => {
    // A tap on a button does not take the focus out of the box in every browser.
    for (const field of Object.keys(answers())) tidy(field)
    return checks.all()
  }, [answers, tidy, checks.all])

  return { form, draft, store, saver, answers, known, type: write, leave, take, ...decisions, found: checks.found, isShown: checks.isShown, check }
}

/** Which questions follow from the answers that stand, and asking before one of them would drop others. */
function useDecisions(form: FormDefinition, first: Answers, answers: () => Answers, write: FormSession['type']) {
  const toast = useToast()
  const t = useText(formTexts)
  const standing = useRef<Answers>(first)
  const [questions, show] = useChanging(() => questionsAt(form, first), sameQuestions)
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const [identity, setIdentity] = useState(0)
  // No state: it is looked at when the contents are open, and an answer must not draw more for it.
  const trail = useRef<readonly { readonly field: string; readonly before: AnswerValue | undefined }[]>([])

  const apply = useCallback((field: string, value: AnswerValue | undefined): void => {
    const before = standing.current[field]
    if (!sameAnswer(before, value)) trail.current = [...trail.current, { field, before }]
    write(field, value)
    standing.current = answers()
    show(questionsAt(form, standing.current))
    if (identityFields.has(field)) setIdentity((count) => count + 1)
  }, [form, answers, write, show])

  const decide = useCallback((field: string, value: AnswerValue | undefined): void => {
    const before = standing.current[field]
    const now = answers()
    const cleared = clearedBy(form, { ...now, [field]: before }, { ...now, [field]: value })
    if (cleared.length > 0) setProposal({ field, value, before, cleared })
    else apply(field, value)
  }, [form, answers, apply])

  const settle = useCallback((field: string): void => {
    if (!sameAnswer(standing.current[field], answers()[field])) decide(field, answers()[field])
  }, [answers, decide])

  const confirm = (): void => {
    if (!proposal) return
    apply(proposal.field, proposal.value)
    setProposal(null)
    toast.show(t.changed, { undo: () => apply(proposal.field, proposal.before) })
  }
  const undo = (): void => {
    const last = trail.current.at(-1)
    if (!last) return
    const rest = trail.current.slice(0, -1)
    apply(last.field, last.before)
    trail.current = rest
  }
  const cancel = (): void => {
    if (proposal) apply(proposal.field, asItWas(form, answers(), proposal.field, proposal.before))
    setProposal(null)
  }
  return { ...questions, identity, proposal, choose: decide, settle, confirm, cancel, undo, lastAnswered: () => trail.current.at(-1)?.field ?? null }
}

function useCheckContext(commune: string) {
  const { ledger, now } = useServices()
  const minAge = ledger.context(commune)?.settings.minAge ?? DEFAULT_MIN_AGE
  return useCallback(() => ({ today: vietnamDay(now()), minAge }), [now, minAge])
}

interface Found {
  readonly all: readonly Finding[]
  /** Of them, those whose box was left once, or all after a try to send. */
  readonly shown: readonly Finding[]
}

function useFindings(form: FormDefinition, answers: () => Answers, context: () => { readonly today: string; readonly minAge: number }) {
  const [found, show] = useChanging<Found>(() => ({ all: [], shown: [] }), sameFound)
  const ripe = useRef<Set<string> | 'all'>(new Set())
  const afterPaint = useAfterPaint()
  const run = useCallback((pruned: Answers): readonly Finding[] => {
    const all = findings(form, pruned, context())
    const isRipe = (finding: Finding): boolean => ripe.current === 'all' || (ripe.current.has(finding.field) && !finding.id.endsWith('-REQ'))
    show({ all, shown: all.filter(isRipe) })
    return all
  }, [form, context, show])
  const left = useCallback((field: string): void => {
    if (ripe.current !== 'all') ripe.current.add(field)
    // A box is left by pressing somewhere else: the page must not move under the finger before that press is through.
    afterPaint(() => void run(prune(form, answers())))
  }, [form, answers, run, afterPaint])
  const all = useCallback(() => {
    ripe.current = 'all'
    const pruned = prune(form, answers())
    return { pruned, found: run(pruned) }
  }, [form, answers, run])
  const isShown = useCallback((finding: Finding): boolean => found.shown.includes(finding), [found])
  useEffect(() => void run(prune(form, answers())), [form, answers, run])
  return { found: found.all, isShown, left, all }
}

const sameFound = (before: Found, now: Found): boolean => sameFindings(before.all, now.all) && before.shown.length === now.shown.length

/** The same things noticed again draw nothing anew: most answers are right. */
function sameFindings(before: readonly Finding[], now: readonly Finding[]): boolean {
  return before.length === now.length && now.every((finding, at) => {
    const other = before[at]
    return other !== undefined && other.id === finding.id && other.field === finding.field && sameAnswer([other.data ?? {}], [finding.data ?? {}])
  })
}

interface Questions {
  readonly asked: ReadonlySet<string>
  /** Of those asked, which must be answered. */
  readonly required: ReadonlySet<string>
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

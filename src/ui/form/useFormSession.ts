import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { Answers, AnswerValue } from '../../domain/forms/answers'
import { askedFields, clearedBy } from '../../domain/forms/ask'
import type { Finding } from '../../domain/forms/finding'
import { findings } from '../../domain/forms/findings'
import type { FormDefinition } from '../../domain/forms/form'
import { prune } from '../../domain/forms/prune'
import { tidyAnswer } from '../../domain/forms/tidy'
import { vietnamDay } from '../../domain/time'
import type { Draft } from '../../storage/ledger'
import { useServices } from '../services'
import { useDraftSaver, type DraftSaver } from './useDraftSaver'

/** A change that would drop answers, waiting for the officer's word. */
export interface Proposal {
  readonly field: string
  readonly value: AnswerValue | undefined
  readonly cleared: readonly string[]
}

export interface FormSession {
  readonly form: FormDefinition
  readonly draft: Draft
  readonly rhf: UseFormReturn<Record<string, AnswerValue | undefined>>
  readonly asked: ReadonlySet<string>
  readonly found: readonly Finding[]
  /** Fields whose findings may be shown: those left once, or all after a try to send. */
  readonly isShown: (finding: Finding) => boolean
  readonly proposal: Proposal | null
  readonly saver: DraftSaver
  readonly answers: () => Answers
  readonly change: (field: string, value: AnswerValue | undefined) => void
  readonly confirm: () => void
  readonly cancel: () => void
  readonly leave: (field: string) => void
  /** Checks everything and shows it; the answers as they would be sent. */
  readonly check: () => { readonly pruned: Answers; readonly found: readonly Finding[] }
}

/** One form being filled: values, skip logic, findings and the draft that follows every keystroke. */
export function useFormSession(form: FormDefinition, draft: Draft): FormSession {
  const context = useCheckContext(draft.commune)
  const rhf = useForm<Record<string, AnswerValue | undefined>>({ defaultValues: { ...draft.answers } })
  const saver = useDraftSaver(draft)
  const answers = useCallback((): Answers => rhf.getValues(), [rhf])
  const [asked, setAsked] = useState(() => askedFields(form, draft.answers))
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const checks = useFindings(form, answers, context)

  const apply = useCallback((field: string, value: AnswerValue | undefined): void => {
    rhf.setValue(field, value as never)
    void saver.save({ answers: { ...rhf.getValues() } })
    setAsked((before) => sameSet(before, askedFields(form, rhf.getValues())))
  }, [rhf, saver, form])

  const change = useCallback((field: string, value: AnswerValue | undefined): void => {
    const before = answers()
    const cleared = clearedBy(form, before, { ...before, [field]: value })
    if (cleared.length > 0) setProposal({ field, value, cleared })
    else apply(field, value)
  }, [answers, apply, form])

  const leave = useCallback((field: string): void => {
    const definition = form.fields[field]
    const tidy = definition && tidyAnswer(definition, answers()[field])
    if (tidy !== answers()[field]) apply(field, tidy)
    checks.left(field)
  }, [form, answers, apply, checks])

  const confirm = (): void => {
    if (proposal) apply(proposal.field, proposal.value)
    setProposal(null)
  }
  return { form, draft, rhf, asked, proposal, saver, answers, change, confirm, leave, cancel: () => setProposal(null), found: checks.found, isShown: checks.isShown, check: checks.all }
}

function useCheckContext(commune: string) {
  const { ledger, now } = useServices()
  const minAge = ledger.context(commune)?.settings.minAge ?? 15
  return useCallback(() => ({ today: vietnamDay(now()), minAge }), [now, minAge])
}

function useFindings(form: FormDefinition, answers: () => Answers, context: () => { readonly today: string; readonly minAge: number }) {
  const [found, setFound] = useState<readonly Finding[]>([])
  const shown = useRef<Set<string> | 'all'>(new Set())
  const run = useCallback((): readonly Finding[] => {
    const now = findings(form, prune(form, answers()), context())
    setFound(now)
    return now
  }, [form, answers, context])
  useEffect(() => void run(), [run])
  return useMemo(() => ({
    found,
    isShown: (finding: Finding): boolean => shown.current === 'all' || (shown.current.has(finding.field) && !finding.id.endsWith('-REQ')),
    left: (field: string): void => {
      if (shown.current !== 'all') shown.current.add(field)
      run()
    },
    all: () => {
      shown.current = 'all'
      return { pruned: prune(form, answers()), found: run() }
    },
  }), [found, run, form, answers])
}

/** Keeps the old set when nothing changed, so that a keystroke draws one question and not the page. */
function sameSet(before: ReadonlySet<string>, after: ReadonlySet<string>): ReadonlySet<string> {
  return before.size === after.size && [...after].every((field) => before.has(field)) ? before : after
}

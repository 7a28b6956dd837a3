import { useCallback, useEffect, useRef, useState } from 'react'
import { sameAnswer, type Answers, type AnswerValue } from '../../../domain/forms/answers'
import { askedFields } from '../../../domain/forms/asking/ask'
import type { Finding } from '../../../domain/forms/checking/finding'
import { findings } from '../../../domain/forms/checking/findings'
import type { FieldKind, FormDefinition } from '../../../domain/forms/form'
import { prune } from '../../../domain/forms/asking/prune'
import { tidyAnswer } from '../../../domain/forms/tidy'
import type { Draft } from '../../../storage/ledger'
import { useAfterPaint } from '../../parts/drawing/useAfterPaint'
import { useChanging } from '../../parts/drawing/useChanging'
import { useOneAtATime } from '../../parts/drawing/useOneAtATime'
import { photosComing } from '../../photos/underWay'
import { createAnswers, type AnswerStore } from './answerStore'
import { useCheckContext } from './useCheckContext'
import { useDecisions, type Decisions } from './useDecisions'
import { useDraftSaver, type DraftSaver } from '../draft/useDraftSaver'
import { usePhotos, type Photos } from './usePhotos'
import { useTold, type ToldAnswers } from './useTold'

export interface FormSession extends Omit<Decisions, 'settle'> {
  readonly form: FormDefinition
  readonly draft: Draft
  readonly store: AnswerStore
  /** All findings on the current answers. */
  readonly notice: () => readonly Finding[]
  /** The findings the screen depends on. After a try to send: all. Before: only those that may be shown, and those on fields the app fills in. */
  readonly found: readonly Finding[]
  /** Whether a finding may be shown: its box was left once, or somebody tried to send. A missing answer is shown only after such a try. */
  readonly isShown: (finding: Finding) => boolean
  readonly saver: DraftSaver
  readonly answers: () => Answers
  /** Takes a keystroke: saved at once, but it decides nothing. A half-typed date must not open and close whole parts of the form. */
  readonly type: (field: string, value: AnswerValue | undefined) => void
  /**
   * Takes several answers at once, e.g. from an identity card, as if each was typed and its box left. If they would drop other answers, asks
   * only once. The fields `offered` are for the person asked to confirm.
   */
  readonly take: (answers: Answers, offered?: readonly string[]) => void
  readonly photos: Photos
  /** Which answers the register told or follow from others. */
  readonly known: ToldAnswers
  /** Tidies the typed answer and lets it decide which questions are asked. */
  readonly leave: (field: string) => void
  /**
   * Checks everything and shows the findings.
   * @returns the answers as they would be sent, and the findings; `null` = what was typed last would drop answers, so the officer is asked first
   */
  readonly check: () => { readonly pruned: Answers; readonly found: readonly Finding[] } | null
  /**
   * Runs work that sends or throws away the draft, one at a time, after the photos on their way are in the draft. `areKept` is false if one of
   * them could not be kept.
   */
  readonly end: (work: (areKept: boolean) => Promise<void>) => Promise<void>
}

/** Kinds that are typed key by key: the answer stands when the box is left. */
export const typedKinds: ReadonlySet<FieldKind> = new Set<FieldKind>(['text', 'longText', 'date', 'integer', 'money', 'personalId', 'digits', 'phone', 'email', 'rows'])

/** One form being filled in: its answers, skip rules, findings, and the draft that follows every keystroke. `begun` and `onElsewhere` as in `useDraftSaver`. */
export function useFormSession(form: FormDefinition, draft: Draft, begun: Draft | null, onElsewhere: () => void): FormSession {
  const context = useCheckContext(draft.commune)
  const [store] = useState(() => createAnswers(draft.answers))
  const answers = store.all
  const saver = useDraftSaver(draft, begun, onElsewhere)
  const checks = useFindings(form, answers, context)
  const known = useTold(saver)
  const write = useCallback((field: string, value: AnswerValue | undefined): void => {
    store.set(field, value)
    void saver.save({ answers: store.all() })
    known.changed(field, value)
  }, [store, saver.save, known.changed])
  const { settle, ...decisions } = useDecisions(form, { store, first: draft.answers, write, known, onStanding: checks.look })

  const tidy = useCallback((field: string): void => {
    const definition = form.fields[field]
    const tidied = definition && tidyAnswer(definition, answers()[field])
    if (!sameAnswer(tidied, answers()[field])) write(field, tidied)
  }, [form, answers, write])
  const leave = useCallback((field: string): void => {
    tidy(field)
    settle([field])
    checks.left(field)
  }, [tidy, settle, checks.left])
  const take = useCallback((taken: Answers, offered: readonly string[] = []): void => {
    const fields = Object.keys(taken)
    for (const field of fields) write(field, taken[field])
    for (const field of fields) tidy(field)
    settle(fields)
    known.offer(offered)
    for (const field of fields) checks.left(field)
  }, [write, tidy, settle, known.offer, checks.left])
  const photos = usePhotos(form, draft, answers, (field, hash) => {
    decisions.choose(field, hash)
    leave(field)
  })
  const end = useOneAtATime(async (work: (areKept: boolean) => Promise<void>) => {
    const coming = photosComing(draft.id)
    // Without photos on their way the work starts at once: a press must show its effect before the next press.
    await work(coming ? await coming : true)
  })
  const check = useCallback(() => {
    // In some browsers a tap on a button does not take the focus out of the box, so tidy and settle everything here.
    const fields = Object.keys(form.fields)
    for (const field of fields) tidy(field)
    return settle(fields) ? checks.all() : null
  }, [form, tidy, settle, checks.all])

  return { form, draft, store, saver, answers, photos, known, type: write, leave, take, ...decisions, notice: checks.notice, found: checks.found, isShown: checks.isShown, check, end }
}

interface Found {
  readonly drawn: readonly Finding[]
  /** The `drawn` findings whose box was left once, or all that could be noticed at the last try to send. */
  readonly shown: readonly Finding[]
}

function useFindings(form: FormDefinition, answers: () => Answers, context: () => { readonly today: string; readonly minAge: number }) {
  const [found, show] = useChanging<Found>(() => ({ drawn: [], shown: [] }), sameFound)
  const ripe = useRef(new Set<string>())
  /** The fields that were asked when somebody last tried to send; `null` = nobody tried yet. */
  const tried = useRef<ReadonlySet<string> | null>(null)
  const afterPaint = useAfterPaint()
  const notice = useCallback(() => findings(form, prune(form, answers()), context()), [form, answers, context])
  const tell = useCallback((all: readonly Finding[]): void => {
    // A question without an answer is no fault before somebody tries to send the form like that.
    const isRipe = ({ id, field }: Finding): boolean => (id.endsWith('-REQ') ? tried.current?.has(field) === true : tried.current !== null || ripe.current.has(field))
    const shown = all.filter(isRipe)
    // Most answers are right and only make one less missing. That draws nothing: only the list of contents counts what is missing.
    show({ drawn: tried.current !== null ? all : all.filter((finding) => shown.includes(finding) || form.fields[finding.field]?.system), shown })
  }, [form, show])
  // A box is left by pressing somewhere else. The page must not move under the finger before that press has ended.
  const look = useCallback((): void => afterPaint(() => tell(notice())), [notice, tell, afterPaint])
  const left = useCallback((field: string): void => {
    ripe.current.add(field)
    look()
  }, [look])
  const all = useCallback(() => {
    const pruned = prune(form, answers())
    tried.current = askedFields(form, pruned)
    const found = findings(form, pruned, context())
    tell(found)
    return { pruned, found }
  }, [form, answers, context, tell])
  const isShown = useCallback((finding: Finding): boolean => found.shown.includes(finding), [found])
  useEffect(() => tell(notice()), [notice, tell])
  return { notice, found: found.drawn, isShown, look, left, all }
}

const sameFound = (before: Found, now: Found): boolean => sameFindings(before.drawn, now.drawn) && before.shown.length === now.shown.length

/** If the same findings come again, nothing is drawn. Most answers are right, so this is the usual case. */
function sameFindings(before: readonly Finding[], now: readonly Finding[]): boolean {
  return before.length === now.length && now.every((finding, at) => {
    const other = before[at]
    return other !== undefined && other.id === finding.id && other.field === finding.field && sameAnswer([other.data ?? {}], [finding.data ?? {}])
  })
}

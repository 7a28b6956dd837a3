import { DEFAULT_MIN_AGE } from '../../../domain/forms/checking/finding'
import { findings } from '../../../domain/forms/checking/findings'
import { currentForm } from '../../../domain/forms/registry'
import type { Answers } from '../../../domain/forms/answers'
import type { PlainDate } from '../../../domain/time'
import { asxhAnswers } from '../people/asxhAnswers'
import { confirmedAtDoor, type KnownAnswers } from './confirmedAtDoor'
import { correctionFor, type Correction } from './corrections'
import type { Crew, CrewKey } from './crew'
import { momentOf } from '../dates'
import type { DemoBatch } from '../demoBatch'
import type { NumberMaker } from '../people/identityNumbers'
import { createBody } from '../importBatches'
import { labourAnswers } from '../people/labourAnswers'
import type { BatchMaker, OperationBody } from './opMaker'
import type { PlannedForm, PlannedVisit } from '../plan'
import type { DemoPerson } from '../population'
import type { Random } from '../random'
import { reasonsFor } from '../people/reasons'
import type { Beneficiaries } from '../people/welfare'

export interface HistoryInput {
  readonly random: Random
  readonly numbers: NumberMaker
  readonly maker: BatchMaker
  readonly crew: Crew
  readonly beneficiaries: Beneficiaries
  readonly known: KnownAnswers
  /** The days of the survey, ascending. The work of the last day is not reviewed yet. */
  readonly days: readonly PlainDate[]
  readonly visits: readonly PlannedVisit[]
}

/** A form in the survey, with its version on the server and the correction that was asked for. */
interface FormState {
  readonly kind: 'labour' | 'asxh'
  readonly person: DemoPerson
  readonly id: string
  readonly by: CrewKey
  readonly answers: Answers
  version: number
  sentOn: PlainDate
  correction: Correction | null
  state: 'submitted' | 'returned' | 'accepted'
}

const RETURNED = 0.065
const LEFT_UNREAD = 0.012
/** Minutes between two runs of one day, which arrive from 11:00 on. */
const MINUTES_APART = 19
/** The share of a hamlet's returned forms that is corrected at each visit. */
const CORRECTED_PER_VISIT = 0.4

/** The weeks of the survey: visits arrive by day, the supervisor reviews them the next day, and some return corrected. */
export function* history(input: HistoryInput): Generator<DemoBatch> {
  const forms: FormState[] = []
  for (const [index, day] of input.days.entries()) {
    if (index > 0) yield* review(input, forms, day)
    yield* visitsOf(input, forms, day)
  }
}

function* visitsOf(input: HistoryInput, forms: FormState[], day: PlainDate): Generator<DemoBatch> {
  const { random, maker } = input
  for (const [index, visit] of input.visits.filter((one) => one.day === day).entries()) {
    const at = momentOf(day, 11, index * MINUTES_APART + random.int(0, MINUTES_APART - 1), random.int(0, 59))
    const corrected = forms.filter((form) => form.state === 'returned' && form.sentOn < day && form.person.household.hamlet === visit.hamlet && form.by === visit.by && random.chance(CORRECTED_PER_VISIT))
    const sent = visit.forms.map((planned) => send(input, planned, visit, at))
    forms.push(...sent.map(({ form }) => form))
    const bodies = [...corrected.map((form) => correct(form, day)), ...sent.map(({ body }) => body)]
    if (bodies.length > 0) yield maker.batch({ by: visit.by, isImport: false }, at, bodies)
  }
}

function send(input: HistoryInput, { kind, person }: PlannedForm, visit: PlannedVisit, at: string): { form: FormState; body: OperationBody } {
  const { random, maker, crew, beneficiaries, known } = input
  const place = { collector: crew[visit.by], day: visit.taken ?? visit.day }
  const welfare = beneficiaries.get(person)
  const answers: Answers = kind === 'labour' || !welfare ? labourAnswers(random, person, place, welfare) : asxhAnswers(random, welfare, place, welfare.serial)
  const id = maker.newId(at)
  const warnings = findings(currentForm(kind), answers, { today: visit.day, minAge: DEFAULT_MIN_AGE }).filter((finding) => finding.severity === 'warning')
  const head = { kind, hamlet: visit.hamlet.id, household: person.household.id, person: person.id }
  const form: FormState = { kind, person, id, by: visit.by, answers, version: 1, sentOn: visit.day, correction: null, state: 'submitted' }
  // Nobody was asked at the door about answers from the paper list.
  const confirmed = visit.taken === undefined ? confirmedAtDoor(kind, answers, person, place, known) : {}
  return { form, body: createBody(head, id, answers, { reasons: random.chance(0.8) ? reasonsFor(warnings) : {}, confirmed }) }
}

function correct(form: FormState, day: PlainDate): OperationBody {
  const { kind, person, id, version, correction } = form
  if (!correction) throw new Error(`demo — form ${id} is returned without a note`)
  const head = { kind, hamlet: person.household.hamlet.id, household: person.household.id, person: person.id }
  Object.assign(form, { version: version + 1, sentOn: day, state: 'submitted' })
  return { type: 'submit', record: id, base: version, head, form: `${kind}@1`, patch: correction.patch }
}

/** The supervisor's afternoon: the forms of earlier days are accepted or returned, and hardly any are left. */
function* review({ random, numbers, maker }: HistoryInput, forms: readonly FormState[], day: PlainDate): Generator<DemoBatch> {
  const waiting = forms.filter((form) => form.state === 'submitted' && form.sentOn < day && !random.chance(LEFT_UNREAD))
  const bodies = waiting.map((form) => decide(random, numbers, form))
  if (bodies.length > 0) yield maker.batch({ by: 'supervisor', isImport: false }, momentOf(day, 9, random.int(10, 50)), bodies)
}

function decide(random: Random, numbers: NumberMaker, form: FormState): OperationBody {
  const { id, version } = form
  form.version += 1
  if (form.correction !== null || !random.chance(RETURNED)) {
    form.state = 'accepted'
    return { type: 'accept', record: id, base: version }
  }
  const correction = correctionFor(random, form.kind, form.answers, numbers)
  Object.assign(form, { correction, state: 'returned', sentOn: form.sentOn })
  return { type: 'return', record: id, base: version, notes: [{ field: correction.field, text: correction.note }] }
}

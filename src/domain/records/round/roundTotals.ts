import { isCheckDue } from './beneficiaryCheck'
import type { Card } from '../cards/card'
import { isOfSurvey } from '../survey'
import { asxhWorkOf, isDoorClosed, labourWorkOf, type WorkRules } from './worklist'

/** Progress of one hamlet. Only people at doors this device knows are counted, as in `worklistOf`. */
export interface RoundTotals {
  readonly households: number
  readonly people: number
  readonly labourDone: number
  readonly labourDue: number
  readonly asxhDone: number
  readonly asxhAsked: number
}

type Counting = { -readonly [K in keyof RoundTotals]: RoundTotals[K] }

/**
 * The totals of every hamlet in one pass, for the list that is drawn first after unlocking. The rounds themselves, sorted and door by
 * door, are made only for the hamlet that is opened.
 */
export function roundTotals(cards: readonly Card[], rulesOf: (commune: string) => WorkRules): ReadonlyMap<string, RoundTotals> {
  const totals = new Map<string, Counting>()
  const { doors, people, forms } = byKind(cards)
  for (const door of doors.values()) countingIn(totals, door.hamlet).households += 1
  const known = new Map<string, Person>()
  for (const person of people) {
    const door = doors.get(person.household ?? '')
    if (door?.hamlet === person.hamlet) known.set(person.id, { door, person, labour: undefined, asxh: undefined })
  }
  for (const form of forms) {
    const owner = known.get(form.person ?? '')
    if (owner?.person.hamlet === form.hamlet && isOfSurvey(form, rulesOf(form.commune).survey)) owner[form.kind === 'labour' ? 'labour' : 'asxh'] = form
  }
  for (const person of known.values()) addPerson(countingIn(totals, person.person.hamlet), person, rulesOf(person.person.commune))
  return totals
}

/** The keys are plain ids: a commune has 18,000 cards, and keys made of two ids would cost half a second on a cheap phone. */
function byKind(cards: readonly Card[]) {
  const doors = new Map<string, Card>()
  const people: Card[] = []
  const forms: Card[] = []
  for (const card of cards) {
    if (card.sameAs !== undefined) continue
    if (card.kind === 'household') doors.set(card.id, card)
    else (card.kind === 'person' ? people : forms).push(card)
  }
  return { doors, people, forms }
}

interface Person { readonly door: Card; readonly person: Card; labour: Card | undefined; asxh: Card | undefined }

function addPerson(counting: Counting, { door, person, labour, asxh }: Person, rules: WorkRules): void {
  counting.people += 1
  const isOver = isDoorClosed(door)
  const labourWork = labourWorkOf(person, labour, rules, isOver)
  if (labourWork === 'due') counting.labourDue += 1
  else if (labour && labourWork === 'none') counting.labourDone += 1
  const asxhWork = asxhWorkOf(person, asxh, rules)
  if (!asxh || asxhWork === 'refused') return
  counting.asxhAsked += 1
  if (asxhWork === 'none' && !isCheckDue(person, asxh, { since: rules.checkedSince, isOver })) counting.asxhDone += 1
}

function countingIn(totals: Map<string, Counting>, hamlet: string): Counting {
  const known = totals.get(hamlet)
  if (known) return known
  const fresh: Counting = { households: 0, people: 0, labourDone: 0, labourDue: 0, asxhDone: 0, asxhAsked: 0 }
  totals.set(hamlet, fresh)
  return fresh
}

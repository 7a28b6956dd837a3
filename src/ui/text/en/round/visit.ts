import type { WordsOf } from '../../areas'
import { counted } from '../counted'

export const visitEnglish: WordsOf<'visit'> = {
  last: 'Visit',
  none: 'No visit recorded yet',
  on: (outcome: string, day: string) => `${outcome}, ${day}`,
  again: (day: string) => `Next visit ${day}`,
  record: 'Record visit',
  title: 'Record today’s visit',
  outcome: 'Outcome',
  next: 'Visit again on',
  tomorrow: 'Tomorrow',
  inDays: (days: number) => `In ${counted(days, 'day')}`,
  nextWeek: 'Next week',
  nextHint: 'Type another day, or leave it empty.',
  note: 'Note',
  noteHint: 'For instance: at the field, back in the afternoon.',
  save: 'Save visit',
  choose: 'Choose the outcome',
  badDay: 'A day after today, like 25/11/2026',
  saved: 'Visit recorded. It is sent by itself when there is a line.',
  whole: 'the whole household',
  closes: (people: number) => `${counted(people, 'person is', 'people are')} still written here. This says that nobody of the household is left: their forms no longer count as to do. If only one person died, moved or nobody knows where they are: choose “Met”, then open that person and press “Ask and record”.`,
  closed: 'Nobody of the household is left here: forms not begun no longer count as to do.',
  inDraft: 'The household is being edited. Record the visit in that form.',
  openDraft: 'Open the form',
}

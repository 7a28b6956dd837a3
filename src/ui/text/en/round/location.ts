import type { WordsOf } from '../../areas'

export const locationEnglish: WordsOf<'location'> = {
  title: 'Where the house is',
  none: 'Place not recorded yet',
  recorded: (day: string, metres: string) => `Place recorded ${day} (± ${metres} m)`,
  record: 'Record the place',
  again: 'Record again',
  remove: 'Remove the place',
  why: 'Ask the head of the household first. Stand at the door, outside.',
  measure: 'Find the place',
  measuring: 'Looking, up to half a minute…',
  measureAgain: 'Look again',
  found: (metres: string) => `About ${metres} m off`,
  coarse: 'Far off still. Look again from an open place, or save it for now.',
  save: 'Save the place',
  saved: 'Place recorded. It is sent by itself when there is a line.',
  removed: 'Place removed. That is sent by itself when there is a line.',
  trouble: {
    denied: 'This page may not use the location. Allow it in the settings of the browser and look again.',
    none: 'Not found. Turn on Location on the device, go to an open place and look again.',
    abroad: 'The place found is not in Viet Nam. Look again.',
  },
}

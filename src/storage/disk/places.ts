/** The place of a blob: table and key, bound into its encryption. */
export const places = {
  record: (id: string) => `records|${id}`,
  cards: (bucket: number) => `cards|${bucket}`,
  draft: (id: string) => `drafts|${id}`,
  outbox: (device: string, counter: number) => `outbox|${device}|${counter}`,
  photo: (record: string, hash: string) => `photos|${record}|${hash}`,
  photoKey: (record: string, hash: string) => `photoKeys|${record}|${hash}`,
  state: (key: string) => `state|${key}`,
} as const

/** Key of the state row that every store has from enrolment on: a store without it was erased by the browser. */
export const MARK = 'master'

export const stateKeys = {
  enrolments: 'enrolments',
  holder: 'holder',
  cursor: (commune: string) => `cursor:${commune}`,
  context: (commune: string) => `context:${commune}`,
  notes: 'note:',
  note: (record: string, field: string) => `note:${record}:${field}`,
  apart: (one: string, other: string) => `apart:${one}:${other}`,
  elsewhere: (person: string) => `elsewhere:${person}`,
  /** `savedAt` of a draft at the time this book gave up that device id. */
  former: (device: string, record: string) => `former:${device}:${record}`,
  /** Somebody gave up this operation, which could not be read here. */
  letGo: (device: string, counter: number) => `letGo:${device}:${counter}`,
  /** `savedAt` of a rescued draft that was restored here. */
  rescued: (device: string, record: string) => `rescued:${device}:${record}`,
} as const

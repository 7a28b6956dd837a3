import type { Body } from './body'
import { isUuid } from '../../domain/identity/uuid'
import { ColumnsBroken } from './columnsBroken'
import { FrequencyModel } from './coding/frequencyModel'
import { numberColumn } from './numberColumn'
import { planNumbers } from './numberPlan'
import type { Place } from './place'
import { contextOf } from './coding/spelling'
import { Vocabulary } from './coding/vocabulary'
import { WholeNumber } from './coding/wholeNumber'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const MAX_CODE = 40
const SMALL_STEP = 1_000

type Kind = 'words' | 'uuid' | 'instant' | 'code' | 'serial'
const kinds: readonly Kind[] = ['words', 'uuid', 'instant', 'code', 'serial']

/** A column of texts, coded by what they all are: ids, instants, codes of one length (e.g. personal numbers, dates), or words. */
export function textColumn(body: Body, place: Place, count: number, values: readonly string[]): readonly string[] {
  const kind = kinds[body.coder.symbol(place.keep('kinds', () => new FrequencyModel(kinds.length)), kinds.indexOf(kindOf(values)))] ?? 'words'
  if (kind === 'instant') return instants(body, place, count, values)
  if (kind === 'serial') return serials(body, place, count, values)
  const known = place.keep('texts', () => new Vocabulary<string>())
  const spell = kind === 'uuid' ? uuidSpeller(body, place) : kind === 'code' ? codeSpeller(body, place, values[0]?.length ?? 0) : wordsSpeller(body, place)
  return listed(count, (at) => {
    const text = known.code(body.coder, values[at] ?? '', spell)
    body.spend(text.length)
    return text
  })
}

/** A list made one item after another: the order matters to the coder. */
export function listed<T>(count: number, make: (at: number) => T): readonly T[] {
  const made: T[] = []
  for (let at = 0; at < count; at += 1) made.push(make(at))
  return made
}

function kindOf(values: readonly string[]): Kind {
  if (values.every((text) => isUuid(text))) return 'uuid'
  if (values.every((text) => INSTANT.test(text) && isWritable(text))) return 'instant'
  const length = values[0]?.length ?? 0
  const isCode = values.length > 1 && length <= MAX_CODE && values.every((text) => text.length === length && !text.includes(' '))
  if (!isCode) return 'words'
  const prefix = prefixOf(values)
  return prefix.length < length && values.every((text, at) => text.startsWith(prefix) && isSerial(text.slice(prefix.length), values[at - 1]?.slice(prefix.length))) ? 'serial' : 'code'
}

/** The part of the first text before the digits at its end. */
const prefixOf = (values: readonly string[]): string => (values[0] ?? '').replace(/\d{1,15}$/, '')

/** Digits that change in small steps, as in receipts. */
const isSerial = (digits: string, before: string | undefined): boolean => /^\d+$/.test(digits) && (before === undefined || Math.abs(Number(digits) - Number(before)) < SMALL_STEP)

function serials(body: Body, place: Place, count: number, values: readonly string[]): readonly string[] {
  const prefix = body.word(prefixOf(values))
  const width = body.coder.bits(4, (values[0]?.length ?? 0) - prefix.length)
  const numbers = values.map((text) => Number(text.slice(prefix.length)))
  body.spend(count * (prefix.length + width))
  return numberColumn(body.coder, place.inside('serial'), count, numbers, body.coder.isReader ? null : planNumbers(numbers)).map((n) => prefix + String(n).padStart(width, '0'))
}

function isWritable(text: string): boolean {
  const ms = Date.parse(text)
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text
}

function instants(body: Body, place: Place, count: number, values: readonly string[]): readonly string[] {
  const moments = values.map((text) => Date.parse(text))
  body.spend(count)
  return numberColumn(body.coder, place.inside('instant'), count, moments, body.coder.isReader ? null : planNumbers(moments)).map(instantOf)
}

function instantOf(ms: number): string {
  const moment = new Date(ms)
  if (Number.isNaN(moment.getTime())) throw new ColumnsBroken('a moment that is none')
  return moment.toISOString()
}

/** The version and variant digits are nearly always the same. Nothing is known about the others. */
function uuidSpeller(body: Body, place: Place): (uuid: string) => string {
  const digits = place.keep('digits', () => new Map([12, 16].map((at) => [at, new FrequencyModel(16)])))
  const spell = (uuid: string): string => {
    const hex = uuid.replaceAll('-', '')
    const read = listed(32, (at) => {
      const digit = Number.parseInt(hex.charAt(at), 16) || 0
      const model = digits.get(at)
      return (model ? body.coder.symbol(model, digit) : body.coder.bits(4, digit)).toString(16)
    }).join('')
    return `${read.slice(0, 8)}-${read.slice(8, 12)}-${read.slice(12, 16)}-${read.slice(16, 20)}-${read.slice(20)}`
  }
  return (uuid) => body.uuids.code(body.coder, uuid, spell)
}

function codeSpeller(body: Body, place: Place, ownLength: number): (code: string) => string {
  const length = place.keep('lengths', () => new WholeNumber()).code(body.coder, ownLength)
  if (length > MAX_CODE) throw new ColumnsBroken('a code too long')
  const places = place.keep('places', () => new Map<number, Vocabulary<number>>())
  return (code) => listed(length, (at) => String.fromCharCode(body.spelling.letter(body.coder, contextOf(places, at), code.charCodeAt(at)))).join('')
}

function wordsSpeller(body: Body, place: Place): (text: string) => string {
  const own = place.keep('words', () => new Vocabulary<string>())
  const counts = place.keep('wordCounts', () => new WholeNumber())
  const spell = (word: string): string => body.word(word)
  return (text) => {
    const words = text.split(' ')
    const count = counts.code(body.coder, words.length)
    body.spend(count)
    return listed(count, (at) => {
      const word = own.code(body.coder, words[at] ?? '', spell)
      // Counted before the words are joined: a word known here costs almost nothing on the wire.
      body.spend(word.length)
      return word
    }).join(' ')
  }
}

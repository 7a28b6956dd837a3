import { Body } from '../../src/protocol/columns/body'
import { CLOSING, CLOSING_BITS, FORMAT, frameHead } from '../../src/protocol/columns/frame'
import { FrequencyModel } from '../../src/protocol/columns/coding/frequencyModel'
import { knownWords } from '../../src/protocol/columns/knownWords'
import type { Place } from '../../src/protocol/columns/place'
import { RangeWriter } from '../../src/protocol/columns/coding/rangeWriter'
import { contextOf } from '../../src/protocol/columns/coding/spelling'
import { Vocabulary } from '../../src/protocol/columns/coding/vocabulary'
import { WholeNumber } from '../../src/protocol/columns/coding/wholeNumber'

/* Bodies packed as columns that our writer never makes: a few bytes that unpack to very much. */

const [TEXT, LIST, OBJECT] = [4, 5, 6]

/** A list of objects, each of which has the member `a` many times. */
export const shapeBomb = (objects: number, members: number): Uint8Array<ArrayBuffer> =>
  bomb((body) => {
    tagged(body, body.root, LIST)
    body.root.keep('sizes', () => new WholeNumber()).code(body.coder, objects)
    const items = body.root.inside('[]')
    tagged(body, items, OBJECT)
    const shapes = items.keep('shapes', () => new Vocabulary<string>())
    const counts = items.keep('counts', () => new WholeNumber())
    const spell = (): string => {
      counts.code(body.coder, members)
      for (let at = 0; at < members; at += 1) contextOf(body.nextKeys, at === 0 ? '' : 'a').code(body.coder, 'a', (key) => body.key(key))
      return 'shape'
    }
    for (let at = 0; at < objects; at += 1) shapes.code(body.coder, 'shape', spell)
  })

/** A text that repeats one word many times. */
export const textBomb = (word: string, times: number): Uint8Array<ArrayBuffer> =>
  bomb((body) => {
    tagged(body, body.root, TEXT)
    const WORDS = 0
    body.coder.symbol(body.root.keep('kinds', () => new FrequencyModel(5)), WORDS)
    body.root.keep('texts', () => new Vocabulary<string>()).code(body.coder, 'text', (text) => {
      body.root.keep('wordCounts', () => new WholeNumber()).code(body.coder, times)
      const words = body.root.keep('words', () => new Vocabulary<string>())
      for (let at = 0; at < times; at += 1) words.code(body.coder, word, (fresh) => body.word(fresh))
      return text
    })
  })

function bomb(write: (body: Body) => void): Uint8Array<ArrayBuffer> {
  const body = new Body(knownWords)
  const coder = new RangeWriter()
  body.coder = coder
  write(body)
  coder.bits(CLOSING_BITS, CLOSING)
  const bytes = coder.finish()
  return Uint8Array.of(FORMAT, ...frameHead(bytes.length, true), ...bytes)
}

function tagged({ coder }: Body, place: Place, tag: number): void {
  coder.symbol(place.keep('mixed', () => new FrequencyModel(2)), 0)
  coder.symbol(place.keep('tags', () => new FrequencyModel(8)), tag)
}

import type { Coder } from './coder'
import { Vocabulary } from './vocabulary'
import { WholeNumber } from './wholeNumber'

/*
 * Words and codes letter by letter, for what no vocabulary knows yet. Letters are UTF-16 units. Each is told by what stood
 * in its place (the letter before it, or its position in a code of fixed length), then by the letters of the whole body.
 */

export class Spelling {
  private readonly letters: Vocabulary<number>
  private readonly after = new Map<number, Vocabulary<number>>()
  private readonly lengths = new WholeNumber()

  constructor(knownLetters: string) {
    this.letters = new Vocabulary(Array.from({ length: knownLetters.length }, (_, at) => knownLetters.charCodeAt(at)))
  }

  word(coder: Coder, word: string, spend: (letters: number) => void): string {
    const length = this.lengths.code(coder, word.length)
    spend(length)
    let spelt = ''
    let before = -1
    for (let at = 0; at < length; at += 1) {
      before = this.letter(coder, contextOf(this.after, before), word.charCodeAt(at))
      spelt += String.fromCharCode(before)
    }
    return spelt
  }

  letter(coder: Coder, context: Vocabulary<number>, letter: number): number {
    return context.code(coder, letter, (other) => this.letters.code(coder, other, (fresh) => coder.bits(16, fresh)))
  }
}

export function contextOf<K, T>(contexts: Map<K, Vocabulary<T>>, key: K): Vocabulary<T> {
  const known = contexts.get(key)
  if (known) return known
  const made = new Vocabulary<T>()
  contexts.set(key, made)
  return made
}

import type { Coder } from './coder'
import { Vocabulary } from './vocabulary'
import { WholeNumber } from './wholeNumber'

/*
 * Codes words and codes letter by letter, if no vocabulary knows them yet. Letters are UTF-16 units. A letter is predicted from the
 * letters seen in its context (after the same letter, or at the same position of a code of fixed length), then from those of the whole body.
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

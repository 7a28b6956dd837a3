import type { Coder } from './coding/coder'
import { ColumnsBroken } from './columnsBroken'
import type { Known } from './knownWords'
import { Place } from './place'
import { contextOf, Spelling } from './coding/spelling'
import { Vocabulary } from './coding/vocabulary'

/** What a reader will unfold at most, in letters: columns of one value repeated cost next to nothing on the wire. */
const MAX_UNFOLDED = 16_000_000
/** What a value weighs beside its letters, and a new place or name of a member with all that is learnt there: room and time. */
const VALUE = 8
const PLACE = 1_000

/** What all columns of one body share while its frames are written or read, one after the other. */
export class Body {
  readonly spelling: Spelling
  readonly uuids = new Vocabulary<string>()
  readonly nextKeys = new Map<string, Vocabulary<string>>()
  /** Of the frame at hand: set before each. */
  coder!: Coder
  readonly root = new Place(() => this.spend(PLACE))
  private readonly words: Vocabulary<string>
  private readonly keys: Vocabulary<string>
  private unfolded = 0

  constructor(known: Known) {
    this.spelling = new Spelling(known.letters)
    this.keys = new Vocabulary(known.shapes.flat())
    this.words = new Vocabulary(known.words)
    for (const keys of known.shapes) for (const [at, key] of keys.entries()) contextOf(this.nextKeys, keys[at - 1] ?? '').learn(key)
  }

  /** @throws ColumnsBroken when a reader has unfolded more than any honest body holds */
  spend(amount: number): void {
    this.unfolded += amount
    if (this.coder.isReader && this.unfolded > MAX_UNFOLDED) throw new ColumnsBroken('unfolds too far')
  }

  spendValues(count: number): void {
    this.spend(count * VALUE)
  }

  word(word: string): string {
    return this.words.code(this.coder, word, (fresh) => this.spell(fresh))
  }

  key(key: string): string {
    return this.keys.code(this.coder, key, (fresh) => {
      this.spend(PLACE)
      return this.spell(fresh)
    })
  }

  private spell(word: string): string {
    return this.spelling.word(this.coder, word, (length) => this.spend(length))
  }
}

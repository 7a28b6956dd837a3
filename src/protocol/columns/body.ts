import type { Coder } from './coding/coder'
import { ColumnsBroken } from './columnsBroken'
import type { Known } from './knownWords'
import { Place } from './place'
import { contextOf, Spelling } from './coding/spelling'
import { Vocabulary } from './coding/vocabulary'

/** The most letters a reader will unfold: columns that repeat one value cost almost nothing on the wire. */
const MAX_UNFOLDED = 16_000_000
/** Cost of a value besides its letters, and of a new place or member name with everything learnt there. Stands for memory and time. */
const VALUE = 8
const PLACE = 1_000

/** State shared by all columns of one body, while its frames are written or read one after another. */
export class Body {
  readonly spelling: Spelling
  readonly uuids = new Vocabulary<string>()
  readonly nextKeys = new Map<string, Vocabulary<string>>()
  /** Coder of the current frame; set before each frame. */
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

  /** @throws ColumnsBroken if a reader has unfolded more than any honest body contains */
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

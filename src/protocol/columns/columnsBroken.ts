/** The bytes are not what `writeColumns` makes. Whoever reads a body turns it into the typed failure of that body. */
export class ColumnsBroken extends Error {
  constructor(why: string) {
    super(`readColumns — ${why}`)
    this.name = 'ColumnsBroken'
  }
}

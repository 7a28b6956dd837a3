/** The bytes are not what `writeColumns` makes. The reader of a body turns this error into that body's typed failure. */
export class ColumnsBroken extends Error {
  constructor(why: string) {
    super(`readColumns — ${why}`)
    this.name = 'ColumnsBroken'
  }
}

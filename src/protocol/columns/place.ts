/**
 * One place in the shape of a message (e.g. a member of the objects of a list), and what both sides have learnt there. The
 * next frame of the same body continues with it.
 */
export class Place {
  private readonly kept = new Map<string, unknown>()
  private readonly onNew: () => void

  /** @param onNew called for each place inside when it is met for the first time */
  constructor(onNew: () => void) {
    this.onNew = onNew
  }

  /** The thing kept here under a name; made on first use. One name always has the same type. */
  keep<T>(name: string, make: () => T): T {
    const known = this.kept.get(name)
    if (known !== undefined) return known as T
    const made = make()
    this.kept.set(name, made)
    return made
  }

  /** The place of a member, or of the items of a list. */
  inside(name: string): Place {
    return this.keep(`/${name}`, () => {
      this.onNew()
      return new Place(this.onNew)
    })
  }
}

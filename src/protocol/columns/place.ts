/**
 * One place in the shape of a message (a member of the objects of a list, say), and what both sides have learnt there: the
 * next frame of the same body begins with it.
 */
export class Place {
  private readonly kept = new Map<string, unknown>()
  private readonly onNew: () => void

  /** @param onNew told of every place inside when it is met first */
  constructor(onNew: () => void) {
    this.onNew = onNew
  }

  /** What is known here under a name; made when it is met first. The same name is always of the same type. */
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

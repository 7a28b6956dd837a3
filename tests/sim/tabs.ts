/** As the browser's locks: of the tabs that ask at once one works, the others hear so. */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T | null> {
  let isTaken = false
  return async (work) => {
    if (isTaken) return null
    isTaken = true
    try {
      return await work()
    } finally {
      isTaken = false
    }
  }
}

/** Of several tabs at work at once, each waits at the line until all others do or are done; then dice say who goes. So the same week stays the same. */
export class Turns {
  private readonly waiting: { readonly tab: number; readonly go: () => void }[] = []

  constructor(private atWork: number, private readonly random: () => number) {}

  take(tab: number): Promise<void> {
    return new Promise((go) => {
      this.waiting.push({ tab, go })
      this.next()
    })
  }

  leave(): void {
    this.atWork -= 1
    this.next()
  }

  private next(): void {
    if (this.waiting.length === 0 || this.waiting.length < this.atWork) return
    this.waiting.sort((a, b) => a.tab - b.tab)
    this.waiting.splice(Math.floor(this.random() * this.waiting.length), 1)[0]?.go()
  }
}

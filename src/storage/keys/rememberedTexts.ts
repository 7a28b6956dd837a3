/** Decrypted texts, by place and nonce: the newest ones, up to a number of characters. They are gone when the cipher that holds this object is. */
export class RememberedTexts {
  private readonly texts = new Map<string, string>()
  private letters = 0
  private readonly most: number

  constructor(mostLetters: number) {
    this.most = mostLetters
  }

  /** A nonce is used only once, so it identifies the text sealed with it. */
  find(place: string, nonce: Uint8Array): string | undefined {
    return this.texts.get(keyOf(place, nonce))
  }

  keep(place: string, nonce: Uint8Array, text: string): void {
    const key = keyOf(place, nonce)
    if (this.texts.has(key)) return
    this.texts.set(key, text)
    this.letters += text.length
    for (const [oldest, old] of this.texts) {
      if (this.letters <= this.most) return
      this.texts.delete(oldest)
      this.letters -= old.length
    }
  }
}

const keyOf = (place: string, nonce: Uint8Array): string => `${place}|${String.fromCharCode(...nonce)}`

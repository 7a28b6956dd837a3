/** Words of one screen in one language: sentences, sentences with gaps, and groups of them. */
export interface Texts {
  readonly [name: string]: string | ((...gaps: never[]) => string) | Texts
}

/** The shape of `T` with every sentence widened, so that another language may say it differently but may leave out nothing. */
export type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends (...gaps: infer Gaps) => string ? (...gaps: Gaps) => string : SameShape<T[K]>
}

export interface TextsOf<T> {
  readonly vi: SameShape<T>
  readonly en: SameShape<T>
}

/** Vietnamese is the measure; the compiler refuses an English set that lacks a sentence or a gap. */
export function defineTexts<const T extends Texts>(texts: { readonly vi: T; readonly en: SameShape<NoInfer<T>> }): TextsOf<T> {
  return texts as unknown as TextsOf<T>
}

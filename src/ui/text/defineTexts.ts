import type { Area } from './areas'

/** Words of one screen in one language: sentences, sentences with gaps, and groups of them. */
export interface Texts {
  readonly [name: string]: string | ((...gaps: never[]) => string) | Texts
}

/** The shape of `T` with every sentence widened to `string`: another language may word it differently but may leave out nothing. */
export type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends (...gaps: infer Gaps) => string ? (...gaps: Gaps) => string : SameShape<T[K]>
}

export interface TextsOf<A extends Area, W> {
  readonly area: A
  readonly vi: W
}

/** Defines an area in Vietnamese. Its English (`en/`) must have every sentence and every gap of it; the compiler checks that. */
export function defineTexts<const A extends Area, const T extends Texts>(area: A, vi: T): TextsOf<A, SameShape<T>> {
  return { area, vi: vi as unknown as SameShape<T> }
}

import { fail, ok, type Result } from '../../domain/result'
import type { Area, WordsOf } from './areas'

export type English = { readonly [A in Area]: WordsOf<A> }

export interface NoEnglish {
  readonly kind: 'noEnglish'
}

/**
 * All words in English. They lie in a file of their own, which hardly any device needs; installed, it is there without a line.
 * Fails where it cannot be fetched; a browser may then try no more until the app is opened again.
 */
export function loadEnglish(): Promise<Result<English, NoEnglish>> {
  return import('./en/english').then(({ english }) => ok(english), () => fail({ kind: 'noEnglish' }))
}

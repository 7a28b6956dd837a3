import { fail, ok, type Result } from '../../domain/result'
import type { Area, WordsOf } from './areas'

export type English = { readonly [A in Area]: WordsOf<A> }

export interface NoEnglish {
  readonly kind: 'noEnglish'
}

/**
 * Loads all English words. They are in a file of their own, because hardly any device needs them; an installed app has the file offline.
 * Fails if the file cannot be fetched. A browser may then not try again until the app is opened again.
 */
export function loadEnglish(): Promise<Result<English, NoEnglish>> {
  return import('./en/english').then(({ english }) => ok(english), () => fail({ kind: 'noEnglish' }))
}

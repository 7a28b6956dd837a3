import type { WordsOf } from '../../areas'

export const unsentEnglish: WordsOf<'unsent'> = {
  old: 'Typed earlier and not sent. Delete it if it is no longer needed.',
}

import type { ReadFailure } from '../../../exchange/table'
import { Box } from '../../parts/Box'
import type { WordsOf } from '../../text/areas'
import { importTexts } from '../../text/import'
import { useNumberWords } from '../../text/useNumberWords'
import { useText } from '../../text/useText'

/** Why a file cannot be read as a list, and what to do about it. */
export function ReadFailureBox({ failure }: { readonly failure: ReadFailure }) {
  const t = useText(importTexts)
  const numberWords = useNumberWords()
  return <Box kind="err" icon="stop" role="alert" title={wordsOf(failure, t.file, numberWords)} />
}

function wordsOf(failure: ReadFailure, words: WordsOf<'import'>['file'], numberWords: (value: number) => string): string {
  switch (failure.kind) {
    case 'tooLarge': return words.tooLarge(numberWords(failure.maxMegabytes))
    case 'notUtf8': case 'openQuote': return words[failure.kind](numberWords(failure.line))
    case 'tooManyRows': return words.tooManyRows(numberWords(failure.rows))
    default: return words[failure.kind]
  }
}

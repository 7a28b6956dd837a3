import type { WordsOf } from '../areas'

export const answerEnglish: WordsOf<'answers'> = {
  unanswered: 'Not answered',
  told: { offered: (from: string) => `${from}, not confirmed`, confirmed: (from: string) => `${from}, confirmed` },
  from: { book: 'From the book', card: 'From the card', question: (question: string) => `By “${question}”` },
  secret: 'Kept confidential',
  reveal: 'show', conceal: 'hide',
  revealOf: (label: string) => `show ${label}`, concealOf: (label: string) => `hide ${label}`,
}

import type { WordsOf } from '../../areas'
import { counted } from '../counted'

export const rescuedEnglish: WordsOf<'rescued'> = {
  back: (count: number) => `Here again: ${counted(count, 'form')} begun earlier. See Tasks, under Drafts.`,
  backHere: (count: number) => `Here again: ${counted(count, 'form')} begun earlier, below under Drafts.`,
}

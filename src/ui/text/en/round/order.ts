import type { WordsOf } from '../../areas'

export const orderEnglish: WordsOf<'order'> = {
  title: 'Order of the round',
  open: 'Order of the round',
  pick: 'Press the household to move, then the one it comes right after.',
  picked: (name: string) => `Moving ${name}. Press the one right before it.`,
  first: 'Put it first',
  cancel: 'Do not move',
  moving: 'Being put in order. The first time may take longer.',
  moved: (name: string) => `${name} was moved.`,
  stuck: 'A household that is being edited or has something wrong stays where it is. Open it, correct and send it, then move it:',
}

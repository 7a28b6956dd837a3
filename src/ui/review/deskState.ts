import { displayState, type Card, type DisplayState } from '../../domain/records/cards/card'

/** The word for a record at the desk, where corrections of an accepted form need somebody too. */
export function deskState(card: Card): DisplayState {
  return card.corrected ? 'action' : displayState(card)
}

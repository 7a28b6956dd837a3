import { displayState, type Card, type DisplayState } from '../../domain/records/cards/card'

/** The state of a record as the desk shows it. Here a corrected accepted form needs action too. */
export function deskState(card: Card): DisplayState {
  return card.corrected ? 'action' : displayState(card)
}

/** Bugs that can be planted: each is one line wrong in the server, the engine's ports or the book. */
export const bugs = {
  doubles: 'the server judges a repeat again',
  gaps: 'the server judges beyond the next counter',
  noReset: 'a cursor of another scope or epoch is gone on from',
  shortPage: 'a page says it is done before it is',
  dropRefused: 'what was refused leaves the phone',
  emptyPage: 'the cursor moves before the records are stored',
  forgetDone: 'nothing is kept for a server that lost it',
  adopted: 'the replica takes the word of the server for its own digest',
  keepsMoved: 'who reads single hamlets is not told that a record left one of them',
  amendsParts: 'a change is laid on what is left of a record',
  thawed: 'what was sent once may still be changed',
} as const
export type Bug = keyof typeof bugs

import type { Known } from './body'

export const knownWords: Known = { keys: [], words: [] }

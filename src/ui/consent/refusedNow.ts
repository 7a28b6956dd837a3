import { refusedPurposes, type Purpose } from '../../domain/consent'
import type { Answers } from '../../domain/forms/answers'
import type { Card } from '../../domain/records/cards/card'

/**
 * What a person said no to, sent or not; where their record cannot be read, what their card keeps of it: a "no" is not undone by a
 * disk that spoilt.
 */
export const refusedNow = ({ refused = [] }: Card, newest: Answers | undefined): readonly Purpose[] => (newest ? refusedPurposes(newest) : refused)

import { refusedPurposes, type Purpose } from '../../domain/consent'
import type { Answers } from '../../domain/forms/answers'
import type { Card } from '../../domain/records/cards/card'

/**
 * The purposes a person refused, even if that was not sent yet. If their record cannot be read, the refusals that their card keeps: a spoilt
 * record must not undo a refusal.
 */
export const refusedNow = ({ refused = [] }: Card, newest: Answers | undefined): readonly Purpose[] => (newest ? refusedPurposes(newest) : refused)

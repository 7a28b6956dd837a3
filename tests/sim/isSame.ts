import { isDeepStrictEqual } from 'node:util'
import { recordCheck } from '../../src/domain/records/digest'
import type { RegisterRecord } from '../../src/domain/records/record'
import type { HeldRecord } from '../../src/domain/records/shrink'

/** The record, or a part that knows which whole it is of. */
export const isSame = (held: HeldRecord | undefined, record: RegisterRecord): boolean =>
  held?.shrunk === undefined ? isDeepStrictEqual(held, record) : held.shrunk === recordCheck(record) && held.version === record.version

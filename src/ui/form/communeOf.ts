import type { LocalRecord } from '../../storage/ledger'

/** The commune of a record, sent or not; `''` = there is no record. */
export const communeOf = (record: LocalRecord | null): string => record?.server?.commune ?? record?.pending[0]?.commune ?? ''

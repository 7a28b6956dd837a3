import { isDeepStrictEqual } from 'node:util'
import type { RegisterRecord } from '../../src/domain/records/record'

/** What the server ever told each phone of records, whether or not the answer arrived. */
export class Shown {
  private readonly told = new Map<string, Set<RegisterRecord>>()

  tell(phone: string, record: RegisterRecord): void {
    const key = `${phone} ${record.id}`
    this.told.set(key, (this.told.get(key) ?? new Set()).add(record))
  }

  /** Whether this phone was ever told the record with this value in the field. `null` = with none. */
  has(phone: string, id: string, field: string, value: unknown): boolean {
    return [...(this.told.get(`${phone} ${id}`) ?? [])].some(({ answers }) => isDeepStrictEqual(answers[field] ?? null, value))
  }
}

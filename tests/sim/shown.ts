import { isDeepStrictEqual } from 'node:util'
import type { RegisterRecord } from '../../src/domain/records/record'

/** What the server ever told each phone of records, whether or not the answer arrived. */
export class Shown {
  private readonly told = new Map<string, Set<RegisterRecord>>()
  private readonly seqs = new Map<string, number>()

  /** @param seq change number of the register at this moment */
  tell(phone: string, record: RegisterRecord, seq: number): void {
    const key = `${phone} ${record.id}`
    this.told.set(key, (this.told.get(key) ?? new Set()).add(record))
    this.seqs.set(key, Math.max(this.upTo(phone, record.id), seq))
  }

  /** The change number up to which this phone was told what became of the record, whatever was overwritten before it looked. */
  upTo(phone: string, id: string): number {
    return this.seqs.get(`${phone} ${id}`) ?? 0
  }

  /** The register was put back to this change number: those above it are given out again, to other changes. */
  putBack(seq: number): void {
    for (const [key, upTo] of this.seqs) this.seqs.set(key, Math.min(upTo, seq))
  }

  /** Whether this phone was ever told the record with this value in the field. `null` = with none. */
  has(phone: string, id: string, field: string, value: unknown): boolean {
    return [...(this.told.get(`${phone} ${id}`) ?? [])].some(({ answers }) => isDeepStrictEqual(answers[field] ?? null, value))
  }
}

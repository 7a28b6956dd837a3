/** One generated record: `id` and 45 fields of Vietnamese texts, numbers and one yes or no. */
export function makeRecord(n: number, seed?: number): Readonly<Record<string, string | number | boolean>>

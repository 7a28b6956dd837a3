/** `1 form`, `2 forms`: an English count with its noun. Vietnamese has no plural. */
export const counted = (count: number | string, one: string, many = `${one}s`): string => `${count} ${String(count) === '1' ? one : many}`

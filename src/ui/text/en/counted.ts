/** `1 form`, `2 forms`: an English count with its word; Vietnamese has one word for both. */
export const counted = (count: number | string, one: string, many = `${one}s`): string => `${count} ${String(count) === '1' ? one : many}`

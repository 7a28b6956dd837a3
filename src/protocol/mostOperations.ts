/** The most operations one request may hold. Apart from `messages.ts`, because a phone counts them before it needs its schemas. */
export const MOST_OPERATIONS = 2_000

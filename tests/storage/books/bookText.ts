import type { BookImage } from './writeBook'

/* A book as a text file: JSON, with bytes as base64. */

interface BytesText { readonly base64: string }

export function bookText(book: BookImage): string {
  return `${JSON.stringify(book, (_key, value: unknown) => (value instanceof Uint8Array ? ({ base64: Buffer.from(value).toString('base64') } satisfies BytesText) : value), 1)}\n`
}

export function bookFrom(text: string): BookImage {
  return JSON.parse(text, (_key, value: unknown) => (isBytes(value) ? new Uint8Array(Buffer.from(value.base64, 'base64')) : value)) as BookImage
}

const isBytes = (value: unknown): value is BytesText => typeof value === 'object' && value !== null && typeof (value as Partial<BytesText>).base64 === 'string'

/**
 * The answer to a `photo` question names the photo by its content: SHA-256 of the bytes of the JPEG, base64url without
 * padding. So the record says which photo it means, and whoever has bytes can tell whether they are the ones.
 */
export const PHOTO_HASH = /^[A-Za-z0-9_-]{43}$/

/** Most bytes of one photo: a page of paper is legible in a quarter of that. */
export const MOST_PHOTO_BYTES = 1_000_000

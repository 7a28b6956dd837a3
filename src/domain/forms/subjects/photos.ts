/**
 * The answer to a `photo` question names the photo by its content: SHA-256 of the bytes of the JPEG, base64url without
 * padding. So the record says which photo it means, and anybody who has the bytes can check them.
 */
export const PHOTO_HASH = /^[A-Za-z0-9_-]{43}$/

/** Largest size of one photo in bytes. A page of paper is legible in a quarter of that. */
export const MOST_PHOTO_BYTES = 1_000_000

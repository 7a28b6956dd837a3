/** Operations and requests are shallow. Deeper JSON is an attack on any code that walks through it. */
const MAX_DEPTH = 32
const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

/**
 * Parses JSON bytes from outside.
 * @throws RangeError if it nests too deep, TypeError if it is not UTF-8, SyntaxError if it is not JSON
 */
export function readShallowJson(bytes: Uint8Array): unknown {
  if (isTooDeep(bytes)) throw new RangeError(`shallowJson — more than ${MAX_DEPTH} deep`)
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}

/** Counts brackets outside strings. It does not check whether the JSON is valid. */
function isTooDeep(bytes: Uint8Array): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!
    if (byte === QUOTE) inString = !inString
    else if (inString && byte === BACKSLASH) at += 1
    else if (!inString && OPENING.has(byte)) depth += 1
    else if (!inString && CLOSING.has(byte)) depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}

import { fail, ok } from '../domain/result'
import { getBytes, toBase64url } from '../protocol/base64url'
import type { Passkeys } from '../ui/platform'

interface PrfResults { readonly prf?: { readonly enabled?: boolean; readonly results?: { readonly first?: BufferSource } } }

const prfInput = (salt: Uint8Array<ArrayBuffer>) => ({ prf: { eval: { first: salt } } }) as AuthenticationExtensionsClientInputs
const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length))

/**
 * WebAuthn with the PRF extension (W3C WebAuthn level 3, 10.1.4): the device's passkey yields 32 secret bytes for a salt. They
 * open the store on this device only. The server never learns of it, so nobody checks the challenge.
 */
export const browserPasskeys: Passkeys = {
  async isSupported() {
    if (typeof PublicKeyCredential === 'undefined') return false
    return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false)
  },
  async create({ userId, username, salt }) {
    try {
      const credential = await navigator.credentials.create({
        publicKey: {
          rp: { name: 'Sổ Thôn' },
          user: { id: new TextEncoder().encode(userId), name: username, displayName: username },
          challenge: random(32),
          pubKeyCredParams: [{ type: 'public-key', alg: -7 }, { type: 'public-key', alg: -257 }],
          authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
          extensions: prfInput(salt),
        },
      }) as PublicKeyCredential | null
      if (!credential) return fail({ kind: 'cancelled' })
      const credentialId = toBase64url(new Uint8Array(credential.rawId))
      const first = bytesOf(credential)
      // Many authenticators give the secret only at a second request.
      return first ? ok({ credentialId, prf: first }) : await afterCreation(credentialId, salt)
    } catch (error) {
      return fail({ kind: isRefusal(error) ? 'cancelled' : 'unsupported' })
    }
  },
  async evaluate({ credentialId, salt }) {
    try {
      const credential = await navigator.credentials.get({
        publicKey: {
          challenge: random(32),
          allowCredentials: [{ type: 'public-key', id: getBytes(credentialId) }],
          userVerification: 'required',
          extensions: prfInput(salt),
        },
      }) as PublicKeyCredential | null
      const prf = credential && bytesOf(credential)
      return prf ? ok(prf) : fail({ kind: 'unsupported' })
    } catch (error) {
      return fail({ kind: isRefusal(error) ? 'cancelled' : 'unsupported' })
    }
  },
}

async function afterCreation(credentialId: string, salt: Uint8Array<ArrayBuffer>) {
  const evaluated = await browserPasskeys.evaluate({ credentialId, salt })
  return evaluated.ok ? ok({ credentialId, prf: evaluated.value }) : evaluated
}

function bytesOf(credential: PublicKeyCredential): Uint8Array<ArrayBuffer> | null {
  const first = (credential.getClientExtensionResults() as PrfResults).prf?.results?.first
  if (!first) return null
  return first instanceof ArrayBuffer ? new Uint8Array(first) : new Uint8Array(first.buffer as ArrayBuffer, first.byteOffset, first.byteLength).slice()
}

/** The person refused, or did not answer in time (WebAuthn 5.1.3). */
function isRefusal(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotAllowedError'
}

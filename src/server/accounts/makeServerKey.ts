import { DhkemP256HkdfSha256 } from '@hpke/core'

/** A new key pair for the sealed queue: HPKE's DHKEM(P-256), both halves serialised as RFC 9180 says, base64url. */
export async function makeServerKey(): Promise<{ publicKey: string; privateKey: string }> {
  const kem = new DhkemP256HkdfSha256()
  const pair = await kem.generateKeyPair()
  const [publicKey, privateKey] = await Promise.all([kem.serializePublicKey(pair.publicKey), kem.serializePrivateKey(pair.privateKey)])
  return { publicKey: base64url(publicKey), privateKey: base64url(privateKey) }
}

const base64url = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64url')

interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown }
}

const policy = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes?.createPolicy('sothon', {
  createScriptURL(url) {
    if (new URL(url, location.href).origin !== location.origin) throw new TypeError(`trustedScriptUrl — script of another origin — ${url}`)
    return url
  },
})

/**
 * A script address the page may load. The server's policy requires Trusted Types for scripts, so workers and the service worker
 * get their address here.
 * @throws TypeError if it is of another origin: this is a bug
 */
export function trustedScriptUrl(url: string): string {
  return (policy ? policy.createScriptURL(url) : url) as string
}

export const loadCollect = () => import('../collect/CollectRoutes')
export const loadReview = () => import('../review/ReviewRoutes')

const DESK = '(min-width: 60rem)'

/**
 * Fetches and compiles, while a passphrase is being typed, the screens that will most likely come after it: who holds the
 * device is not known before the book is open, how wide it is, is.
 */
export async function preloadScreens(): Promise<void> {
  await (window.matchMedia?.(DESK).matches ? loadReview() : loadCollect())
}

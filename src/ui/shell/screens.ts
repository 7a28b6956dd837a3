export const loadCollect = () => import('../collect/CollectRoutes')
export const loadReview = () => import('../review/ReviewRoutes')

const DESK = '(min-width: 60rem)'

/**
 * Loads the screens that will most likely follow, while a passphrase is being typed. Before the book is open the holder's role is
 * unknown, but the width of the screen is known.
 */
export async function preloadScreens(): Promise<void> {
  await (window.matchMedia?.(DESK).matches ? loadReview() : loadCollect())
}

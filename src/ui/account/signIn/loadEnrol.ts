/** The screen that follows the first sign-in of a device: no later visit needs it. */
export const loadEnrol = () => import('./EnrolScreen')

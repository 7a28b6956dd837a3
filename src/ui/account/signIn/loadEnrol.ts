/** Loads the screen after the first sign-in on a device. No later visit needs it. */
export const loadEnrol = () => import('./EnrolScreen')

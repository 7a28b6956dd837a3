import { keep, recall } from '../keep'

const key = (userId: string): string => `sothon-tour:${userId}`

export const hasSeenTour = (userId: string): boolean => recall(key(userId)) !== null
export const keepTourSeen = (userId: string): void => keep(key(userId), 'seen')

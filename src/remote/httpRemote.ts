import * as z from 'zod/mini'
import type { Result } from '../domain/result'
import {
  deviceSchema, enrolledSchema, freshPasswordSchema, hamletsSchema, historyEntrySchema, importPreviewSchema, importResultSchema, meSchema, recordAnswerSchema, surveysSchema, twinsElsewhereSchema, userSchema,
  type Me,
} from '../protocol/api'
import { hamletSchema } from '../protocol/messages'
import type { Remote, RemoteFailure } from './remote'
import type { Session } from './session'

const nothing = z.pipe(z.unknown(), z.transform(() => null))
const usersSchema = z.object({ users: z.array(userSchema) })
const devicesSchema = z.object({ devices: z.array(deviceSchema) })
const entriesSchema = z.object({ entries: z.array(historyEntrySchema) })
const createdSchema = z.object({ user: userSchema, password: z.string() })

/** The server's API over HTTP, see `protocol/api.ts` for the routes. */
export function httpRemote(session: Session): Remote {
  const get = <T>(path: string, schema: z.ZodMiniType<T>) => session.call({ method: 'GET', path }, schema)
  const post = <T>(path: string, json: unknown, schema: z.ZodMiniType<T>) => session.call({ method: 'POST', path, json }, schema)
  const patch = <T>(path: string, json: unknown, schema: z.ZodMiniType<T>) => session.call({ method: 'PATCH', path, json }, schema)

  return {
    as: (userId) => httpRemote(session.as(userId)),
    async signIn(username, password) {
      return remembered(session, await post('/api/sign-in', { username, password }, meSchema))
    },
    async me() {
      return remembered(session, await get('/api/me', meSchema))
    },
    async signOut() {
      const answer = await post('/api/sign-out', {}, nothing)
      session.forget()
      return answer
    },
    changePassword: (current, next) => post('/api/password', { current, next }, nothing),
    enrol: (input) => post('/api/devices', input, enrolledSchema),
    record: async (commune, id) => only(await get(`/api/communes/${commune}/records/${id}`, recordAnswerSchema), (body) => body.record),
    history: async (commune, record) => only(await get(`/api/communes/${commune}/records/${record}/history`, entriesSchema), (body) => body.entries),

    twinsElsewhere: (commune, query) => post(`/api/communes/${commune}/twins`, query, twinsElsewhereSchema),
    photo: (commune, hash) => session.photo(`/api/communes/${commune}/photos/${hash}/file`),

    users: async (commune) => only(await get(`/api/admin/users?commune=${commune}`, usersSchema), (body) => body.users),
    createUser: (input) => post('/api/admin/users', input, createdSchema),
    updateUser: (id, change) => patch(`/api/admin/users/${id}`, change, userSchema),
    resetPassword: (id) => post(`/api/admin/users/${id}/reset-password`, {}, freshPasswordSchema),
    signOutEverywhere: (id) => post(`/api/admin/users/${id}/sign-out`, {}, nothing),
    devices: async (commune) => only(await get(`/api/admin/devices?commune=${commune}`, devicesSchema), (body) => body.devices),
    revokeDevice: (commune, id) => post(`/api/admin/devices/${id}/revoke`, { commune }, nothing),
    hamlets: async (commune) => only(await get(`/api/communes/${commune}/hamlets`, hamletsSchema), (body) => body.hamlets),
    createHamlet: async (commune, input) => only(await post(`/api/communes/${commune}/hamlets`, input, z.object({ hamlet: hamletSchema })), (body) => body.hamlet),
    updateHamlet: async (commune, id, input) => only(await patch(`/api/communes/${commune}/hamlets/${id}`, input, z.object({ hamlet: hamletSchema })), (body) => body.hamlet),
    surveys: async () => only(await get('/api/admin/surveys', surveysSchema), (body) => body.surveys),
    planSurvey: (survey) => post('/api/admin/surveys', survey, nothing),
    dropSurvey: (survey) => post('/api/admin/surveys/drop', survey, nothing),
    previewImport: (commune, rows) => post(`/api/communes/${commune}/import/preview`, { rows }, importPreviewSchema),
    commitImport: (commune, rows) => post(`/api/communes/${commune}/import/commit`, { rows }, importResultSchema),
  }
}

function remembered(session: Session, answer: Result<Me, RemoteFailure>): Result<Me, RemoteFailure> {
  if (answer.ok) session.remember(answer.value)
  return answer
}

function only<A, B>(answer: Result<A, RemoteFailure>, pick: (body: A) => B): Result<B, RemoteFailure> {
  return answer.ok ? { ok: true, value: pick(answer.value) } : answer
}

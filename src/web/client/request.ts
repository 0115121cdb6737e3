import { kindOf, RequestFailure, type Said } from './failure.ts'

/** The header of `server/contract/header.ts`; a test holds the two equal. */
export const requestHeader = { 'x-zhiren-request': '1' }

/** The other one there. */
export const unattendedHeader = { 'x-zhiren-unattended': '1' }

/** What a page asks by itself, when nobody has touched it for a minute, keeps no session open. */
const untouchedMs = 60_000
let touchedAt = Date.now()
for (const touch of ['pointerdown', 'pointermove', 'keydown', 'wheel'])
  globalThis.addEventListener?.(
    touch,
    () => {
      touchedAt = Date.now()
    },
    { passive: true, capture: true },
  )
const attendance = (): Record<string, string> => (Date.now() - touchedAt > untouchedMs ? unattendedHeader : {})

export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>

/** `?a=1&b=x&b=y`, without what is empty; an empty query is an empty text. */
export function queryString(query: Query): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) parameters.append(name, String(one))
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

/** What `public/first-questions.js` asked before this script had come. */
const askedFirst = (globalThis as { zhirenAsked?: Record<string, Promise<Response | undefined>> }).zhirenAsked ?? {}

/** Such an answer is taken once: whoever asks again wants to know how it is now. */
function takeFirst(path: string): Promise<Response | undefined> | undefined {
  const answer = askedFirst[path]
  delete askedFirst[path]
  return answer
}

async function saidBy(response: Response): Promise<Said | undefined> {
  const body: unknown = await response.json().catch(() => undefined)
  const isFailure = typeof body === 'object' && body !== null && 'message' in body && 'mend' in body
  return isFailure ? (body as Said) : undefined
}

async function send(path: string, init: RequestInit, first?: Promise<Response | undefined>): Promise<Response> {
  let response: Response
  try {
    response = (await first) ?? (await fetch(path, { ...init, credentials: 'same-origin' }))
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new RequestFailure('offline', 0)
  }
  if (response.ok) return response
  const said = await saidBy(response)
  // What stands before the server answers for it while it is away.
  const isAway = said === undefined && [502, 503, 504].includes(response.status)
  throw new RequestFailure(isAway ? 'offline' : kindOf(response.status), response.status, said)
}

/** Reads one answer of the contract. */
export async function read<Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  const address = `/api${path}${queryString(query)}`
  const response = await send(address, { headers: attendance(), ...(signal && { signal }) }, takeFirst(address))
  return (await response.json()) as Answer
}

const underWay = new Map<string, Promise<unknown>>()

/**
 * Sends what changes something; answers undefined where the contract answers 204. The same once more, before the first has
 * been answered, is a double click: it is sent once.
 */
export function change<Answer>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
  signal?: AbortSignal,
): Promise<Answer> {
  if (signal) return sendChange(method, path, body, signal)
  const act = JSON.stringify([method, path, body])
  const sent = underWay.get(act) ?? sendChange<Answer>(method, path, body).finally(() => underWay.delete(act))
  underWay.set(act, sent)
  return sent as Promise<Answer>
}

async function sendChange<Answer>(
  method: string,
  path: string,
  body: object | undefined,
  signal?: AbortSignal,
): Promise<Answer> {
  const response = await send(`/api${path}`, {
    method,
    headers: { ...requestHeader, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  })
  return (response.status === 204 ? undefined : await response.json()) as Answer
}

/** Sends one file as it is; what is said about it goes in the address. */
export async function upload<Answer>(path: string, query: Query, file: Blob, signal?: AbortSignal): Promise<Answer> {
  const response = await send(`/api${path}${queryString(query)}`, {
    method: 'POST',
    headers: { ...requestHeader, 'content-type': 'application/octet-stream' },
    body: file,
    ...(signal && { signal }),
  })
  return (await response.json()) as Answer
}

/** Asks for a file and hands it to the browser to keep; answers the name that the server gave it. */
export async function takeFile(path: string, body: object, signal?: AbortSignal): Promise<string> {
  const response = await send(`/api${path}`, {
    method: 'POST',
    headers: { ...requestHeader, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  })
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  const name = decodeURIComponent(encoded ?? 'export')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
  return name
}

/** A browser without a page: it keeps its session, and says of every request whether it was answered at all. */
export interface Answer {
  /** 0 where no answer came: whether the request was done, nobody can tell. */
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into by the proofs that ask, as pages do.
  readonly body: any
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Acknowledged: it must be there for ever. */
export const isDone = ({ status }: Answer): boolean => status >= 200 && status < 300
/** Neither acknowledged nor refused: it may be there or not, but not half. */
export const isUnsure = ({ status }: Answer): boolean => status === 0 || status >= 500

export class Client {
  private readonly address: () => string
  private cookie = ''
  /** Statuses of 500 and above that were answered. */
  failures = 0
  /** How often each was answered with which code; without an answer too. */
  readonly failed = new Map<string, number>()

  constructor(address: () => string) {
    this.address = address
  }

  async signIn(account: string, password: string): Promise<Answer> {
    return this.send('POST', '/session', { account, password })
  }

  get = (path: string): Promise<Answer> => this.send('GET', path)
  post = (path: string, body?: object): Promise<Answer> => this.send('POST', path, body)

  async send(method: Method, path: string, body?: object | Uint8Array): Promise<Answer> {
    const isBytes = body instanceof Uint8Array
    const headers: Record<string, string> = { 'x-zhiren-request': '1', cookie: this.cookie }
    if (body) headers['content-type'] = isBytes ? 'application/octet-stream' : 'application/json'
    try {
      const response = await fetch(`${this.address()}/api${path}`, {
        method,
        headers,
        signal: AbortSignal.timeout(60_000),
        ...(body && { body: isBytes ? Buffer.from(body) : JSON.stringify(body) }),
      })
      const [given] = response.headers.getSetCookie()
      if (given) this.cookie = given.split(';')[0] ?? ''
      if (response.status >= 500) this.failures += 1
      const bytes = Buffer.from(await response.arrayBuffer())
      const isJson = response.headers.get('content-type')?.includes('json') ?? false
      const answer = { status: response.status, body: isJson ? JSON.parse(bytes.toString()) : bytes }
      if (response.status >= 500) this.note(`${response.status} ${answer.body.code}`)
      return answer
    } catch {
      this.note('nothing')
      return { status: 0, body: undefined }
    }
  }

  private note(failure: string): void {
    this.failed.set(failure, (this.failed.get(failure) ?? 0) + 1)
  }
}

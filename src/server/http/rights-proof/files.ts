/** Files that leave: how each route that answers something else than JSON is asked for one, and what a file says once opened. */
import { extractText, getDocumentProxy } from 'unpdf'
import { fromBufferPromise } from 'yauzl'
import { paperFields } from '#domain/lexicon/paper-columns.ts'
import { rosterFieldNames } from '#domain/lexicon/roster-fields.ts'
import { officePapers } from '../../contract/index.ts'
import type { Model } from './model.ts'
import { oneOf } from './situations.ts'

export interface FileRequest {
  readonly url: string
  /** Undefined for what is only read. */
  readonly payload?: object
}

type Drawn = (model: Model, draw: () => number) => readonly FileRequest[]

const purpose = '核对权限'
/** Somebody of whom nothing but the drawing knows whether the reader sees him. */
const anybody = ({ facts }: Model, draw: () => number): string => oneOf(draw, facts.people) ?? ''
const columns = rosterFieldNames.filter((field) => field !== 'verdict')
const others = paperFields.filter((field) => field !== 'photo' && field !== 'name')
const design = (draw: () => number) => ({
  title: '名册',
  columns: ['name' as const, ...others.filter(() => draw() < 0.5)].slice(0, 60).map((field) => ({ field })),
  groupBy: oneOf(draw, ['none', 'unit'] as const),
  sort: 'seat',
  order: 'asc',
  page: 'a4-landscape',
})

/** Requests for files, drawn. */
export const drawnFiles: Readonly<Record<string, Drawn>> = {
  'post /api/cadres/file': () => [
    { url: '/api/cadres/file', payload: { title: '名册', columns, filter: { status: 'all' }, purpose } },
  ],
  'post /api/rosters/file': (_, draw) =>
    ['xlsx', 'pdf'].map((format) => ({
      url: '/api/rosters/file',
      payload: { design: design(draw), filter: { status: 'all' }, format, purpose },
    })),
  'post /api/papers/file': (model, draw) => {
    const paper = oneOf(draw, officePapers) ?? 'roster'
    const people = {
      kind: 'people',
      people: [anybody(model, draw), anybody(model, draw)].map((cadreId) => ({ cadreId })),
    }
    const source = paper === 'post-quota' ? { kind: 'units' } : people
    return ['xlsx', 'pdf'].map((format) => ({ url: '/api/papers/file', payload: { paper, source, format, purpose } }))
  },
  'post /api/cadres/{cadreId}/form': (model, draw) => {
    const url = `/api/cadres/${anybody(model, draw)}/form`
    return ['lrmx', 'docx', 'pdf'].map((format) => ({ url, payload: { format, purpose } }))
  },
  'post /api/comparison/file': (model, draw) => [
    {
      url: '/api/comparison/file',
      payload: { cadres: [anybody(model, draw), anybody(model, draw)], format: 'xlsx', purpose },
    },
  ],
  'post /api/units/file': () => [{ url: '/api/units/file', payload: { format: 'xlsx', purpose } }],
  'post /api/todos/calendar': () => [{ url: '/api/todos/calendar', payload: { scope: 'all', format: 'ics', purpose } }],
  'get /api/cadres/{cadreId}/photo': (model, draw) => [{ url: `/api/cadres/${anybody(model, draw)}/photo` }],
}

/** Files whose readers are decided by something else than grants, and a batch that a test follows from its order on. */
export const otherFiles: Readonly<Record<string, string>> = {
  'post /api/forms/{batchId}/file': 'begun, changed and fetched in a test of its own',
  'get /api/cases/{caseId}/files/{fileId}/content': 'who takes part in the case',
  'get /api/cases/{caseId}/papers/{paperId}/content': 'who takes part in the case',
  'post /api/ballots/{ballotId}/slips': 'who holds the ballot; no person is in it but by code',
  'post /api/ballots/{ballotId}/report': 'who holds the ballot',
  'post /api/matters/{matterId}/letters/{seq}': 'who takes part in the matter',
  'post /api/me/matters/{matterId}/letters/{seq}': 'the person himself',
  'post /api/me/record': 'the person himself',
  'get /api/imports/{importId}/problems': 'who imports: it says what the file that came in says',
  'post /api/audit/file': 'the auditor, who has no grants',
  'post /api/register/file': 'names no person',
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-'

async function entriesOf(bytes: Uint8Array): Promise<string> {
  const zip = await fromBufferPromise(Buffer.from(bytes))
  const said: string[] = []
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    const pieces: Buffer[] = []
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
    said.push(entry.fileName, await textOfFile(Buffer.concat(pieces)))
  }
  return said.join('\n')
}

/** All that a file says, without the marks and blanks in which a name may be laid; archives are opened to the last. */
export async function textOfFile(bytes: Uint8Array): Promise<string> {
  if (isZip(bytes)) return entriesOf(bytes)
  const text = isPdf(bytes)
    ? (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text
    : Buffer.from(bytes).toString('utf8')
  return text.replace(/<[^>]*>/g, '\n').replace(/[^\S\n]+/g, '')
}

/** What people do all day, by role: which requests, how often, and how long they look before the next. */
import type { Random } from '../../../src/county/random.ts'
import { type Answer, type Client, isDone } from '../client.ts'

export interface Known {
  readonly cadres: readonly string[]
  readonly vacancies: readonly string[]
  readonly units: readonly string[]
}

/** One person at a browser. */
export interface User {
  readonly client: Client
  readonly role: string
  readonly random: Random
  readonly known: Known
  /** The matter that this user handles alone. */
  matter?: { readonly id: string; version: number }
}

interface Deed {
  readonly kind: string
  readonly weight: number
  do(user: User): Promise<Answer>
}

const one = (random: Random, items: readonly string[]): string => items[random.below(items.length)] ?? ''
const today = '2026-11-22'

const reading: readonly Deed[] = [
  {
    kind: 'roster, a page',
    weight: 18,
    do: ({ client, random }) => client.get(`/cadres?offset=${50 * random.below(20)}`),
  },
  {
    kind: 'roster, filtered',
    weight: 12,
    do: ({ client, random }) => client.get(`/cadres?${random.chance(0.5) ? 'sex=female' : 'reserve=true'}&limit=50`),
  },
  { kind: 'roster, statistics', weight: 2, do: ({ client }) => client.get('/cadres/statistics') },
  {
    kind: 'dossier',
    weight: 20,
    do: ({ client, random, known }) => client.get(`/cadres/${one(random, known.cadres)}`),
  },
  {
    kind: 'dossier, achievement',
    weight: 4,
    do: ({ client, random, known }) => client.get(`/cadres/${one(random, known.cadres)}/achievement`),
  },
  {
    kind: 'search',
    weight: 8,
    do: ({ client, random }) =>
      client.get(`/search?q=${encodeURIComponent(one(random, ['张', '李', '王', '财政', '局长']))}`),
  },
  { kind: 'home', weight: 8, do: ({ client }) => client.get('/home') },
  { kind: 'to-dos', weight: 5, do: ({ client }) => client.get('/todos') },
  { kind: 'units', weight: 3, do: ({ client }) => client.get('/units') },
  {
    kind: 'vacancy',
    weight: 4,
    do: ({ client, random, known }) => client.get(`/vacancies/${one(random, known.vacancies)}`),
  },
  {
    kind: 'candidates',
    weight: 4,
    do: ({ client, random, known }) => client.get(`/vacancies/${one(random, known.vacancies)}/candidates`),
  },
  { kind: 'cases', weight: 2, do: ({ client }) => client.get('/cases') },
  { kind: 'matters', weight: 2, do: ({ client }) => client.get('/matters') },
]

async function note(user: User): Promise<Answer> {
  if (!user.matter) {
    const cadreId = one(user.random, user.known.cadres)
    const body = {
      kind: 'clearing',
      title: '反映问题不实的澄清',
      on: today,
      cadreId,
      reason: '匿名信反映的问题经查不实',
    }
    const answer = await user.client.post('/matters', body)
    if (isDone(answer)) user.matter = { id: answer.body.matterId, version: 1 }
    return answer
  }
  const { id, version } = user.matter
  const answer = await user.client.post(`/matters/${id}/events`, {
    version,
    on: today,
    act: { kind: 'noted', note: `第 ${version} 次` },
  })
  if (isDone(answer)) user.matter.version = answer.body.version
  // A long course is not what is measured.
  if (version > 12) delete user.matter
  return answer
}

const writing: readonly Deed[] = [
  { kind: 'write: a matter, or a note in it', weight: 5, do: note },
  {
    kind: 'write: a judgement',
    weight: 2,
    do: ({ client, random, known }) =>
      client.post(`/cadres/${one(random, known.cadres)}/judgements`, {
        output: 'room',
        stance: 'add',
        text: '部务会意见',
      }),
  },
  {
    kind: 'form as .lrmx',
    weight: 1,
    do: ({ client, random, known }) =>
      client.post(`/cadres/${one(random, known.cadres)}/form`, {
        edition: '2025',
        format: 'lrmx',
        purpose: '核对表格',
      }),
  },
]

const own: readonly Deed[] = [
  { kind: 'own record', weight: 3, do: ({ client }) => client.get('/me') },
  { kind: 'own record, who looked', weight: 1, do: ({ client }) => client.get('/me/visits') },
]
const audit: readonly Deed[] = [{ kind: 'audit, a page', weight: 1, do: ({ client }) => client.get('/audit') }]

const deedsOf: Readonly<Record<string, readonly Deed[]>> = {
  officer: [...reading, ...writing],
  colleague: [...reading, ...writing],
  head: reading,
  cadre: own,
  auditor: audit,
}

/** Of a hundred users: officers most, and some of the others. */
export const roleOf = (number: number): string => {
  const at = number % 20
  return at < 11 ? 'officer' : at < 15 ? 'colleague' : at < 18 ? 'head' : at < 19 ? 'cadre' : 'auditor'
}

export function deedOf({ role, random }: User): Deed {
  const deeds = deedsOf[role] ?? reading
  let left = random.uniform() * deeds.reduce((sum, { weight }) => sum + weight, 0)
  for (const deed of deeds) {
    left -= deed.weight
    if (left <= 0) return deed
  }
  return reading[0] as Deed
}

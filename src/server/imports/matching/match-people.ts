/**
 * Whether an arriving person is recorded already, or stands in the same import twice. A number of identity settles it; a
 * name alone never does: with several people of a name, or facts that disagree, a person chooses.
 */
import type { Candidate, Match } from '#domain/import.ts'
import { fill, type Text } from '#domain/text.ts'
import { linkPeople, type PersonLink, type PersonListing } from '#identify/index.ts'
import { type Agreement, agreementOf } from './reasons.ts'

/** Beyond this many pairs of people the likenesses of names are not looked for: only equal names and numbers meet. */
const mostPairs = 25_000_000
const shownMost = 8
const namedMost = 3
const sureFrom = 0.95
/** From here on somebody of another name is shown. */
const likelyFrom = 0.5

const words = {
  sameNumber: { zh: '身份号码相同', en: 'The citizen numbers are the same' },
  otherPerson: {
    zh: '身份号码相同，而姓名和出生年月都不同：其中一处号码有误',
    en: 'The citizen numbers are the same, but name and birth differ: one of the numbers is wrong',
  },
  otherNumber: {
    zh: '姓名、出生年月相同，而身份号码不同：核对号码',
    en: 'Name and birth are the same, but the citizen numbers differ: check them',
  },
  namesakes: {
    zh: '同名而出生年月不同，是另一人：{who}',
    en: 'Of the same name and born at another time, so somebody else: {who}',
  },
} satisfies Record<string, Text>

/** Somebody to be compared with, and whom a candidate names. */
interface Other {
  readonly listing: PersonListing
  readonly of: { readonly id: string } | { readonly number: number }
}

interface Weighed extends Candidate {
  readonly agreement: Agreement
}

/**
 * A match for every arriving person, in their order. The id of an arriving listing is its number in the import.
 * @example matchPeople(arriving, standing)[0]?.outcome // 'possible'
 */
export function matchPeople(arriving: readonly PersonListing[], standing: readonly PersonListing[]): readonly Match[] {
  const links = linksBetween(standing, arriving)
  const recorded = indexOf(standing.map((listing) => ({ listing, of: { id: listing.id } })))
  const earlier = indexOf([])
  return arriving.map((listing) => {
    const others = [...recorded.like(listing), ...earlier.like(listing)]
    for (const { left, probability } of links.get(listing.id)?.values() ?? []) {
      const other = probability >= likelyFrom ? recorded.byId(left) : undefined
      if (other && !others.includes(other)) others.push(other)
    }
    const match = matchOne(listing, others, links.get(listing.id))
    // A later sheet of the same person is compared with the first alone.
    const isTwin = match.outcome === 'known' && match.candidates[0]?.number !== undefined
    if (!isTwin) earlier.add({ listing, of: { number: Number(listing.id) } })
    return match
  })
}

function matchOne(
  listing: PersonListing,
  others: readonly Other[],
  links: ReadonlyMap<string, PersonLink> | undefined,
): Match {
  const weighed = others.map((other): Weighed => {
    const link = 'id' in other.of ? links?.get(other.listing.id) : undefined
    const agreement = agreementOf(listing, other.listing, link)
    const { reasons } = agreement
    return { ...other.of, name: other.listing.name, probability: link?.probability, reasons, agreement }
  })
  const namesakes = weighed.flatMap(({ id }) => id ?? [])
  const byNumber = weighed.filter(({ agreement }) => agreement.levels['citizen-id'] === 'same')
  if (byNumber.length > 0) return matchByNumber(byNumber, namesakes)
  const [strangers, possible] = partition(weighed, ({ agreement: { levels } }) => levels.born === 'different')
  const notes =
    strangers.length > 0 ? [fill(words.namesakes, { who: strangers.slice(0, namedMost).map(nameOf).join('、') })] : []
  const [first] = possible
  if (!first) return { outcome: 'new', candidates: [], namesakes, notes }
  if (possible.some(hasOtherNumber)) notes.push(words.otherNumber)
  // Somebody recorded and an earlier sheet of the same person are no two candidates: the record goes first.
  const rivals = possible.filter(({ id }) => first.id === undefined || id !== undefined)
  const sure = rivals.length === 1 && isSure(first)
  const candidates = sure ? [first] : possible
  return {
    outcome: sure ? 'known' : 'possible',
    candidates: candidates.sort(likestFirst).slice(0, shownMost).map(shown),
    namesakes,
    notes,
  }
}

function matchByNumber(found: readonly Weighed[], namesakes: readonly string[]): Match {
  const [first] = found
  const isOne = found.filter(({ id }) => id !== undefined).length <= 1
  const contradicts = found.some(
    ({ agreement: { levels } }) =>
      levels.name === 'different' && levels.born !== 'same-day' && levels.born !== 'same-month',
  )
  const candidates = found.map((one) => shown({ ...one, reasons: [words.sameNumber, ...one.reasons] }))
  if (first && isOne && !contradicts)
    return { outcome: 'known', candidates: candidates.slice(0, 1), namesakes, notes: [] }
  return { outcome: 'possible', candidates, namesakes, notes: contradicts ? [words.otherPerson] : [] }
}

const shown = ({ agreement: _agreement, ...candidate }: Weighed): Candidate => candidate

const nameOf = ({ id, number, name }: Weighed): string => `${name}（${id ?? `#${number}`}）`

const hasOtherNumber = ({ agreement: { levels } }: Weighed): boolean =>
  levels['citizen-id'] === 'different' || levels['citizen-id'] === 'one-place'

const likestFirst = (a: Weighed, b: Weighed): number => (b.probability ?? 0) - (a.probability ?? 0)

const supporting: Readonly<Record<string, readonly string[]>> = {
  sex: ['same'],
  'native-place': ['same'],
  'work-start': ['same'],
  units: ['shared'],
}

/**
 * One person, surely: the same name; born in the same month, or, in a file that tells no birth, serving in the same unit;
 * nothing against it; and the comparison over both lists as good as certain, or two further facts beside them.
 */
function isSure({ probability, agreement: { levels } }: Weighed): boolean {
  if (levels.name !== 'same' || levels.sex === 'different' || levels['native-place'] === 'different') return false
  if (levels['citizen-id'] !== undefined && levels['citizen-id'] !== 'same') return false
  if (levels.born === undefined) return levels.units === 'shared'
  if (levels.born !== 'same-day' && levels.born !== 'same-month') return false
  const support = Object.entries(supporting).filter(([what, good]) => good.includes(levels[what] ?? '')).length
  return support >= 2 || (probability ?? 0) >= sureFrom
}

function partition<T>(list: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  const [yes, no]: [T[], T[]] = [[], []]
  for (const one of list) (test(one) ? yes : no).push(one)
  return [yes, no]
}

/** Links of the statistical comparison, by arriving person and recorded cadre. */
function linksBetween(
  standing: readonly PersonListing[],
  arriving: readonly PersonListing[],
): ReadonlyMap<string, ReadonlyMap<string, PersonLink>> {
  const found = new Map<string, Map<string, PersonLink>>()
  if (standing.length === 0 || arriving.length === 0) return found
  // Of a long list only those who share a name or a number with somebody are worth a comparison.
  const isLong = standing.length * arriving.length > mostPairs
  const met = isLong ? sharing(standing, arriving) : standing
  if (met.length === 0) return found
  const { sure, review } = linkPeople(met, arriving)
  for (const link of [...sure, ...review]) {
    const own = found.get(link.right) ?? new Map<string, PersonLink>()
    found.set(link.right, own.set(link.left, link))
  }
  return found
}

function sharing(standing: readonly PersonListing[], arriving: readonly PersonListing[]): readonly PersonListing[] {
  const names = new Set(arriving.map(({ name }) => name))
  const numbers = new Set(arriving.flatMap(({ citizenId }) => citizenId ?? []))
  return standing.filter(
    ({ name, citizenId }) => names.has(name) || (citizenId !== undefined && numbers.has(citizenId)),
  )
}

interface Index {
  /** Everybody of the same name or number. */
  like(listing: PersonListing): readonly Other[]
  byId(id: string): Other | undefined
  add(other: Other): void
}

function indexOf(others: readonly Other[]): Index {
  const byKey = new Map<string, Other[]>()
  const byId = new Map<string, Other>()
  const keysOf = ({ name, citizenId }: PersonListing): string[] => [
    ...(name === '' ? [] : [`name ${name}`]),
    ...(citizenId === undefined ? [] : [`number ${citizenId}`]),
  ]
  const index: Index = {
    like: (listing) => [...new Set(keysOf(listing).flatMap((key) => byKey.get(key) ?? []))],
    byId: (id) => byId.get(id),
    add(other) {
      byId.set(other.listing.id, other)
      for (const key of keysOf(other.listing)) {
        const met = byKey.get(key)
        if (met) met.push(other)
        else byKey.set(key, [other])
      }
    },
  }
  for (const other of others) index.add(other)
  return index
}

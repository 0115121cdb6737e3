/**
 * Random reads through HTTP, each answer held against the model: dossiers field by field against the facts, lines of the
 * roster and other pages about a person against what a reader of everything is shown, and every answer searched for values
 * held more closely than the reader may read.
 */
import { rosterFields } from '#domain/lexicon/roster-fields.ts'
import { type Answered, type Compared, compareDossier, fieldsOf } from './dossier-fields.ts'
import { type Held, heldClasses, type Model } from './model.ts'
import { oneOf } from './situations.ts'

export interface Answer {
  readonly status: number
  readonly text: string
}

/** Asks as the account whose rights are drawn, or as one that sees everybody. */
export interface Asking {
  (url: string): Promise<Answer>
  asEverybody(url: string): Promise<Answer>
}

interface Closed {
  readonly cadreId: string
  readonly held: Held
  readonly value: string
}

/** Values by which a fact of a closer class can be recognised anywhere: long enough, and of one person alone. */
export function closedValues({ facts }: Model): readonly Closed[] {
  const of = (table: 'cadres' | 'relatives' | 'sanctions' | 'supervision', field: string, held: Held): Closed[] =>
    facts.rows(table).flatMap((row) => {
      const value = row[field]
      return row.cadre_id && typeof value === 'string' && value.length >= 3
        ? [{ cadreId: String(row.cadre_id), held, value }]
        : []
    })
  const all = [
    ...of('cadres', 'citizen_id', 'sensitive'),
    ...of('relatives', 'name', 'sensitive'),
    ...of('supervision', 'finding', 'supervision'),
    ...of('sanctions', 'basis', 'supervision'),
  ]
  const open = new Set([...facts.names.values()].flatMap((name) => [name]))
  const bearers = new Map<string, Set<string>>()
  for (const { value, cadreId } of all) bearers.set(value, (bearers.get(value) ?? new Set()).add(cadreId))
  return all.filter(({ value }) => bearers.get(value)?.size === 1 && ![...open].some((name) => name.includes(value)))
}

/** What a text tells of people, by id, by a name that nobody else has, or by a closer value, and must not. */
export function toldOf(model: Model, closed: readonly Closed[], text: string): readonly string[] {
  const borne = model.seen.map((one) => model.facts.names.get(one) ?? one)
  const people = model.unseen.filter((one) => {
    const name = model.facts.names.get(one) ?? one
    return (
      new RegExp(`\\b${one}\\b`).test(text) || (text.includes(name) && !borne.some((other) => other.includes(name)))
    )
  })
  const values = closed.filter(({ cadreId, held, value }) => !model.sees(cadreId, held) && text.includes(value))
  return [...people, ...values.map(({ cadreId, held, value }) => `${held} of ${cadreId}: ${value}`)]
}

const leavesOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, one) => sum + leavesOf(one), 0)
    : 1

/** Fields of a line of the roster, against the line that a reader of everything is shown. */
async function compareRoster(model: Model, ask: Asking, draw: () => number, into: Compared): Promise<void> {
  const names = Object.keys(rosterFields).filter((name) => rosterFields[name as keyof typeof rosterFields].shown)
  const fields = names.filter(() => draw() < 0.3)
  const url = `/api/cadres?status=all&limit=500${fields.map((field) => `&fields=${field}`).join('')}`
  const [given, whole] = await Promise.all([ask(url), ask.asEverybody(url)])
  const linesOf = ({ text }: Answer): readonly Record<string, unknown>[] => JSON.parse(text).rows
  const lines = new Map(linesOf(given).map((line) => [line['cadreId'], line]))
  for (const line of linesOf(whole)) {
    const cadreId = String(line['cadreId'])
    const shown = lines.get(cadreId)
    lines.delete(cadreId)
    const count = Object.keys(line).length
    if (!model.sees(cadreId)) {
      if (shown) into.leaks.push(`roster: ${cadreId}`)
      else into.denied += count
    } else if (!shown) into.falseDenials.push(`roster: ${cadreId}`)
    else
      for (const [field, value] of Object.entries(line))
        if (JSON.stringify(value) === JSON.stringify(shown[field])) into.allowed += 1
        else into.falseDenials.push(`roster: ${cadreId} ${field}`)
  }
  for (const cadreId of lines.keys()) into.leaks.push(`roster: ${cadreId} whom nobody else is shown`)
}

/** Is all that a reader of everything is shown there too, but for what tells of somebody unseen? */
function compareShown(
  whole: unknown,
  given: unknown,
  mentions: (text: string) => boolean,
  where: string,
  into: Compared,
) {
  if (Array.isArray(whole) && Array.isArray(given)) {
    let at = 0
    for (const one of whole) {
      const isPast = at >= given.length
      if (!isPast && JSON.stringify(one) === JSON.stringify(given[at])) into.allowed += leavesOf(given[at++])
      else if (mentions(JSON.stringify(one))) {
        const next = whole.length - whole.indexOf(one) === given.length - at
        if (next && !isPast) compareShown(one, given[at++], mentions, where, into)
        else into.denied += leavesOf(one)
      } else if (isPast) into.falseDenials.push(`${where}: ${JSON.stringify(one).slice(0, 200)} is missing`)
      else compareShown(one, given[at++], mentions, where, into)
    }
  } else if (typeof whole === 'object' && whole !== null && typeof given === 'object' && given !== null)
    for (const [key, value] of Object.entries(whole))
      compareShown(value, (given as Record<string, unknown>)[key], mentions, `${where} ${key}`, into)
  else if (JSON.stringify(whole) === JSON.stringify(given)) into.allowed += 1
  else if (mentions(JSON.stringify(whole))) into.denied += leavesOf(whole)
  else into.falseDenials.push(`${where}: ${JSON.stringify(given)} instead of ${JSON.stringify(whole)}`)
}

/** Pages of one person that say the same to whoever holds every class over him. */
const pages = [
  'sheet',
  'evidence',
  'character',
  'achievement',
  'recognition',
  'development',
  'training',
  'kin',
  'history',
]

async function comparePage(
  model: Model,
  cadreId: string,
  ask: Asking,
  draw: () => number,
  into: Compared,
  closed: readonly Closed[],
) {
  const url = `/api/cadres/${cadreId}/${oneOf(draw, pages)}`
  const [given, whole] = await Promise.all([ask(url), ask.asEverybody(url)])
  into.leaks.push(...toldOf(model, closed, given.text).map((told) => `${url}: ${told}`))
  if (!heldClasses.every((held) => model.sees(cadreId, held)) || whole.status !== 200) return
  const mentions = (text: string) => toldOf(model, [], text).length > 0
  compareShown(JSON.parse(whole.text), JSON.parse(given.text), mentions, url, into)
}

/** One random read: of a drawn person by a drawn way. What is in the answer is added to what was compared. */
export async function readOnce(
  model: Model,
  closed: readonly Closed[],
  ask: Asking,
  draw: () => number,
  into: Compared,
): Promise<void> {
  if (draw() < 0.03) return compareRoster(model, ask, draw, into)
  // As many of the seen as of the others, however narrow the grants are.
  const cadreId = oneOf(draw, draw() < 0.6 && model.seen.length > 0 ? model.seen : model.facts.people) ?? ''
  if (model.sees(cadreId) && draw() < 0.5) return comparePage(model, cadreId, ask, draw, into, closed)
  const { status, text } = await ask(`/api/cadres/${cadreId}`)
  if (!model.sees(cadreId)) {
    if (status === 404) into.denied += fieldsOf(model, cadreId)
    else into.leaks.push(`${cadreId}: ${status} ${text.slice(0, 100)}`)
    return
  }
  if (status !== 200) return void into.falseDenials.push(`${cadreId}: ${status} ${text.slice(0, 100)}`)
  compareDossier(model, cadreId, JSON.parse(text) as Answered, into)
  into.leaks.push(...toldOf(model, closed, text).map((told) => `/api/cadres/${cadreId}: ${told}`))
}

/**
 * The history of a unit as the records hold it, with both clocks: when it was true, and when it was recorded. A change whose
 * day is not a fact of its own (a name, a level) is told by the day on which it was recorded, and by nothing else.
 */
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { UnitVersion } from '#records/queries/index.ts'
import type { UnitEvent } from '../contract/index.ts'

type What = UnitEvent['what']
type Value = string | number | boolean | null | undefined

/** A field whose change is told, and how its values are called. */
interface Told {
  readonly field: string
  readonly what: What
  readonly say?: (value: string, nameOf: (unitId: string) => string) => Text
}

const plain = (value: string): Text => ({ zh: value, en: value })

const changes: Readonly<Record<UnitVersion['table'], readonly Told[]>> = {
  units: [
    { field: 'name', what: 'renamed' },
    { field: 'parent_id', what: 'moved', say: (id, nameOf) => plain(nameOf(id)) },
    { field: 'level', what: 'reclassified', say: (id) => labelOf('unitLevel', id) },
    { field: 'kind', what: 'reclassified', say: (id) => labelOf('unitKind', id) },
    { field: 'sector', what: 'reclassified', say: (id) => labelOf('sector', id) },
    { field: 'staff_quota', what: 'staff-quota' },
  ],
  positions: [
    { field: 'title', what: 'seat-changed' },
    { field: 'unit_id', what: 'moved', say: (id, nameOf) => plain(nameOf(id)) },
    { field: 'post_level', what: 'seat-changed', say: (id) => labelOf('postLevel', id) },
    { field: 'role', what: 'seat-changed', say: (id) => labelOf('role', id) },
  ],
  teams: [
    { field: 'quota_principal', what: 'quota' },
    { field: 'quota_deputy', what: 'quota' },
    { field: 'term_to', what: 'term' },
  ],
}

/** Facts that are days themselves. */
const days: Readonly<Record<UnitVersion['table'], readonly (readonly [string, What])[]>> = {
  units: [
    ['founded_on', 'founded'],
    ['abolished_on', 'abolished'],
  ],
  positions: [
    ['open_from', 'seat-opened'],
    ['open_to', 'seat-closed'],
  ],
  teams: [],
}

/**
 * What the versions of a unit, its seats and teams say, the newest first.
 * @example historyOf(versions, (unitId) => names.get(unitId) ?? unitId)[0]?.what // 'renamed'
 */
export function historyOf(versions: readonly UnitVersion[], nameOf: (unitId: string) => string): UnitEvent[] {
  const things = Map.groupBy(versions, ({ table, id }) => `${table} ${id}`)
  const events = [...things.values()].flatMap((own) => eventsOf(own, nameOf))
  return events.sort((a, b) => compare(dayOf(b), dayOf(a)) || compare(b.knownAt, a.knownAt))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const dayOf = ({ on, knownAt }: UnitEvent): string => on ?? knownAt.slice(0, 10)

function eventsOf(versions: readonly UnitVersion[], nameOf: (unitId: string) => string): UnitEvent[] {
  const events = versions.flatMap((version, at) => {
    const before = versions[at - 1]
    return [...dated(version, before), ...(before ? changed(version, before, nameOf) : [])]
  })
  const last = versions.at(-1)
  return last?.known_to
    ? [...events, { ...nothing, what: 'struck', knownAt: last.known_to.toISOString(), about: aboutOf(last) }]
    : events
}

const nothing = { on: null, was: null, is: null }

const aboutOf = ({ table, body }: UnitVersion): string | null =>
  table === 'units' ? null : textOf(table === 'teams' ? body['name'] : body['title'])

const textOf = (value: Value): string | null => (value === null || value === undefined ? null : String(value))

function dated(version: UnitVersion, before: UnitVersion | undefined): UnitEvent[] {
  return days[version.table].flatMap(([field, what]) => {
    const on = textOf(version.body[field])
    if (on === null || on === textOf(before?.body[field])) return []
    return [{ ...nothing, what, on, knownAt: version.known_from.toISOString(), about: aboutOf(version) }]
  })
}

function changed(version: UnitVersion, before: UnitVersion, nameOf: (unitId: string) => string): UnitEvent[] {
  const knownAt = version.known_from.toISOString()
  return changes[version.table].flatMap(({ field, what, say = plain }) => {
    const [was, is] = [textOf(before.body[field]), textOf(version.body[field])]
    if (was === is) return []
    const said = (value: string | null): Text | null => (value === null ? null : say(value, nameOf))
    return [{ what, on: null, knownAt, about: aboutOf(version), was: said(was), is: said(is) }]
  })
}

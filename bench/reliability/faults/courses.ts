/** Cases and matters, event by event: two officers at once, the same version twice, acts that write into the facts. */
import type { Client as Session } from 'pg'
import { type Answer, type Client, isDone, isUnsure } from '../client.ts'
import { type Activity, type Desks, must, newCounts, pause } from './activity.ts'

type Kind = 'cases' | 'matters'

interface Course {
  readonly id: string
  version: number
  /** Words of the events that were acknowledged, by the version they made. */
  readonly known: Map<number, string>
  readonly unsure: Set<string>
}

const actOf = (kind: Kind, version: number, words: string): object =>
  kind === 'matters'
    ? { kind: 'noted', note: words }
    : { kind: version % 2 === 1 ? 'suspended' : 'resumed', reason: words }

/** What stands in the database: the words of each event by its version. */
async function stored(database: Session, kind: Kind, id: string): Promise<ReadonlyMap<number, string>> {
  const [table, column] = kind === 'cases' ? ['case_event', 'case_id'] : ['matter_event', 'matter_id']
  const { rows } = await database.query(
    `select seq, coalesce(act ->> 'reason', act ->> 'note', '') as words from ${table} where ${column} = $1 order by seq`,
    [id],
  )
  return new Map(rows.map(({ seq, words }) => [seq, words]))
}

export function courses(kind: Kind, today: string): Activity & { readonly races: { run: number; both: number } } {
  const counts = newCounts()
  const races = { run: 0, both: 0 }
  let course: Course | undefined
  let number = 0
  /** Acknowledged openings. */
  const opened: string[] = []

  async function opening({ officer }: Desks): Promise<object> {
    const { rows } = (await officer.get('/cadres?limit=2')).body
    const handlers = ['officer', 'colleague']
    if (kind === 'matters')
      return { kind: 'clearing', cadreId: rows[0].cadreId, on: today, handlers, reason: '匿名信反映的问题经查不实' }
    const { vacancies } = (await officer.get('/cases/openings')).body
    const target = { kind: 'seat', positionId: vacancies[0].positionId }
    return { kind: 'promotion', on: today, target, handlers, candidates: [rows[1].cadreId] }
  }

  async function open(desks: Desks, shape: object): Promise<Course | undefined> {
    number += 1
    const made = await desks.officer.post(`/${kind}`, { ...shape, title: `${kind} ${number}` })
    must(isDone(made) || isUnsure(made), `${kind} are opened: ${made.status} ${JSON.stringify(made.body)}`)
    if (!isDone(made)) {
      counts.unsure += 1
      return undefined
    }
    counts.acknowledged += 1
    const id = made.body.caseId ?? made.body.matterId
    opened.push(id)
    return { id, version: 1, known: new Map(), unsure: new Set() }
  }

  const event = (client: Client, { id, version }: Course, words: string): Promise<Answer> =>
    client.post(`/${kind}/${id}/events`, { version, on: today, act: actOf(kind, version, words) })

  /** One act, or two at the same version: then exactly one of them may be done. */
  async function act({ officer, colleague }: Desks, own: Course, isRace: boolean): Promise<void> {
    number += 1
    const words = isRace ? [`${number} 甲`, `${number} 乙`] : [`${number}`]
    const answers = await Promise.all(words.map((said, index) => event(index === 0 ? officer : colleague, own, said)))
    const done = answers.filter(isDone)
    if (isRace) races.run += 1
    if (done.length > 1) races.both += 1
    must(done.length < 2, 'two officers both changed the same version')
    for (const [index, answer] of answers.entries()) {
      const said = words[index] ?? ''
      if (isDone(answer)) {
        counts.acknowledged += 1
        own.known.set(own.version + 1, said)
      } else if (isUnsure(answer)) {
        counts.unsure += 1
        own.unsure.add(said)
      } else must(isRace && answer.status === 409, `an act is refused: ${answer.status} ${JSON.stringify(answer.body)}`)
    }
    if (done.length === 1) own.version += 1
  }

  return {
    name: kind,
    counts,
    races,
    async prepare(desks) {
      course = await open(desks, await opening(desks))
    },
    async run(desks, random, isOver) {
      while (course && !isOver()) {
        await act(desks, course, random.chance(0.3))
        // What is not known any more is looked up after the restart.
        if (course.unsure.size > 0) return
        await pause(random.below(120))
      }
    },
    async verify(desks, database) {
      if (!course) return this.prepare(desks)
      const found = await stored(database, kind, course.id)
      for (const [version, words] of course.known)
        must(
          found.get(version) === words,
          `event ${version} of ${kind} is lost or another: ${found.get(version)} for ${words}`,
        )
      const allowed = new Set([...course.known.values(), ...course.unsure])
      const last = found.size
      must(last === Math.max(...found.keys()), `events of ${kind} have a gap`)
      for (const [version, words] of found)
        must(version === 1 || allowed.has(words), `event ${version} of ${kind} was never asked for: ${words}`)
      must(new Set(found.values()).size === found.size, `an event of ${kind} is there twice`)
      for (const [version, words] of found) if (version > 1) course.known.set(version, words)
      // The same request again, at the version it was made on: refused where it had been done.
      for (const words of course.unsure) {
        if ([...found.values()].includes(words)) continue
        course.version = last
        const again = await event(desks.officer, course, words)
        must(isDone(again) || again.status === 409, `an act is asked again: ${again.status}`)
        counts.again += 1
        if (isDone(again)) course.known.set(last + 1, words)
        break
      }
      course.unsure.clear()
      course.version = Math.max(1, ...course.known.keys())
      const [table, column] = kind === 'cases' ? ['selection_case', 'case_id'] : ['matter', 'matter_id']
      const { rows } = await database.query(
        `select count(*)::integer as there from ${table} where ${column} = any ($1::uuid[])`,
        [opened],
      )
      must(rows[0].there === opened.length, `${rows[0].there} of ${opened.length} ${kind} are there`)
      if (course.version > 40) course = await open(desks, await opening(desks))
    },
  }
}

import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Instance, startScratch } from '../embedded/instance.ts'
import { sourceOf } from '../fixtures.ts'
import { openRecords, type Records } from '../records.ts'
import { readerRole, readerSearchPath } from './policies.ts'

let server: Instance
let records: Records
let session: Client
beforeAll(async () => {
  server = await startScratch()
  records = await openRecords({ connection: server.connection })
  session = new Client(server.connection)
  await session.connect()
})
afterAll(async () => {
  await session.end()
  await records.close()
  await server.close()
})

const classes = ['personnel', 'sensitive', 'supervision'] as const
const levels = ['section-deputy', 'section-chief', 'division-deputy'] as const
const units = 8
const people = 12

interface Place {
  /** Above each unit but the first, one before it. */
  readonly above: readonly number[]
  readonly cadres: readonly { readonly unit: number; readonly level: number | null }[]
  readonly kin: readonly (readonly [number, number])[]
  readonly own: number | null
  readonly grants: readonly {
    readonly unit: number | null
    readonly levels: readonly number[] | null
    readonly classes: readonly (typeof classes)[number][]
    readonly state: 'holds' | 'withdrawn' | 'ended' | 'not-begun'
  }[]
}

const person = fc.nat(people - 1)
const place: fc.Arbitrary<Place> = fc.record({
  above: fc.tuple(...Array.from({ length: units - 1 }, (_, index) => fc.nat(index))),
  cadres: fc.array(fc.record({ unit: fc.nat(units - 1), level: fc.option(fc.nat(levels.length - 1)) }), {
    minLength: people,
    maxLength: people,
  }),
  kin: fc.array(fc.tuple(person, person), { maxLength: 4 }),
  own: fc.option(person),
  grants: fc.array(
    fc.record({
      unit: fc.option(fc.nat(units - 1)),
      levels: fc.option(fc.uniqueArray(fc.nat(levels.length - 1), { minLength: 1 })),
      classes: fc.uniqueArray(fc.constantFrom(...classes), { minLength: 1 }),
      state: fc.constantFrom('holds', 'holds', 'holds', 'withdrawn', 'ended', 'not-begun'),
    }),
    { maxLength: 4 },
  ),
})

/** What the words of a grant say, written without the database. */
function allowed({ above, cadres, kin, own, grants }: Place, held: string, who: number): boolean {
  const family = kin.some(
    ([one, other]) => one !== other && [one, other].includes(who) && [one, other].includes(own ?? -1),
  )
  if (who === own || family) return false
  const { unit, level } = cadres[who] ?? { unit: 0, level: null }
  const over = (one: number): readonly number[] => (one === 0 ? [0] : [one, ...over(above[one - 1] ?? 0)])
  return grants.some(
    (grant) =>
      grant.state === 'holds' &&
      grant.classes.some((one) => one === held) &&
      (grant.unit === null || over(unit).includes(grant.unit)) &&
      (grant.levels === null || (level !== null && grant.levels.includes(level))),
  )
}

const id = (who: number): string => `C${who}`

async function build({ above, cadres, kin, own, grants }: Place, account: string): Promise<void> {
  await session.query('truncate past.units, past.cadres, past.tenures, past.relatives, past.sanctions')
  await session.query('delete from sanctions; delete from relatives; delete from tenures; delete from cadres')
  await session.query('begin; set constraints all deferred; delete from units; commit')
  await records.importTables(
    sourceOf({
      units: Array.from({ length: units }, (_, index) => ({
        unit_id: `U${index}`,
        name: `单位${index}`,
        kind: 'department',
        level: 'county',
        ...(index > 0 && { parent_id: `U${above[index - 1]}` }),
      })),
      cadres: cadres.map(({ unit }, index) => ({
        cadre_id: id(index),
        name: `某${index}`,
        citizen_id: `N${index}`,
        authority_unit_id: `U${unit}`,
      })),
      tenures: cadres.flatMap(({ level }, index) => [
        // A level of long ago gives no right over today's person.
        {
          tenure_id: `A${index}`,
          cadre_id: id(index),
          post_level: 'division-deputy',
          from: '2001-01',
          to: '2005-01',
          kind: 'appointed',
        },
        ...(level === null
          ? []
          : [
              {
                tenure_id: `T${index}`,
                cadre_id: id(index),
                post_level: levels[level] ?? '',
                from: '2020-01',
                kind: 'appointed',
              } as const,
            ]),
      ]),
      relatives: [
        ...new Map(
          kin
            .filter(([one, other]) => one !== other)
            .map(([one, other]) => [
              `${one} ${other}`,
              { cadre_id: id(one), relation: '亲属', name: `某${other}`, relative_cadre_id: id(other) },
            ]),
        ).values(),
        ...cadres.map((_, index) => ({ cadre_id: id(index), relation: '母亲', name: '某' })),
      ],
      sanctions: cadres.map((_, index) => ({ cadre_id: id(index), kind: 'admonition', decided_on: '2024-01-05' })),
    }),
    { actor: 'clerk', source: 'test' },
  )
  if (own !== null)
    await session.query(
      "insert into account_person (account, cadre_id, reason, recorded_by) values ($1, $2, '核对', 'security')",
      [account, id(own)],
    )
  for (const { unit, levels: held, classes: of, state } of grants) {
    const { rows } = await session.query<{ grant_id: string }>(
      `insert into rights.access_grant (account, unit_id, levels, classes, purpose, basis, starts_at, ends_at, granted_by)
       values ($1, $2, $3, $4, '干部工作', '分工文件',
         now() + $5::interval, case when $6 then now() - interval '1 day' end, 'security') returning grant_id`,
      [
        account,
        unit === null ? null : `U${unit}`,
        held?.map((level) => levels[level]) ?? null,
        of,
        state === 'not-begun' ? '1 day' : '-2 days',
        state === 'ended',
      ],
    )
    if (state === 'withdrawn')
      await session.query(
        "insert into rights.grant_withdrawal (grant_id, reason, withdrawn_by) values ($1, '调离', 'security')",
        [rows[0]?.grant_id],
      )
  }
}

/** What a reader's session is given, by table. */
async function seen(account: string): Promise<Record<string, readonly string[]>> {
  await session.query(`set role ${readerRole}; set search_path = ${readerSearchPath}`)
  await session.query("select set_config('zhiren.account', $1, false)", [account])
  const of = async (from: string) => {
    const { rows } = await session.query<{ cadre_id: string }>(`select distinct cadre_id from ${from} order by 1`)
    return rows.map(({ cadre_id }) => cadre_id)
  }
  try {
    return {
      cadres: await of('cadres'),
      tenures: await of('tenures'),
      relatives: await of('relatives'),
      numbers: await of('(select * from cadres where citizen_id is not null) as numbers'),
      sanctions: await of('sanctions'),
      personnel: await of("rights.people('personnel') as cadre_id"),
      sensitive: await of("rights.people('sensitive') as cadre_id"),
      supervision: await of("rights.people('supervision') as cadre_id"),
    }
  } finally {
    await session.query('reset role; reset search_path')
  }
}

/** Grants are never deleted: each run is of another account. */
let run = 0

it('a reader sees exactly what his grants hold, row by row and all at once', async () => {
  await fc.assert(
    fc.asyncProperty(place, async (built) => {
      run += 1
      const account = `officer-${run}`
      await build(built, account)
      const held = (of: string) =>
        Array.from({ length: people }, (_, who) => who)
          .filter((who) => allowed(built, of, who))
          .map(id)
          .toSorted()
      const [personnel, sensitive, supervision] = classes.map(held)
      expect(await seen(account)).toEqual({
        cadres: personnel,
        tenures: personnel,
        relatives: sensitive,
        // A field held more closely than its row needs the row as well.
        numbers: personnel?.filter((one) => sensitive?.includes(one)),
        sanctions: supervision,
        personnel,
        sensitive,
        supervision,
      })
    }),
    { numRuns: 20 },
  )
})

it('no reader reads a ballot, a citizen number beside the row, or writes', async () => {
  await session.query(`set role ${readerRole}`)
  const attempts = [
    'select from ratings',
    'select citizen_id from cadres',
    'select from rights.login',
    'select * from cadres',
    'delete from cadres',
    "insert into rights.access_grant (account, classes, purpose, basis, granted_by) values ('a', '{personnel}', 'x', 'x', 'b')",
    'select from ballot_box',
  ]
  for (const attempt of attempts) await expect(session.query(attempt), attempt).rejects.toThrow('permission denied')
  await session.query('reset role')
})

it('nobody grants to himself, and a grant is never changed', async () => {
  const own = session.query(
    "insert into rights.access_grant (account, classes, purpose, basis, granted_by) values ('a', '{personnel}', 'x', 'x', 'a')",
  )
  await expect(own).rejects.toThrow('nobody_grants_to_himself')
  await expect(session.query("update rights.access_grant set ends_at = now() + interval '1 year'")).rejects.toThrow(
    'grants are append-only',
  )
})

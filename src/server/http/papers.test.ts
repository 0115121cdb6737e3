import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook } from '#exchange/index.ts'
import { openCase, recordEvent } from '#records/index.ts'
import * as contract from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
let people: readonly { cadreId: string; name: string; title?: string | null | undefined }[]
beforeAll(async () => {
  city = await servedCity(120, 20261122)
  people = contract.rosterPage.parse(await city.ask('/api/cadres?limit=12')).rows
})
afterAll(() => city?.close())

const headers = { [contract.requestHeader.name]: contract.requestHeader.value }
const send = (url: string, payload: object, cookie = city.cookie) =>
  city.server.inject({ method: 'POST', url, headers: { ...headers, cookie }, payload })
const ofPeople = (paper: string, count = 5) => ({
  paper,
  source: { kind: 'people', people: people.slice(0, count).map(({ cadreId }) => ({ cadreId })) },
})

/** A slate as a search would have left it. */
async function keptSlate(result: object): Promise<string> {
  return city.records.commit({ actor: 'test', action: 'slate' }, async (tx) => {
    const { rows } = await sql<{ slate_id: string }>`
      insert into slate (name, request, run_id, book_hash, made_by, recorded_by)
      select '调整方案', '{}', run_id, '', 'test', 'test' from edition returning slate_id`.execute(tx)
    const slateId = rows[0]?.slate_id ?? ''
    await sql`insert into slate_result (slate_id, state, result, seconds)
      values (${slateId}::uuid, 'found', ${JSON.stringify(result)}::jsonb, 1)`.execute(tx)
    return slateId
  })
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const value of values) list.push(value)
  return list
}

const peoplePapers = contract.officePapers.filter((paper) => paper !== 'post-quota')

describe('a paper of the office', () => {
  it.each(peoplePapers)('%s leaves as a PDF with everybody on it, under a watermark', async (paper) => {
    const response = await send('/api/papers/file', { ...ofPeople(paper), format: 'pdf', purpose: '部务会研究' })
    expect(response.statusCode, response.body.slice(0, 300)).toBe(200)
    expect(response.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' })
    const pdf = await getDocumentProxy(new Uint8Array(response.rawPayload))
    const { text } = await extractText(pdf, { mergePages: true })
    const words = text.replace(/\s/g, '')
    for (const { name } of people.slice(0, 5)) expect(words).toContain(name)
    expect(words).toContain('部务会研究')
    expect(words).toContain('第1页共1页')
  })

  it('is seen as it will be printed', async () => {
    const response = await send('/api/papers/preview', { ...ofPeople('discipline-opinion'), title: '名单' })
    const view = contract.paperView.parse(response.json())
    expect(view).toMatchObject({ title: '名单', marking: '工作秘密　注意保存', right: '2026年11月', people: 5 })
    expect(view.groups[0]?.rows.map(([serial, name]) => [serial, name])).toEqual(
      people.slice(0, 5).map(({ name }, at) => [String(at + 1), name]),
    )
  })

  it('counts posts against their quotas', async () => {
    const order = { paper: 'post-quota', source: { kind: 'units' } }
    const sent = await send('/api/papers/preview', order)
    const view = contract.paperView.parse(sent.json())
    const rows = view.groups[0]?.rows ?? []
    const abolished = await sql<{ name: string }>`
      select name from units where abolished_on is not null`.execute(city.records.database)
    for (const { name } of abolished.rows) expect(rows.map(([unit]) => unit)).not.toContain(name)
    const sums = rows.at(-1) ?? []
    expect(sums[0]).toBe('总计')
    for (const column of [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]) {
      const sum = rows.slice(0, -1).reduce((total, row) => total + Number(row[column]), 0)
      expect(Number(sums[column]), `column ${column}`).toBe(sum)
    }
    const file = await send('/api/papers/file', { ...order, format: 'pdf', purpose: '核对' })
    expect(file.statusCode).toBe(200)
  })

  it('lists the moves of a slate in the order in which they are carried out', async () => {
    const seats = (
      await sql<{ position_id: string; name: string; title: string }>`
      select position_id, units.name, title from positions join units using (unit_id)
      where units.kind = 'department' order by position_id limit 2`.execute(city.records.database)
    ).rows
    const [first, second] = people
    const moves = [
      { cadreId: first?.cadreId, from: seats[0]?.position_id, to: seats[1]?.position_id },
      { cadreId: second?.cadreId, to: seats[0]?.position_id },
    ]
    const plan = { moves, chains: [{ kind: 'chain', moves: [1, 0], ends: {} }] }
    const slateId = await keptSlate({ feasible: true, plans: [plan] })
    const order = { paper: 'transfer-proposal', source: { kind: 'slate', slateId, plan: 0 } }
    const view = contract.paperView.parse((await send('/api/papers/preview', order)).json())
    expect(view.groups[0]?.rows.map((row) => [row[1], row[5]])).toEqual([
      [second?.name, `拟任：${seats[0]?.name}${seats[0]?.title}`],
      [first?.name, `拟任：${seats[1]?.name}${seats[1]?.title}\n拟免：${seats[0]?.name}${seats[0]?.title}`],
    ])
    const missing = await send('/api/papers/preview', { ...order, source: { ...order.source, plan: 1 } })
    expect([missing.statusCode, missing.json().code]).toEqual([422, 'plan-unknown'])
  })

  it('lists the candidates of cases who have not left, with what the case says and nothing more', async () => {
    const [first, second] = people
    const seat = { kind: 'seat', positionId: 'P000001' } as const
    const opening = { title: '调整', handlers: ['officer'], candidates: [first?.cadreId ?? ''] }
    const recorder = { by: 'officer', byName: '林晓舟', on: 20261110 }
    const opened = (kind: 'promotion' | 'removal') =>
      openCase(city.records, { kind: 'opened', opening: { ...opening, kind, target: seat } }, recorder)
    const caseIds = [await opened('promotion'), await opened('removal')]
    const added = { kind: 'candidate-added', cadreId: second?.cadreId ?? '' } as const
    const talks = { kind: 'facts-recorded', facts: { talks_on: 20261112 } } as const
    await recordEvent(city.records, { caseId: caseIds[0] ?? '', version: 1, act: added }, recorder)
    await recordEvent(city.records, { caseId: caseIds[0] ?? '', version: 2, act: talks }, recorder)
    const order = { paper: 'committee-overview', source: { kind: 'cases', caseIds } }
    const view = contract.paperView.parse((await send('/api/papers/preview', order)).json())
    const rows = view.groups[0]?.rows.map((row) => [row[1], row[4], row[15], row[16]])
    expect(rows).toEqual([
      [first?.name, '中共云川市委书记', '2026.11', ''],
      [second?.name, '中共云川市委书记', '2026.11', ''],
      [first?.name, '', '', ''],
    ])
    const list = await send('/api/papers/preview', { ...order, paper: 'discussion-list' })
    expect(contract.paperView.parse(list.json()).groups[0]?.rows.at(-1)?.[2]).toBe('拟免：中共云川市委书记')
  })

  it('lists for a move the post that its effect ends, before and after, and none for a secondment', async () => {
    const { rows } = await sql<{ tenure_id: string; cadre_id: string; words: string }>`
      select tenure_id, cadre_id, unit_text || title_text as words from tenures
      where "to" is null and kind = 'appointed' and title_text = '局长' and cadre_id in
        (select cadre_id from tenures where "to" is null group by cadre_id having count(*) = 1)
      order by tenure_id limit 1`.execute(city.records.database)
    const [mover] = rows
    const target = { kind: 'seat', positionId: 'P000001' } as const
    const opening = { title: '转任', handlers: ['officer'], candidates: [mover?.cadre_id ?? ''], target }
    const recorder = { by: 'officer', byName: '林晓舟', on: 20261110 }
    const opened = (kind: 'lateral' | 'secondment') =>
      openCase(city.records, { kind: 'opened', opening: { ...opening, kind } }, recorder)
    const posts = async (caseId: string) => {
      const order = { paper: 'discussion-list', source: { kind: 'cases', caseIds: [caseId] } }
      return contract.paperView.parse((await send('/api/papers/preview', order)).json()).groups[0]?.rows[0]?.[2]
    }
    const [move, secondment] = [await opened('lateral'), await opened('secondment')]
    const both = `拟任：中共云川市委书记\n拟免：${mover?.words}`
    expect([await posts(move), await posts(secondment)]).toEqual([both, '拟任：中共云川市委书记'])
    const ended = { table: 'tenures', id: mover?.tenure_id ?? '', on: 20261115 } as const
    const change = { from: 20261115, ends: [ended], fills: [], opens: [] }
    const act = { kind: 'advanced', from: 'appointment', to: 'probation', gate: [] } as const
    await recordEvent(city.records, { caseId: move, version: 1, act, change }, recorder)
    expect(await posts(move)).toBe(both)
  })

  it('is refused where its source is of another kind, or names nobody', async () => {
    const mixed = await send('/api/papers/preview', { ...ofPeople('post-quota') })
    expect(mixed.json()).toMatchObject({ code: 'paper-of-other-source' })
    const nobody = await send('/api/papers/preview', {
      paper: 'roster',
      source: { kind: 'people', people: [{ cadreId: 'C?' }] },
    })
    expect(nobody.json()).toMatchObject({ code: 'paper-without-people' })
  })
})

describe('a roster by a design', () => {
  const column = (field: string) => ({ field })
  const design = {
    title: '干部名册',
    columns: ['serial', 'name', 'presentPost', 'bornOn', 'age'].map(column),
    groupBy: 'unit',
    sort: 'seat',
    order: 'asc',
    page: 'a4-landscape',
  }
  const preview = async (change: object, filter: object = {}) => {
    const response = await send('/api/rosters/preview', { design: { ...design, ...change }, filter })
    expect(response.statusCode, response.body.slice(0, 300)).toBe(200)
    return contract.paperView.parse(response.json())
  }

  it('holds everybody whom the filter of the roster leaves, grouped and sorted', async () => {
    const women = contract.rosterPage.parse(await city.ask('/api/cadres?sex=female&limit=500'))
    const view = await preview({ groupBy: 'none', sort: 'bornOn' }, { sex: 'female' })
    expect(view.people).toBe(women.total)
    const months = view.groups.flatMap(({ rows }) => rows.map((row) => row[3]))
    const known = months.filter((month) => month !== '')
    expect(known).toEqual(known.toSorted())
    expect(months.slice(0, known.length)).toEqual(known)
    expect(months).toHaveLength(Math.min(60, women.total))
    const byLevel = await preview({ groupBy: 'postLevel' })
    expect(byLevel.groups[0]?.title).toBe('厅局级正职')
  })

  it('leaves as a sheet that is read back as text, with unit rows and a two-row header', async () => {
    const columns = ['name', 'fullTimeEducation', 'fullTimeSchool', 'bornOn', 'citizenId'].map(column)
    const order = { design: { ...design, columns }, filter: {}, format: 'xlsx', purpose: '核对' }
    const response = await send('/api/rosters/file', { ...order, ticket: crypto.randomUUID() })
    expect(response.headers['content-disposition']).toContain(encodeURIComponent('干部名册 20261122.xlsx'))
    const workbook = await readWorkbook(response.rawPayload, '名册.xlsx')
    const [sheet] = workbook.sheets
    const rows = sheet ? await all(sheet.rows()) : []
    const [title, month, upper, lower, unit, first] = rows.map(({ cells }) => Array.from(cells, (cell) => cell ?? ''))
    expect([title?.[0], month?.at(-1)]).toEqual(['干部名册', '2026年11月'])
    expect(upper?.slice(0, 5)).toEqual(['姓名', '全日制教育', '', '出生年月', '身份证号'])
    expect(lower?.slice(1, 3)).toEqual(['学历', '毕业院校及专业'])
    expect(unit?.[0]).toBe('中共云川市委员会')
    expect(first?.[0]).toBe(people[0]?.name)
    expect(first?.[3]).toMatch(/^\d{4}\.\d{2}$/)
    expect(rows.flatMap(({ cells }) => cells).every((cell) => cell === undefined || typeof cell === 'string')).toBe(
      true,
    )
    workbook.close()
  })

  it('is refused where nobody is in it', async () => {
    const order = { design, filter: { q: '没有这个人' }, format: 'xlsx', purpose: '核对' }
    expect((await send('/api/rosters/file', order)).json()).toMatchObject({ code: 'roster-empty' })
  })

  it('is kept by name; every state stays, and two hands do not overwrite each other', async () => {
    const made = contract.savedDesign.parse((await send('/api/roster-designs', { name: '常用', design })).json())
    expect(made).toMatchObject({ version: 1, name: '常用', recordedBy: 'officer', design })
    const url = `/api/roster-designs/${made.designId}`
    const next = await send(url, { name: '常用', design: { ...design, sort: 'stroke' }, basedOn: 1 })
    expect(next.json()).toMatchObject({ version: 2, design: { sort: 'stroke' } })
    const late = await send(url, { name: '常用', design, basedOn: 1 })
    expect([late.statusCode, late.json().code]).toEqual([409, 'design-changed'])
    const { versions } = contract.designHistory.parse(await city.ask(url))
    expect(versions.map(({ version }) => version)).toEqual([2, 1])
    const removal = { method: 'DELETE', url: `${url}?version=2`, headers: { ...headers, cookie: city.cookie } } as const
    expect((await city.server.inject(removal)).statusCode).toBe(204)
    expect(contract.designList.parse(await city.ask('/api/roster-designs')).saved).toEqual([])
  })
})

describe('what leaves', () => {
  it('leaves with a purpose or not at all', async () => {
    const before = contract.exportPage.parse(await city.ask('/api/exports')).total
    for (const purpose of [undefined, ' 核 ', '字'.repeat(201)]) {
      const response = await send('/api/papers/file', { ...ofPeople('roster'), format: 'pdf', purpose })
      expect([response.statusCode, response.json()]).toEqual([
        422,
        {
          code: 'purpose-missing',
          message: { zh: '没有写明导出用途，文件没有生成。', en: 'No purpose is given, so no file was made.' },
          mend: {
            zh: '在「用途」一栏写明拿去做什么，2–200字。',
            en: 'Say in the field "purpose" what it is for, in 2 to 200 characters.',
          },
        },
      ])
    }
    expect(contract.exportPage.parse(await city.ask('/api/exports')).total).toBe(before)
  })

  it('is written down: who, what for, whose, and the hash of the very file', async () => {
    const response = await send('/api/papers/file', { ...ofPeople('roster', 3), format: 'xlsx', purpose: '报送材料' })
    const page = contract.exportPage.parse(await city.ask(`/api/exports?words=${encodeURIComponent('报送')}`))
    expect(page).toMatchObject({ total: 1, everybody: false })
    expect(page.rows[0]).toMatchObject({
      by: { account: 'officer' },
      kind: 'roster',
      purpose: '报送材料',
      format: 'xlsx',
      fileName: '干部名册 20261122.xlsx',
      people: 3,
      names: people.slice(0, 3).map(({ name }) => name),
      fileSha256: createHash('sha256').update(response.rawPayload).digest('hex'),
    })
    const of = async (at: number): Promise<number> =>
      contract.exportPage.parse(await city.ask(`/api/exports?cadreId=${people[at]?.cadreId}&words=报送`)).total
    expect([await of(0), await of(2), await of(3)]).toEqual([1, 1, 0])
  })

  it('is seen by the head from all, by an officer from the own hand', async () => {
    const head = await city.signIn('head')
    const response = await city.server.inject({ url: '/api/exports', headers: { cookie: head } })
    const seen = contract.exportPage.parse(response.json())
    expect(seen.everybody).toBe(true)
    expect(seen.total).toBeGreaterThan(0)
    await send('/api/papers/file', { ...ofPeople('roster', 1), format: 'pdf', purpose: '部长查看' }, head)
    const own = contract.exportPage.parse(await city.ask('/api/exports?limit=500'))
    expect(own.rows.every(({ by }) => by.account === 'officer')).toBe(true)
  })
})

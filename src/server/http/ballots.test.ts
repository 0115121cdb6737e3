import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeWorkbook } from '#exchange/index.ts'
import type { BallotShape, NewBallot, VotingPaper } from '../contract/index.ts'
import { requestHeader } from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

let city: ServedCity
beforeAll(async () => {
  city = await servedCity(60, 20261123)
})
afterAll(() => city?.close())

const header = { [requestHeader.name]: requestHeader.value }

async function post(url: string, payload: object, status: number, cookie?: string): Promise<unknown> {
  const headers = { ...header, ...(cookie === undefined ? {} : { cookie }) }
  const response = await city.server.inject({ method: 'POST', url: `/api${url}`, headers, payload })
  if (response.statusCode !== status) throw new Error(`${url} answers ${response.statusCode}: ${response.body}`)
  return response.headers['content-type']?.includes('json') ? response.json() : response.rawPayload
}
const office = (url: string, payload: object, status = 200) => post(url, payload, status, city.cookie)
const voter = (url: string, payload: object, status: number) => post(url, payload, status)
const read = async (id: string) => (await city.ask(`/api/ballots/${id}`)) as BallotShape

const decision: NewBallot = {
  kind: 'decision',
  title: '讨论干部任免',
  heldOn: '2026-11-23',
  classes: [{ id: 'A', label: '常委', due: 7 }],
  matters: [{ name: '王明', post: '财政局副局长', proposal: '拟任财政局局长', caseId: 'case-1' }],
  third: 'abstain',
}

/** Prepares a ballot, prints its slips and gives the codes that stand on them. */
async function prepared(design: NewBallot): Promise<{ id: string; codes: readonly string[] }> {
  const { ballotId } = (await office('/ballots', design, 201)) as { ballotId: string }
  const pdf = (await office(`/ballots/${ballotId}/slips`, { address: 'http://10.0.0.8:8080' })) as Buffer
  const { extractText, getDocumentProxy } = await import('unpdf')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })
  return { id: ballotId, codes: text.match(/[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}/g) ?? [] }
}

const handed = (present: number, codes: number) => ({ present, codes, papers: 0, returned: 0 })
const witnesses = { scrutineers: ['孙甲', '周乙'], tellers: ['吴丙', '郑丁'] }

describe('a ballot from the first slip to the report', () => {
  it('is cast by phone, shows no result before it is closed, and then the count', async () => {
    const { id, codes } = await prepared(decision)
    expect(codes).toHaveLength(7)
    await voter('/votes/paper', { code: codes[0] }, 404)
    await office(`/ballots/${id}/opening`, {})
    const typed = ` ${codes[0]?.toLowerCase().replace(' ', '-')} `
    const paper = (await voter('/votes/paper', { code: typed }, 200)) as VotingPaper
    expect(paper).toMatchObject({
      title: '讨论干部任免',
      voterClass: '常委',
      questions: [{ subject: '王明', most: 1 }],
    })
    for (const code of codes.slice(0, 5)) await voter('/votes', { code, sheet: [[0]] }, 201)
    await voter('/votes', { code: codes[5], sheet: [[]] }, 201)
    expect(await voter('/votes', { code: codes[0], sheet: [[1]] }, 409)).toMatchObject({ code: 'already-cast' })
    expect(await voter('/votes/paper', { code: codes[0] }, 409)).toMatchObject({ code: 'already-cast' })

    const open = await read(id)
    expect(open).toMatchObject({ state: 'open', cast: 6, report: null, forCases: [] })
    expect(JSON.stringify(open)).not.toMatch(/"marks"|"votes"/)
    await office(`/ballots/${id}/report`, { purpose: '常委会讨论决定' }, 409)
    await office(`/ballots/${id}/roll`, { voters: [], handed: { A: handed(7, 5) } })
    expect(await office(`/ballots/${id}/closing`, witnesses, 422)).toMatchObject({ code: 'ballot-unbalanced' })
    expect(await read(id)).toMatchObject({ state: 'open', report: null })

    await office(`/ballots/${id}/roll`, { voters: [], handed: { A: handed(7, 7) } })
    const closed = (await office(`/ballots/${id}/closing`, witnesses)) as BallotShape
    expect(closed.report).toMatchObject({
      turnout: { due: 7, present: 7, issued: 7, received: 6, returned: 0, missing: 1 },
      total: { questions: [{ marks: [5, 0, 1] }] },
      groups: [],
      ...witnesses,
    })
    expect(closed.forCases).toMatchObject([
      { caseId: 'case-1', facts: { members_due: 7, members_present: 7, decided_on: '2026-11-23' } },
    ])
    const pdf = (await office(`/ballots/${id}/report`, { purpose: '常委会讨论决定' })) as Buffer
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await voter('/votes', { code: codes[6], sheet: [[0]] }, 404)
  })

  it('answers every bad code with one message, and stops guessing', async () => {
    const { codes } = await prepared(decision)
    const notOpen = await voter('/votes/paper', { code: codes[0] }, 404)
    expect(await voter('/votes/paper', { code: 'AAAA BBBB CCCC' }, 404)).toEqual(notOpen)
    expect(await voter('/votes', { code: '%00', sheet: [] }, 404)).toEqual(notOpen)
    const guess = (code: string) => {
      const remoteAddress = '10.9.9.9'
      return city.server.inject({
        method: 'POST',
        url: '/api/votes/paper',
        headers: header,
        payload: { code },
        remoteAddress,
      })
    }
    const statuses: number[] = []
    for (let tries = 0; tries < 70; tries += 1) statuses.push((await guess(`GUESS${tries}`)).statusCode)
    expect(statuses).toEqual([...Array<number>(60).fill(404), ...Array<number>(10).fill(429)])
    expect((await guess(codes[0] ?? '')).json()).toMatchObject({ code: 'too-many-codes' })
    await voter('/votes/paper', { code: codes[0] }, 404)
  })

  it('is counted twice on paper; the places that differ are named, the figures are not', async () => {
    const { ballotId } = (await office('/ballots', decision, 201)) as { ballotId: string }
    await office(`/ballots/${ballotId}/opening`, {})
    await office(`/ballots/${ballotId}/roll`, {
      voters: [],
      handed: { A: { present: 7, codes: 0, papers: 7, returned: 0 } },
    })
    const count = (countedBy: string, entry: number, marks: readonly number[]) => ({
      entry,
      countedBy,
      tallies: { A: { received: 7, invalid: 0, questions: [{ marks, free: [], blank: 0, spoiled: 0 }] } },
    })
    const url = `/ballots/${ballotId}/paper-counts`
    await office(url, count('吴丙', 1, [6, 1, 0]))
    expect(await office(url, count('吴丙', 2, [6, 1, 0]), 422)).toMatchObject({ code: 'paper-counted-by-one' })
    const differing = (await office(url, count('郑丁', 2, [5, 2, 0]))) as BallotShape
    expect(differing.differences.map(({ what }) => what.zh)).toEqual(['王明：同意', '王明：不同意'])
    expect(JSON.stringify(differing)).not.toMatch(/"marks"/)
    expect(await office(`/ballots/${ballotId}/closing`, witnesses, 422)).toMatchObject({ code: 'paper-counts-differ' })
    await office(url, count('郑丁', 2, [6, 1, 0]))
    const closed = (await office(`/ballots/${ballotId}/closing`, witnesses)) as BallotShape
    expect(closed.report?.total.questions[0]?.marks).toEqual([6, 1, 0])
  })

  it('of ratings goes into the records as ratings of a survey', async () => {
    const { rows } = (await city.ask('/api/cadres')) as { rows: readonly { cadreId: string; name: string }[] }
    const person = rows[0]
    if (!person) throw new Error('nobody on record')
    const { id, codes } = await prepared({
      kind: 'evaluation',
      title: '民主测评',
      heldOn: '2026-11-23',
      classes: [{ id: 'B', label: 'B 类', due: 6 }],
      people: [{ name: person.name, cadreId: person.cadreId }],
      items: ['overall'],
      grades: ['优秀', '称职', '基本称职', '不称职'],
      channel: 'annual-rating',
    })
    await office(`/ballots/${id}/opening`, {})
    await office(`/ballots/${id}/roll`, { voters: [], handed: { B: handed(6, 6) } })
    for (const [grade, code] of codes.entries()) await voter('/votes', { code, sheet: [[grade % 2]] }, 201)
    const closed = (await office(`/ballots/${id}/closing`, witnesses)) as BallotShape
    expect(closed.report?.total.questions[0]?.marks).toEqual([3, 3, 0, 0])
    const ratings = await city.records.database
      .selectFrom('ratings')
      .select(['cadre_id', 'score', 'scale_max', 'rater_id', 'rater_class'])
      .where('survey_id', '=', `ballot-${id}`)
      .execute()
    expect(ratings.map(({ score }) => score).sort()).toEqual([3, 3, 3, 4, 4, 4])
    expect(new Set(ratings.map((rating) => rating.rater_id)).size).toBe(6)
    expect(new Set(ratings.map((rating) => rating.cadre_id))).toEqual(new Set([person.cadreId]))
  })

  it('that is cancelled is never counted', async () => {
    const { id, codes } = await prepared(decision)
    await office(`/ballots/${id}/opening`, {})
    await voter('/votes', { code: codes[0], sheet: [[0]] }, 201)
    await office(`/ballots/${id}/cancellation`, { reason: '名单有误' })
    expect(await read(id)).toMatchObject({ state: 'cancelled', cancelled: { reason: '名单有误' }, report: null })
    await office(`/ballots/${id}/closing`, witnesses, 422)
  })
})

describe('the office side', () => {
  it('is closed to voters, and a foreign page cannot cast', async () => {
    await post('/ballots', decision, 401)
    const forged = await city.server.inject({ method: 'POST', url: '/api/votes', payload: { code: 'x', sheet: [] } })
    expect(forged.statusCode).toBe(403)
  })

  it('refuses a ballot that nobody could fill in', async () => {
    const post = { title: '局长', most: 1, reference: [], freeNames: false }
    const { classes, heldOn } = decision
    await office('/ballots', { kind: 'recommendation', title: '推荐', heldOn, classes, posts: [post] }, 400)
  })
})

describe('a counted sheet in a workbook', () => {
  it('fills the form of whoever counts, and names whom the ballot does not know', async () => {
    const { ballotId } = (await office('/ballots', decision, 201)) as { ballotId: string }
    const rows = [
      ['讨论干部任免计票表'],
      ['发出 7 票，收回 7 票，有效 7 票，无效 0 票'],
      ['姓名', '现任职务', '同意', '不同意', '弃权'],
      ['王明', '财政局副局长', 6, 1, 0],
      ['外人', '', 1, 0, 0],
    ]
    const file = new PassThrough()
    const written = buffer(file)
    await writeWorkbook([{ name: '计票', widths: [12, 20, 8, 8, 8], rows: rows.map((cells) => ({ cells })) }], file)
    const payload = await written
    const response = await city.server.inject({
      method: 'POST',
      url: `/api/ballots/${ballotId}/paper-sheet?name=${encodeURIComponent('计票.xlsx')}`,
      headers: { ...header, cookie: city.cookie, 'content-type': 'application/octet-stream' },
      payload,
    })
    expect(response.json()).toMatchObject({
      tally: { received: 7, invalid: 0, questions: [{ marks: [6, 1, 0], blank: 0 }] },
      problems: [{ message: { zh: '外人不在这张票上，没有填入。' } }],
    })
  })
})

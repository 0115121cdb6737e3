/** An invented city with its cases: what an officer and the head send, and a case played from stage to stage. */
import { formatDate } from '#domain/calendar.ts'
import { processFields } from '#domain/process.ts'
import type { RecordedFacts } from '#domain/selection-case.ts'
import { factsFor, loadRuleBook, moveOf } from '#policy/index.ts'
import type { CaseDetail, CaseOpenings, Failure } from '../contract/index.ts'
import { requestHeader } from '../contract/index.ts'
import { type ServedCity, servedCity } from './fixtures.ts'

const header = { [requestHeader.name]: requestHeader.value }
const fields: Readonly<Record<string, { readonly kind: string }>> = processFields

/** Facts as a request writes them. */
export const written = (facts: RecordedFacts = {}): object =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      fields[name]?.kind === 'date' ? formatDate(Number(value)) : value,
    ]),
  )

export type Steps = Readonly<Record<string, readonly [on: string, ofCase?: object, ofEach?: object]>>

export type CaseOffice = Awaited<ReturnType<typeof officeOfCases>>

export async function officeOfCases(cadres: number) {
  const city: ServedCity = await servedCity(cadres, 20260601)
  const head = await city.signIn('head')

  async function send(url: string, payload: object, cookie = city.cookie, method: 'POST' | 'PUT' = 'POST') {
    const response = await city.server.inject({ method, url: `/api${url}`, headers: { cookie, ...header }, payload })
    const body = response.json() as CaseDetail & Failure
    return { status: response.statusCode, code: body.code, body }
  }

  /** A vacancy and somebody to whom it would be such a move. */
  async function pairOf(move: string, skip = 0): Promise<[seat: string, person: string]> {
    const { vacancies } = (await city.ask('/api/cases/openings')) as CaseOpenings
    const facts = factsFor(await city.records.readSnapshot(20260601), loadRuleBook())
    const people = Array.from({ length: facts.cadreCount }, (_, row) => facts.cadre(row))
    for (const { positionId } of vacancies.slice(skip)) {
      const found = people.find(
        (one) => one.post?.seat && moveOf(one, facts.seat(facts.seatIndex(positionId) ?? -1)) === move,
      )
      if (found) return [positionId, found.id]
    }
    throw new Error(`nobody for ${move}`)
  }

  async function open(payload: object, cookie?: string): Promise<string> {
    const { status, body } = await send('/cases', payload, cookie)
    if (status !== 201) throw new Error(JSON.stringify(body))
    return (body as unknown as { caseId: string }).caseId
  }
  const detail = async (caseId: string, on?: string) =>
    (await city.ask(`/api/cases/${caseId}${on ? `?on=${on}` : ''}`)) as CaseDetail
  async function act(caseId: string, on: string, what: object, cookie?: string) {
    const { version } = await detail(caseId)
    return send(`/cases/${caseId}/events`, { version, on, act: what }, cookie)
  }
  const record = (caseId: string, on: string, facts: object, cadreId?: string) =>
    act(caseId, on, { kind: 'facts-recorded', facts, ...(cadreId ? { cadreId } : {}) })
  /** Answers what is asked, passes by document what holds, and takes the next step. */
  async function goOn(caseId: string, on: string) {
    const { gate } = await detail(caseId, on)
    for (const { effect, finding, cadreId } of gate.items) {
      const about = { rule: finding.rule, ...(cadreId === null ? {} : { cadreId }) }
      const paper = { approvedBy: '市委', document: '8号', documentOn: on, reason: '经批准' }
      if (effect === 'asks') await act(caseId, on, { kind: 'answered', ...about, stands: true, note: '不影响' })
      if (effect === 'blocks') await act(caseId, on, { kind: 'overridden', ...about, ...paper }, head)
    }
    const acknowledged = gate.items.filter(({ effect }) => effect === 'warns').map(({ finding }) => finding.rule)
    const step = gate.to === null ? { kind: 'closed', outcome: 'completed' } : { kind: 'advanced', to: gate.to }
    return act(caseId, on, { ...step, acknowledged })
  }

  /** Plays a case stage by stage; returns why it stopped, or that it is closed. */
  async function play(caseId: string, cadreId: string, steps: Steps): Promise<string> {
    for (;;) {
      const { stage, standing } = await detail(caseId)
      const [on, ofCase, own] = steps[stage] ?? []
      if (standing === 'closed' || on === undefined) return standing === 'closed' ? 'closed' : stage
      for (const [facts, of] of [
        [ofCase, undefined],
        [own, cadreId],
      ] as const) {
        const { status, body } = facts ? await record(caseId, on, facts, of) : { status: 200, body: {} }
        if (status !== 200) return JSON.stringify(body)
      }
      const { status, body } = await goOn(caseId, on)
      if (status !== 200) return body.code
    }
  }

  return { city, head, send, pairOf, open, detail, act, record, goOn, play }
}

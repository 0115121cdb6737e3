import type { Page } from 'playwright-core'

/** The address of a case with candidates, facts and a paper: one that is there, else one opened for this. */
export const openedCase = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api${path}`)).json()
    const send = async (path: string, type: string, body: BodyInit) => {
      const headers = { 'content-type': type, 'x-zhiren-request': '1' }
      return (await fetch(`/api${path}`, { method: 'POST', headers, body })).json()
    }
    const { cases } = await read('/cases')
    if (cases.length > 0) return `/cases/${cases[0].caseId}`
    const { today, vacancies } = await read('/cases/openings')
    const { rows } = await read('/cadres?limit=2')
    const { positionId, unitName, title } = vacancies[0]
    const opening = {
      kind: 'promotion',
      title: `${unitName}${title}`,
      on: today,
      target: { kind: 'seat', positionId },
      batch: '年末批次',
      candidates: rows.map(({ cadreId }: { cadreId: string }) => cadreId),
    }
    const { caseId } = await send('/cases', 'application/json', JSON.stringify(opening))
    const act = { kind: 'facts-recorded', facts: { motion_on: today, posts: 1 }, source: '动议请示' }
    await send(`/cases/${caseId}/events`, 'application/json', JSON.stringify({ version: 1, on: today, act }))
    const name = encodeURIComponent('动议请示.pdf')
    await send(`/cases/${caseId}/papers?kind=motion-request&fileName=${name}`, 'application/octet-stream', '%PDF-1.4')
    return `/cases/${caseId}`
  })

import type { Page } from 'playwright-core'

/** The address of a matter with words of the cadre and a correction: one that is there, else one opened for this. */
export const openedMatter = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api${path}`)).json()
    const send = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json', 'x-zhiren-request': '1' }
      return (await fetch(`/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()
    }
    const { matters } = await read('/matters?kind=clearing')
    if (matters.length > 0) return `/matters/${matters[0].matterId}`
    const { rows } = await read('/cadres?limit=1')
    const { matterId } = await send('/matters', {
      kind: 'clearing',
      title: '反映问题不实的澄清',
      on: '2026-01-05',
      cadreId: rows[0].cadreId,
      reason: '匿名信反映的问题经查不实',
    })
    const check = { result: 'false', checked_by: '县纪委', grounds: '调取凭证，谈话三人' }
    const acts = [
      { kind: 'acted', act: 'check', facts: check },
      { kind: 'corrected', event: 2, facts: { checked_by: '县纪委监委' }, reason: '单位名称写错' },
      { kind: 'acted', act: 'ask', facts: { agrees: true, wish: '在本单位大会上讲清楚' }, onBehalf: true },
      { kind: 'acted', act: 'clear', facts: { way: 'meeting', audience: '本单位干部职工大会' } },
    ]
    for (const [at, act] of acts.entries())
      await send(`/matters/${matterId}/events`, { version: at + 1, on: '2026-02-02', act })
    return `/matters/${matterId}`
  })

/** The address of one matter of each other kind, opened where there is none yet; a plan is drafted from needs. */
export const openedKinds = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api${path}`)).json()
    const send = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json', 'x-zhiren-request': '1' }
      return (await fetch(`/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()
    }
    const kinds = [
      'care',
      'rectification',
      'joint-audit',
      'guidance',
      'fitness',
      'tolerance',
      'incentive',
      'reserve-tracking',
      'record-correction',
    ]
    const { matters } = await read('/matters?standing=open&standing=closed&standing=withdrawn')
    const idOf = (wanted: string): string | undefined =>
      matters.find(({ kind }: { kind: string }) => kind === wanted)?.matterId
    const { rows } = await read('/cadres?limit=2')
    const { cadreId, unitId, name } = rows[1]
    const about = { cadreId, unitId, on: '2026-03-02', reason: '按规定办理' }
    const openings = await read('/matters/openings')
    const titleOf = (wanted: string) =>
      `${name} ${openings.kinds.find(({ kind }: { kind: string }) => kind === wanted)?.label.zh ?? ''}`
    const addresses: Record<string, string> = {}
    for (const kind of kinds) {
      const matterId = idOf(kind) ?? (await send('/matters', { kind, title: titleOf(kind), ...about })).matterId
      addresses[`matter-${kind}`] = `/matters/${matterId}`
    }
    const planId = idOf('development-plan') ?? (await send('/plans', { cadreId })).matterId
    return { ...addresses, 'matter-development-plan': `/matters/${planId}` }
  })

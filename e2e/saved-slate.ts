import type { Page } from 'playwright-core'

/** The address of a slate that has been found: one that is there, else a small one searched for this. */
export const foundSlate = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api${path}`)).json()
    const isFound = ({ state }: { state: string }) => state === 'found'
    const { slates } = await read('/slates')
    const there = slates.find(isFound)
    if (there) return `/slates/${there.slateId}`
    const { vacancies, request } = await read('/slates/choices')
    const eligible = vacancies.filter(({ met }: { met: number }) => met > 0).slice(0, 2)
    const small = {
      ...request,
      vacancies: eligible.map(({ positionId }: { positionId: string }) => positionId),
      chainMost: 1,
      exchanges: false,
    }
    const answer = await fetch('/api/slates', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-zhiren-request': '1' },
      body: JSON.stringify({ name: '两个空缺', request: small }),
    })
    const { slateId } = await answer.json()
    for (let half = 0; half < 120; half++) {
      if (isFound(await read(`/slates/${slateId}`))) return `/slates/${slateId}`
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    throw new Error('the slate was not found within a minute')
  })

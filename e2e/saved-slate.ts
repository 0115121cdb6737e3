import type { Page } from 'playwright-core'

/** The ids of two slates that have been found: those that are there, else small ones searched for this. */
export const foundSlates = (page: Page): Promise<[string, string]> =>
  page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api${path}`)).json()
    const isFound = ({ state }: { state: string }) => state === 'found'
    const { vacancies, request } = await read('/slates/choices')
    const eligible = vacancies.filter(({ met }: { met: number }) => met > 0)
    const searched = async (name: string, seats: number): Promise<string> => {
      const small = {
        ...request,
        vacancies: eligible.slice(0, seats).map(({ positionId }: { positionId: string }) => positionId),
        chainMost: 1,
        exchanges: false,
      }
      const answer = await fetch('/api/slates', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-zhiren-request': '1' },
        body: JSON.stringify({ name, request: small }),
      })
      const { slateId } = await answer.json()
      for (let half = 0; half < 120; half++) {
        if (isFound(await read(`/slates/${slateId}`))) return slateId
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
      throw new Error('the slate was not found within a minute')
    }
    const there: string[] = (await read('/slates')).slates
      .filter(isFound)
      .map(({ slateId }: { slateId: string }) => slateId)
    const one = there[0] ?? (await searched('两个空缺', 2))
    return [one, there[1] ?? (await searched('一个空缺', 1))]
  })

/** What is computed in processes of its own: an analysis, a search of a slate, a batch of forms; each ends as something. */
import { isDone, isUnsure } from '../client.ts'
import { type Activity, type Desks, must, newCounts, pause } from './activity.ts'

export function working(today: string): Activity {
  const counts = newCounts()
  let slates: string[] = []
  let turn = 0

  function noted(answer: { status: number; body: unknown }): boolean {
    if (isDone(answer)) counts.acknowledged += 1
    else if (isUnsure(answer)) counts.unsure += 1
    else
      must(
        answer.status === 409 || answer.status === 422,
        `work is refused: ${answer.status} ${JSON.stringify(answer.body)}`,
      )
    return isDone(answer)
  }

  async function begin({ officer, head }: Desks): Promise<void> {
    turn += 1
    if (turn % 3 === 1) noted(await head.post('/analysis', { asOf: today }))
    else if (turn % 3 === 2) {
      const choices = await officer.get('/slates/choices')
      if (!isDone(choices)) return
      const vacancies = choices.body.request.vacancies.slice(0, 5)
      const made = await officer.post('/slates', {
        name: `班子 ${turn}`,
        request: { ...choices.body.request, vacancies },
      })
      if (noted(made)) slates.push(made.body.slateId)
    } else {
      const people = await officer.get('/cadres?limit=12')
      if (!isDone(people)) return
      const cadreIds = people.body.rows.map(({ cadreId }: { cadreId: string }) => cadreId)
      noted(await officer.post('/forms', { people: { cadreIds }, formats: ['pdf'], purpose: '会议材料' }))
    }
  }

  return {
    name: 'analyses, slates, forms',
    counts,
    prepare: async () => undefined,
    async run(desks, _random, isOver) {
      await begin(desks)
      while (!isOver()) await pause(50)
    },
    async verify({ officer }, database) {
      const { rows: runs } = await database.query(
        `select counts, (select count(*)::integer from run_estimate where run_estimate.run_id = run.run_id) as estimates from run order by made_at desc limit 1`,
      )
      must(runs[0].estimates > 0, `the last analysis has ${runs[0].estimates} estimates`)
      const state = await officer.get('/analysis')
      must(isDone(state), `the state of the analysis is answered: ${state.status}`)
      for (const slateId of slates) {
        const found = await officer.get(`/slates/${slateId}`)
        must(isDone(found), `a slate that was acknowledged is shown: ${found.status}`)
      }
      slates = slates.slice(-5)
    },
  }
}

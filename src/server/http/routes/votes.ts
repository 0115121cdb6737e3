import { votingSettings } from '#appoint/voting/index.ts'
import { formatDate } from '#domain/calendar.ts'
import { openPolling } from '../../ballots/polling.ts'
import { tooManyCodes } from '../../ballots/refusals.ts'
import { createWrongCodes } from '../../ballots/wrong-codes.ts'
import { failure, newVote, voteCast, votingCode, votingPaper } from '../../contract/index.ts'
import { presentQuestions } from '../../presenters/ballots.ts'
import type { App } from '../app.ts'
import type { Desk } from '../desk.ts'
import { Refusal } from '../refusal.ts'

const errors = { 400: failure, 404: failure, 409: failure, 422: failure, 429: failure }

/** For voters, without a login. Nothing of a request is kept or written to a log: no address, no time, no code. */
export function voteRoutes(app: App, { records, law }: Desk): void {
  const polling = openPolling(records)
  const wrongCodes = createWrongCodes()
  const settings = async () => votingSettings((await law.rules()).book, law.today())

  /** Wrong codes from one address are counted; past the limit nothing is tried any more. */
  async function guarded<T>(address: string, ask: () => Promise<T>): Promise<T> {
    const { wrongCodesMost, wrongCodesMinutes } = await settings()
    const seconds = wrongCodes.wait(address, wrongCodesMost, wrongCodesMinutes)
    if (seconds > 0) throw tooManyCodes(seconds)
    try {
      return await ask()
    } catch (error) {
      if (error instanceof Refusal && error.code === 'code-unknown') wrongCodes.add(address)
      throw error
    }
  }

  app.route({
    method: 'POST',
    url: '/votes/paper',
    config: { access: 'anyone' },
    schema: { summary: 'The sheet of a code 打开选票', body: votingCode, response: { 200: votingPaper, ...errors } },
    async handler(request) {
      const { design, classLabel } = await guarded(request.ip, () => polling.open(request.body.code))
      return {
        kind: design.kind,
        title: design.title,
        heldOn: formatDate(design.heldOn),
        voterClass: classLabel,
        questions: presentQuestions(design),
        draftHours: (await settings()).draftHours,
      }
    },
  })

  app.route({
    method: 'POST',
    url: '/votes',
    config: { access: 'anyone' },
    schema: { summary: 'Cast a sheet 投票', body: newVote, response: { 201: voteCast, ...errors } },
    async handler(request, reply) {
      await guarded(request.ip, () => polling.cast(request.body.code, request.body.sheet))
      return reply.code(201).send({ cast: true })
    },
  })
}

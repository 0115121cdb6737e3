import type { z } from 'zod'
import { emptyOverlay, type Overlay } from '#domain/overlay.ts'
import type { RuleBook } from '#policy/index.ts'
import { readVacancies } from '#records/queries/index.ts'
import { failure, type lawChanges, whatIf, whatIfRequest } from '../../contract/index.ts'
import { compareLaws } from '../../law/what-if.ts'
import { presentWhatIf } from '../../presenters/what-if.ts'
import type { App } from '../app.ts'
import type { Desk } from '../desk.ts'
import { nobodyWaits, ruleTooDeep } from '../refusal.ts'

/** Ten rule texts of the longest kind, in UTF-8. */
const largestChange = 512 * 1024

export function whatIfRoutes(app: App, desk: Desk): void {
  app.route({
    method: 'POST',
    url: '/rules/what-if',
    config: { access: 'vacancy' },
    bodyLimit: largestChange,
    schema: {
      summary: 'What another law would change 规则试算',
      body: whatIfRequest,
      response: { 200: whatIf, 400: failure, 401: failure, 413: failure, 422: failure, 503: failure },
    },
    async handler({ body }, reply) {
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort(nobodyWaits()))
      const [law, vacancies] = await Promise.all([desk.law.current(), readVacancies(desk.records.database)])
      const { book, edition, people } = law
      const changed = bookOnTrial(book, body.changes, edition.asOf)
      const found = await compareLaws(law, changed, body, gone.signal)
      return presentWhatIf({
        asOf: edition.asOf,
        people: new Map(people.map(({ person }) => [person.cadre_id, person])),
        vacancies: new Map(vacancies.map((vacancy) => [vacancy.position_id, vacancy])),
        touched: [...changed.rules.values()]
          .filter((rule) => book.rules.get(rule.id) !== rule)
          .map((rule) => ({ rule, isNew: !book.rules.has(rule.id) })),
        found,
        offset: body.offset,
      })
    },
  })
}

/** @throws ProblemError with the text, line and column of a mistake */
function bookOnTrial(book: RuleBook, { parameters, rules }: z.output<typeof lawChanges>, asOf: number): RuleBook {
  const overlay: Overlay = {
    ...emptyOverlay,
    parameters: parameters.map((change) => ({ ...change, from: asOf, by: '', on: 0, document: '' })),
    rules: rules.map((text, index) => ({ file: `rules[${index}]`, text })),
  }
  try {
    return book.with(overlay, { study: true })
  } catch (error) {
    // A text nested so deep that the parser runs out of stack.
    if (error instanceof RangeError) throw ruleTooDeep()
    throw error
  }
}

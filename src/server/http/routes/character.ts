import { z } from 'zod'
import type { CharacterPaper } from '#identify/index.ts'
import { readNames, readPaper } from '#records/queries/index.ts'
import { character, failure } from '../../contract/index.ts'
import { presentCharacter } from '../../presenters/character.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { noSuchCadre } from '../refusal.ts'

export function characterRoutes(app: App, desk: Desk): void {
  const { records } = desk
  const { database } = records

  app.route({
    method: 'GET',
    url: '/cadres/:cadreId/character',
    config: { access: 'dossier' },
    schema: {
      summary: 'Political conduct and appraisal texts of a cadre 政治品质与评语',
      params: z.object({ cadreId: z.string().max(64) }),
      response: { 200: character, 401: failure, 404: failure },
    },
    async handler(request) {
      const { cadreId } = request.params
      const { runId } = await editionOf(desk)
      const paper = await readPaper<CharacterPaper>(database, runId, 'character', cadreId)
      const others = (paper?.texts ?? []).flatMap(({ same }) => same?.otherCadreId ?? [])
      const names = await readNames(database, [cadreId, ...others])
      if (!names.has(cadreId)) throw noSuchCadre(cadreId)
      await recordVisit(desk, request, { action: 'dossier.view', subject: cadreId })
      return presentCharacter(paper, names)
    },
  })
}

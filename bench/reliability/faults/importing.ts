/** Imports of forms: read in a process of its own, applied whole or not at all, taken back whole or not at all. */
import type { Client as Session } from 'pg'
import { lrmxOf } from '../../../src/exchange/fixtures/sample-form.ts'
import { type Answer, isDone, isUnsure } from '../client.ts'
import { type Activity, type Desks, must, newCounts, pause } from './activity.ts'

interface Handed {
  readonly name: string
  importId: string | undefined
  /** What is known for sure of where it stands. */
  applied: 'yes' | 'no' | 'unsure'
  /** Read and shown to be a draft. */
  isDraft?: boolean
}

const figures = '零一二三四五六七八九'
/** A name that nobody else has. */
const nameOf = (number: number): string =>
  `欧阳${[...String(number)].map((figure) => figures[Number(figure)]).join('')}`

const resume = '2014.07--2019.03  云川市财政局干部\r\n2019.03--         云川市财政局副科长'

export function importing(): Activity & { readonly states: Record<string, number> } {
  const counts = newCounts()
  const states: Record<string, number> = {}
  const handed: Handed[] = []
  let number = 0

  function noted(answer: Answer): boolean {
    if (isDone(answer)) counts.acknowledged += 1
    else if (isUnsure(answer)) counts.unsure += 1
    else must(false, `a step of an import is refused: ${answer.status} ${JSON.stringify(answer.body)}`)
    return isDone(answer)
  }

  async function handIn({ officer }: Desks, one: Handed): Promise<boolean> {
    const begun = await officer.post('/imports')
    if (!noted(begun)) return false
    one.importId = begun.body.importId
    const bytes = Buffer.from(lrmxOf({ XingMing: one.name, JianLi: resume }))
    const file = await officer.send(
      'POST',
      `/imports/${one.importId}/files?name=${encodeURIComponent(`${one.name}.lrmx`)}`,
      bytes,
    )
    return noted(file) && noted(await officer.post(`/imports/${one.importId}/read`))
  }

  async function untilRead({ officer }: Desks, one: Handed, isOver: () => boolean): Promise<Answer | undefined> {
    while (!isOver()) {
      const found = await officer.get(`/imports/${one.importId}`)
      if (isUnsure(found)) return undefined
      if (found.body.state === 'draft') return found
      must(['reading', 'interrupted'].includes(found.body.state), `an import is ${found.body.state}`)
      if (found.body.state === 'interrupted' && !noted(await officer.post(`/imports/${one.importId}/read`)))
        return undefined
      await pause(50)
    }
    return undefined
  }

  /** From the draft on: who it is, under whom, applied. */
  async function apply({ officer }: Desks, one: Handed, draft: Answer): Promise<void> {
    const [unit] = draft.body.managingUnits
    const { version } = draft.body
    const decided = await officer.post(`/imports/${one.importId}/decisions`, {
      version,
      decisions: [{ number: 1, decision: { kind: 'new' } }],
    })
    if (!noted(decided)) return
    const chosen = await officer.post(`/imports/${one.importId}/authority`, {
      version: decided.body.version,
      unitId: unit.unitId,
    })
    if (!noted(chosen)) return
    one.applied = 'unsure'
    const answer = await officer.post(`/imports/${one.importId}/application`, { version: chosen.body.version })
    if (noted(answer)) one.applied = 'yes'
  }

  async function undo({ officer }: Desks, one: Handed): Promise<void> {
    one.applied = 'unsure'
    if (noted(await officer.post(`/imports/${one.importId}/undo`))) one.applied = 'no'
  }

  /** What the facts hold of the person: nothing, or everything that the form tells. */
  async function standing(
    database: Session,
    { name, importId }: Handed,
  ): Promise<{ state: string; people: number; tenures: number; forms: number }> {
    const { rows } = await database.query(
      `select (select state from import where import_id = $2) as state,
         (select count(*)::integer from cadres where name = $1) as people,
         (select count(*)::integer from tenures join cadres using (cadre_id) where name = $1) as tenures,
         (select count(*)::integer from appointment_form join cadres using (cadre_id) where name = $1 and withdrawn_at is null) as forms`,
      [name, importId],
    )
    return rows[0]
  }

  return {
    name: 'imports',
    counts,
    states,
    prepare: async () => undefined,
    async run(desks, random, isOver) {
      while (!isOver()) {
        const waiting = handed.find((one) => one.isDraft)
        if (waiting) {
          waiting.isDraft = false
          const found = await desks.officer.get(`/imports/${waiting.importId}`)
          if (isUnsure(found)) return
          await apply(desks, waiting, found)
          if (waiting.applied === 'unsure') return
          continue
        }
        const applied = handed.findLast((one) => one.applied === 'yes')
        if (applied && random.chance(0.25)) {
          await undo(desks, applied)
          if (applied.applied === 'unsure') return
          continue
        }
        number += 1
        const one: Handed = { name: nameOf(number), importId: undefined, applied: 'no' }
        handed.push(one)
        if (!(await handIn(desks, one))) return
        const draft = await untilRead(desks, one, isOver)
        if (!draft) return
        await apply(desks, one, draft)
        if (one.applied === 'unsure') return
      }
    },
    async verify(desks, database) {
      for (const one of handed.slice(-30)) {
        if (one.importId === undefined) continue
        const { state, people, tenures, forms } = await standing(database, one)
        const isIn = state === 'applied'
        must(
          people === (isIn ? 1 : 0) && forms === people && (isIn ? tenures > 0 : tenures === 0),
          `import ${state} with ${people} people, ${tenures} tenures, ${forms} forms`,
        )
        must(
          one.applied === 'unsure' || (one.applied === 'yes') === isIn,
          `an import that was acknowledged as ${one.applied} is ${state}`,
        )
        if (one.applied === 'unsure') counts.again += 1
        one.applied = isIn ? 'yes' : 'no'
        states[state] = (states[state] ?? 0) + 1
      }
      // One that was cut off while it was read is read again and thrown away.
      const last = handed.at(-1)
      if (last?.importId === undefined) return
      const found = await desks.officer.get(`/imports/${last.importId}`)
      must(isDone(found), `an import is shown: ${found.status}`)
      if (found.body.state === 'interrupted' || found.body.state === 'reading') {
        if (found.body.files.length > 0 && found.body.state === 'interrupted') {
          must(
            isDone(await desks.officer.post(`/imports/${last.importId}/read`)),
            'an import that was cut off is read again',
          )
          const draft = await untilRead(desks, last, () => false)
          must(draft?.body.state === 'draft', 'an import that was cut off is read in the end')
        }
      }
      last.isDraft =
        last.applied === 'no' && (await desks.officer.get(`/imports/${last.importId}`)).body?.state === 'draft'
      if (handed.length > 60) handed.splice(0, 20)
    },
  }
}

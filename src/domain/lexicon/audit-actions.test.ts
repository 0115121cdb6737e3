import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accountEventKinds } from '../account.ts'
import { detailLabel } from './audit/detail-labels.ts'
import { actionSaid, actionsOfKind, auditActions, auditFamilies, auditKinds, oneAction } from './audit-actions.ts'

const source = join(import.meta.dirname, '../..')

/** Every action that the server and the records write, as the text has it; what is filled in is a star. */
function writtenActions(): readonly string[] {
  const found = new Set<string>()
  for (const folder of ['server', 'records'])
    for (const name of readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || /\.test\.ts$|fixtures\.ts$/.test(name)) continue
      const isBallot = folder === 'records' && name.startsWith('ballots')
      for (const line of readFileSync(join(source, folder, name), 'utf8').split('\n'))
        for (const action of actionsIn(line)) found.add(isBallot && !action.includes('.') ? `ballot.${action}` : action)
    }
  return [...found]
}

function actionsIn(line: string): readonly string[] {
  const [, said] = /\b(?:action(?: =|:)|viewing =)(.*)/.exec(line) ?? []
  const words = [...(said ?? '').matchAll(/(['`])([a-z][a-z-]*(?:\.(?:\$\{[^}]*\}|[a-z.-])+)?)\1/g)]
  const first = /^ ['`]/.test(said ?? '') ? words.slice(0, 1) : words.filter(([, , word]) => word?.includes('.'))
  return first.map(([, , word = '']) => word.replace(/\$\{[^}]*\}/, '*'))
}

/** What fills in the star of those that have no family. */
const filled: Readonly<Record<string, readonly string[]>> = {
  'account.*': accountEventKinds,
  'ballot.*': ['roll', 'slips', 'open', 'paper-count', 'cancel', 'close'],
  'delivery.*': ['returned', 'withdrawn'],
  'import.*': ['decide', 'choose', 'discard'],
  'roster-order.*': ['units', 'people', 'reset', 'undo'],
  'track.*': ['confirmed', 'undone'],
  'training-plan.*': ['made', 'edited', 'adopted'],
}

describe('the words of audit actions', () => {
  it('are there for every action that is written', () => {
    const actions = writtenActions()
    expect(actions.length).toBeGreaterThan(100)
    const isSaid = (action: string): boolean =>
      action in auditActions || Object.keys(auditFamilies).some((family) => action.startsWith(family))
    const unsaid = actions
      .flatMap((action) => filled[action]?.map((word) => action.replace('*', word)) ?? [action])
      .filter((action) => !isSaid(action))
    expect(unsaid).toEqual([])
  })

  it('say the act of a case, and never which act of a matter it was: that would tell of what it is', () => {
    expect(actionSaid('case.candidate-left').label.zh).toBe('任免事项：人选退出')
    expect(actionSaid('matter.verified').label).toEqual(actionSaid('matter.noted').label)
  })

  it('show no field that has no label, and nothing written about anybody', () => {
    const every = [...Object.values(auditActions), ...Object.values(auditFamilies)]
    for (const field of every.flatMap(({ shows }) => shows)) expect(detailLabel(field).zh, field).not.toBe(field)
    const ofWork = every.filter(({ kind }) => kind === 'look' || kind === 'work').flatMap(({ shows }) => shows)
    for (const field of ['title', 'text', 'name', 'stance', 'output', 'fileName']) expect(ofWork).not.toContain(field)
  })

  it('part the log into kinds: each action is found by one of them', () => {
    const kindsOf = (action: string) =>
      auditKinds.filter((kind) => {
        const { actions, beginnings, except } = actionsOfKind(kind)
        return (
          actions.includes(action) ||
          (!except.includes(action) && beginnings.some((beginning) => action.startsWith(beginning)))
        )
      })
    for (const action of [...Object.keys(auditActions), 'case.advanced', 'matter.opened', 'key-seat.judged'])
      expect(kindsOf(action), action).toEqual([actionSaid(action).kind])
    expect(oneAction('case.').except).toContain('case.view')
  })
})

/**
 * Every action of the audit log in words, and what of it may be seen by whom: the one table behind the auditor's view and
 * behind what people are told of looks at them.
 *
 * @example actionSaid('dossier.view').label.zh // '查看干部档案页'
 */
import { type AuditAction, type AuditKind, auditKinds } from './audit/audit-action.ts'
import { keeping } from './audit/keeping.ts'
import { looks } from './audit/looks.ts'
import { families, work } from './audit/work.ts'
import { labelOf } from './terms.ts'

export { type AuditAction, type AuditKind, auditKindLabels, auditKinds } from './audit/audit-action.ts'

export const auditActions: Readonly<Record<string, AuditAction>> = { ...looks, ...work, ...keeping }
/** Words for all actions that begin so and have none of their own. */
export const auditFamilies: Readonly<Record<string, AuditAction>> = families

const unknownAction = (action: string): AuditAction => ({
  kind: 'work',
  label: { zh: action, en: action },
  shows: [],
  isTold: false,
})

/** The words of an action; itself where no table has it. */
export function actionSaid(action: string): AuditAction {
  const own = auditActions[action]
  if (own) return own
  const start = Object.keys(auditFamilies).find((family) => action.startsWith(family))
  const family = start === undefined ? undefined : auditFamilies[start]
  if (family === undefined || start === undefined) return unknownAction(action)
  return start === 'case.' ? { ...family, label: caseAct(action.slice(start.length)) } : family
}

function caseAct(event: string): AuditAction['label'] {
  const { zh, en } = labelOf('caseEvent', event)
  return { zh: `任免事项：${zh}`, en: `Case: ${en}` }
}

/** What is asked of the log: actions by name, and beginnings; those of `except` are not of the beginnings. */
export interface ActionChoice {
  readonly actions: readonly string[]
  readonly beginnings: readonly string[]
  readonly except: readonly string[]
}

const named = (table: Readonly<Record<string, AuditAction>>, kind: AuditKind): readonly string[] =>
  Object.keys(table).filter((action) => table[action]?.kind === kind)

/** All actions of a kind. */
export const actionsOfKind = (kind: AuditKind): ActionChoice => ({
  actions: named(auditActions, kind),
  beginnings: named(auditFamilies, kind),
  except: auditKinds.filter((other) => other !== kind).flatMap((other) => named(auditActions, other)),
})

/** One action, or those of a family (`case.`) that have no words of their own. */
export const oneAction = (action: string): ActionChoice =>
  action in auditFamilies
    ? { actions: [], beginnings: [action], except: Object.keys(auditActions) }
    : { actions: [action], beginnings: [], except: [] }

/** Looks that the person is told of. */
export const toldLooks: readonly string[] = Object.keys(auditActions).filter((action) => auditActions[action]?.isTold)

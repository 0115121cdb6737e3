import type { LinkProps } from '@tanstack/react-router'
import type { HelpTask } from '../language/words/help-tasks.ts'

/** Where each of the common jobs begins. */
export const taskPlaces = {
  'find-people': '/cadres',
  'find-one': '/cadres',
  compare: '/comparison',
  'fill-vacancy': '/vacancies',
  'simulate-team': '/teams',
  slate: '/slates/new',
  case: '/cases/new',
  ballot: '/ballots/new',
  meeting: '/vacancies',
  'import-package': '/imports',
  'correct-fact': '/conflicts',
  conflicts: '/conflicts',
  sign: '/signs',
  judgement: '/cadres',
  plan: '/plans',
  training: '/training',
  rotation: '/rotation',
  'print-form': '/forms',
  export: '/papers/designs',
  minutes: '/principals/meetings',
  'set-rule': '/rules',
  analyse: '/',
} as const satisfies Record<HelpTask, LinkProps['to']>

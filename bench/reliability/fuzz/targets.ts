/** Every parser of files and texts from outside. */
import { formTargets } from './form-targets.ts'
import { packageTargets } from './package-targets.ts'
import { sheetTargets } from './sheet-targets.ts'
import type { Target } from './target.ts'
import { textTargets } from './text-targets.ts'

export const targets: readonly Target[] = [...formTargets, ...packageTargets, ...sheetTargets, ...textTargets]

/**
 * `npm run schema`: writes the schemas that give editors completion in rule, case and overlay files, from the vocabulary of
 * the rule language itself. `.vscode/settings.json` says which files they are for.
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { caseSchema } from './schemas/case-file.ts'
import { instrumentSchema, overlaySchema, ruleSchema } from './schemas/rule-file.ts'
import type { Schema } from './schemas/shapes.ts'

export const schemaFolder = join(import.meta.dirname, '../src/policy/schemas')

export const schemas: Readonly<Record<string, Schema>> = {
  'rule.schema.json': ruleSchema,
  'instrument.schema.json': instrumentSchema,
  'case.schema.json': caseSchema,
  'overlay.schema.json': overlaySchema,
}

if (process.argv[1] === import.meta.filename) {
  const files = Object.entries(schemas).map(([name, schema]) => {
    const path = join(schemaFolder, name)
    writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`)
    return path
  })
  const biome = join(import.meta.dirname, '../node_modules/.bin/biome')
  process.exitCode = spawnSync(biome, ['format', '--write', ...files], { stdio: 'inherit' }).status ?? 1
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { schemaFolder, schemas } from './rule-schema.ts'

const policy = join(import.meta.dirname, '../src/policy')
const checker = new Ajv({ allErrors: true, allowUnionTypes: true })
for (const [name, schema] of Object.entries(schemas)) checker.addSchema(schema, name)

function validator(name: string): ValidateFunction {
  const found = checker.getSchema(name)
  if (!found) throw new Error(`no schema ${name}`)
  return found
}

/** What a schema says of a text: nothing where it fits. */
function told(name: string, text: string): string {
  const validate = validator(name)
  return validate(parse(text)) ? '' : checker.errorsText(validate.errors)
}

const schemaOf = (file: string): string =>
  file.endsWith('instrument.yaml') ? 'instrument' : file.includes('/cases/') ? 'case' : 'rule'

const files = ['instruments', 'local'].flatMap((folder) =>
  readdirSync(join(policy, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => `${folder}/${file}`),
)

describe('the schemas for editors', () => {
  test.each(Object.keys(schemas))('%s is what `npm run schema` writes', (name) => {
    expect(JSON.parse(readFileSync(join(schemaFolder, name), 'utf8'))).toEqual(schemas[name])
  })

  test.each(files)('%s fits', (file) => {
    expect(told(`${schemaOf(file)}.schema.json`, readFileSync(join(policy, file), 'utf8'))).toBe('')
  })

  test('an overlay fits; a mistake does not', () => {
    const change =
      'parameters: [{ rule: A-1, name: years, value: 5, from: 2026-01-01, document: 甲, by: 乙, on: 2025-12-20 }]'
    expect(told('overlay.schema.json', change)).toBe('')
    expect(told('overlay.schema.json', change.replace('2025-12-20', '去年'))).toContain('must match pattern')
    const rule = (that: string) =>
      `rules: [{ id: A-1, article: 1, title: { zh: 甲, en: A }, status: VERIFIED, requires: [{ that: ${that}, met: { zh: 好, en: good }, unmet: { zh: 否, en: bad } }] }]`
    expect(told('overlay.schema.json', rule('{ known: cadre.party }'))).toBe('')
    expect(told('rule.schema.json', rule('{ knwon: cadre.party }'))).toContain('must NOT have additional properties')
  })

  test('editors are told which files they are for', () => {
    const settings = JSON.parse(readFileSync(join(policy, '../../.vscode/settings.json'), 'utf8'))
    expect(Object.keys(settings['yaml.schemas'])).toEqual(
      Object.keys(schemas).map((name) => `./src/policy/schemas/${name}`),
    )
  })

  test('words are suggested with their labels in both languages', () => {
    const { definitions } = schemas['rule.schema.json'] as { definitions: { word: { oneOf: unknown[] } } }
    expect(definitions.word.oneOf).toContainEqual({
      const: 'cadre.work_started_on',
      description: '参加工作时间 · date of starting work',
    })
  })
})

/** What stands in `deploy/` against the product: every command, option, port, path, name of the environment and probe exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { largestUpload } from '#server/contract/imports.ts'
import { commands } from '../src/cli/commands/index.ts'
import { sourceFiles } from './boundaries.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, 'deploy', path), 'utf8')
const node = 'node_modules/node/bin/node'
const entry = ['--disable-warning=ExperimentalWarning', 'src/cli/main.ts']

let sources = ''
beforeAll(async () => {
  const files = [...sourceFiles(join(root, 'src/server')), ...sourceFiles(join(root, 'src/records'))]
  // Loading what they run takes a while on a loaded machine.
  await Promise.all(['start', 'backup', 'work'].map((name) => commands[name]?.()))
  sources = [...files, ...sourceFiles(join(root, 'src/cli'))].map((file) => readFileSync(file, 'utf8')).join('\n')
})

/** Names of the environment that are not the product's own but of Node, the C library or libpq. */
const ofOthers = ['LANG', 'NODE_ENV', 'NODE_COMPILE_CACHE', 'PGPASSFILE', 'SITE_NAME']
const unknownNames = (names: readonly string[]): readonly string[] =>
  names.filter((name) => !ofOthers.includes(name) && !sources.includes(name))

/** What a command line holds that the product does not know. */
async function strange([name = '', ...given]: readonly string[]): Promise<readonly string[]> {
  const command = await commands[name]?.()
  if (!command) return [name]
  const options = given.filter((word) => word.startsWith('--')).map((word) => word.slice(2))
  const bad = options.filter((option) => !Object.hasOwn(command.options, option))
  // What follows an option that takes no value is the next option.
  const values = given.filter((word, at) => !word.startsWith('--') && !takesValue(command.options, given[at - 1]))
  return [...bad, ...values]
}

const takesValue = (options: Readonly<Record<string, string>>, word = ''): boolean =>
  options[word.slice(2)] === 'string'

const optionOf = (given: readonly string[], option: string): string | undefined => given[given.indexOf(option) + 1]

type Unit = readonly { readonly section: string; readonly key: string; readonly value: string }[]

function unitFile(name: string): Unit {
  let section = ''
  return read(`systemd/${name}`)
    .split('\n')
    .flatMap((line) => {
      if (line === '' || line.startsWith('#')) return []
      const head = /^\[(\w+)\]$/.exec(line)?.[1]
      if (head !== undefined) section = head
      const pair = /^(\w+)=(.*)$/.exec(line)
      if (head === undefined && !pair) throw new Error(`${name}: ${line}`)
      return pair ? [{ section, key: pair[1] ?? '', value: pair[2] ?? '' }] : []
    })
}

const valuesOf = (unit: Unit, key: string): readonly string[] =>
  unit.filter((one) => one.key === key).map(({ value }) => value)

const place = '/opt/zhiren/current/'

describe.each(['zhiren.service', 'zhiren-backup.service'])('%s', (name) => {
  const unit = unitFile(name)
  const [line = ''] = valuesOf(unit, 'ExecStart')
  const [program = '', ...given] = line.split(' ')

  test('starts a command of the product with options that it has', async () => {
    expect(program).toBe(place + node)
    expect(existsSync(join(root, node))).toBe(true)
    expect(given.slice(0, 2)).toEqual(entry)
    expect(await strange(given.slice(2))).toEqual([])
    expect(valuesOf(unit, 'WorkingDirectory')).toEqual([place.slice(0, -1)])
  })

  test('hands over keys that the product asks for, each from a credential of that name', () => {
    const environment = valuesOf(unit, 'Environment').map((pair) => pair.split('=') as [string, string])
    expect(unknownNames(environment.map(([key]) => key))).toEqual([])
    const credentials = valuesOf(unit, 'LoadCredential').map((pair) => pair.split(':')[0])
    for (const [, value] of environment) {
      const asked = /^%d\/(.+)$/.exec(value)?.[1]
      if (asked !== undefined) expect(credentials).toContain(asked)
    }
  })

  test('writes only where the unit lets it, and gains nothing', () => {
    const written = ['--data', '--to'].filter((option) => given.includes(option)).map((at) => optionOf(given, at))
    for (const path of written)
      expect([...valuesOf(unit, 'ReadWritePaths'), '/var/lib/zhiren/data'].includes(path ?? '')).toBe(true)
    expect(valuesOf(unit, 'StateDirectory')).toEqual(['zhiren'])
    expect(valuesOf(unit, 'ProtectSystem')).toEqual(['strict'])
    expect(valuesOf(unit, 'NoNewPrivileges')).toEqual(['yes'])
    expect(valuesOf(unit, 'User')).toEqual(['zhiren'])
    expect(read('systemd/zhiren.sysusers.conf')).toMatch(/^u zhiren /m)
    expect(valuesOf(unit, 'MemoryDenyWriteExecute')).toEqual([])
  })
})

test('the unit asks the probe of the workbench that it started', () => {
  const unit = unitFile('zhiren.service')
  const started = valuesOf(unit, 'ExecStart')[0]?.split(' ') ?? []
  const [program, script = '', ...given] = valuesOf(unit, 'ExecStartPost')[0]?.split(' ') ?? []
  expect(program).toBe(place + node)
  expect(existsSync(join(root, script))).toBe(true)
  expect(optionOf(given, '--port')).toBe(optionOf(started, '--port'))
  const [, address = ''] = /\/(api\/health\/\w+)`/.exec(read('ready.mjs')) ?? []
  expect(sources).toContain(`url: '/${address}'`)
  expect(sources).toContain("'not-analysed'")
  expect(valuesOf(unitFile('zhiren-backup.timer'), 'Persistent')).toEqual(['true'])
})

describe('the image', () => {
  const lines = read('Containerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.trim().replaceAll(/ +/g, ' '))
  const of = (word: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
  const list = (text = ''): string[] => JSON.parse(text) as string[]

  test('takes what is there and nothing that is ignored', () => {
    const taken = of('COPY')
      .filter((line) => !line.startsWith('--'))
      .flatMap((line) => line.split(' ').slice(0, -1))
    expect(taken.filter((path) => !existsSync(join(root, path)))).toEqual([])
    const admitted = read('Containerfile.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1))
    expect([...taken].sort()).toEqual([...admitted].sort())
    for (const script of of('RUN').flatMap((line) => line.match(/tools\/[\w-]+\.ts/g) ?? []))
      expect(existsSync(join(root, script))).toBe(true)
  })

  test('runs the product as nobody in particular and asks its probe', async () => {
    expect(list(of('ENTRYPOINT')[0])).toEqual([node, ...entry])
    const command = list(of('CMD')[0])
    expect(await strange(command)).toEqual([])
    expect(of('USER')).toEqual(['10001:10001'])
    expect(of('EXPOSE')).toEqual([optionOf(command, '--port')])
    const health = list(/\[.*\]/.exec(of('HEALTHCHECK')[0] ?? '')?.[0])
    expect(health.slice(0, 2)).toEqual([node, 'deploy/ready.mjs'])
    expect(optionOf(health, '--port')).toBe(optionOf(command, '--port'))
    expect(unknownNames([...(of('ENV')[0] ?? '').matchAll(/(\w+)=/g)].map(([, name = '']) => name))).toEqual([])
  })

  test('names its bases once, so that a site can pin them', () => {
    const bases = of('ARG').map((line) => line.split('=')[0])
    expect(of('FROM').map((line) => /\$\{(\w+)\}/.exec(line)?.[1])).toEqual(bases)
  })
})

describe('the compose file', () => {
  interface Service {
    readonly image: string
    readonly command?: string[]
    readonly environment?: Record<string, string>
    readonly secrets?: string[]
    readonly volumes?: string[]
    readonly networks?: string[]
    readonly depends_on?: string[] | Record<string, unknown>
    readonly read_only?: boolean
    readonly user?: string
    readonly cap_drop?: string[]
  }
  const text = read('compose.yaml')
  const file = parse(text, { merge: true }) as {
    services: Record<string, Service>
    secrets: Record<string, { file: string }>
    volumes: Record<string, null>
    networks: { inside: { ipam: { config: { subnet: string }[] } } }
  }
  const services = Object.entries(file.services)
  const ours = services.filter(([, { image }]) => image.includes('ZHIREN_IMAGE'))

  test('runs two web processes that leave the work to a worker', async () => {
    expect(ours.map(([name, { command = [] }]) => [name, command[0]])).toEqual([
      ['web-1', 'start'],
      ['web-2', 'start'],
      ['worker', 'work'],
    ])
    for (const [, { command = [] }] of ours) expect(await strange(command)).toEqual([])
    expect(file.services['web-1']?.command).toContain('--no-worker')
    for (const [, { environment = {} }] of ours) expect(unknownNames(Object.keys(environment))).toEqual([])
    for (const [, { read_only, user }] of ours) expect([read_only, user]).toEqual([true, '10001:10001'])
    for (const [, { cap_drop }] of services) expect(cap_drop).toEqual(['ALL'])
  })

  test('names nothing that it does not declare', () => {
    const at = (names: readonly string[] | undefined, among: object): readonly string[] =>
      (names ?? []).filter((name) => !Object.hasOwn(among, name))
    for (const [name, { secrets, networks, depends_on, volumes = [], environment = {} }] of services) {
      expect(at(secrets, file.secrets), name).toEqual([])
      expect(at(networks, file.networks), name).toEqual([])
      expect(at(Array.isArray(depends_on) ? depends_on : Object.keys(depends_on ?? {}), file.services)).toEqual([])
      for (const volume of volumes) {
        const [source = ''] = volume.split(':')
        const isThere = source.startsWith('./')
          ? existsSync(join(root, 'deploy', source))
          : Object.hasOwn(file.volumes, source)
        expect(isThere, volume).toBe(true)
      }
      for (const value of Object.values(environment)) {
        const secret = /^\/run\/secrets\/(.+)$/.exec(value)?.[1]
        if (secret !== undefined) expect(secrets, name).toContain(secret)
        const host = /^postgres:\/\/\w+@([\w-]+):5432\//.exec(value)?.[1]
        if (host !== undefined) expect(file.services).toHaveProperty(host)
      }
    }
    expect(new Set(readdirSync(join(root, 'deploy/compose')))).toEqual(
      new Set(text.match(/(?<=\.\/compose\/)[\w.-]+/g)),
    )
    const settings = read('compose.env.example').match(/^\w+(?==)/gm) ?? []
    expect(new Set(text.match(/(?<=\$\{)\w+/g))).toEqual(new Set(settings))
  })

  test('lets the proxy alone speak for others, to ports that are served, with room for what may be handed in', () => {
    const proxy = read('compose/site.conf.template')
    const web = file.services['web-1']?.command ?? []
    expect(optionOf(web, '--proxy-address')).toBe(file.networks.inside.ipam.config[0]?.subnet)
    const upstream = [...proxy.matchAll(/server (web-\d):(\d+)/g)].map(([, name, port]) => [name, port])
    const port = optionOf(web, '--port')
    expect(upstream).toEqual([
      ['web-1', port],
      ['web-2', port],
    ])
    const room = Number(/client_max_body_size (\d+)m;/.exec(proxy)?.[1]) * 2 ** 20
    expect(room).toBeGreaterThan(largestUpload)
    for (const secret of proxy.match(/(?<=\/run\/secrets\/)[\w.]+/g) ?? [])
      expect(file.services.proxy?.secrets).toContain(secret)
    for (const name of ['Host', 'X-Forwarded-Host', 'X-Forwarded-For', 'X-Forwarded-Proto'])
      expect(proxy).toContain(`proxy_set_header ${name} `)
  })
})

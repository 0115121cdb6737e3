import { expect, test } from 'vitest'
import { hasReference, readReferenceJson, readReferenceTable } from '../fixtures/reference-data.ts'
import { type Design, factorOf, intercept } from './design.ts'
import { devianceAt, fitMixedModel } from './fit.ts'

/** InstEval: 73,421 ratings of 1,128 lecturers by 2,972 students (ETH Zurich), as in the R package lme4, and its fits. */
interface Reference {
  readonly criterion: number
  readonly theta: Readonly<Record<string, number>>
  readonly varcomp: readonly { readonly grp: string; readonly vcov: number }[]
  readonly fixef: readonly { readonly est: number; readonly se: number }[]
  readonly devfun_at: readonly { readonly theta: readonly number[]; readonly value: number }[]
  readonly blups: readonly {
    readonly group: string
    readonly first: readonly { readonly level: string; readonly mode: number; readonly condSD: number }[]
  }[]
}

function load(groups: readonly string[], fixed: readonly string[]) {
  const table = readReferenceTable('insteval.csv.gz')
  const cells = (term: string): string[] => {
    const parts = term.split(':').map(table.text)
    return Array.from({ length: table.length }, (_, row) => parts.map((part) => part[row]).join(':'))
  }
  const factors = groups.map((term) => factorOf(term, cells(term)))
  const design: Design = {
    response: table.numbers('y'),
    fixed: [intercept(table.length), ...fixed.map((name) => ({ name, values: table.numbers(name) }))],
    random: factors.map(({ factor }) => factor),
  }
  return { design, labels: factors.map(({ labels }) => labels) }
}

test.skipIf(!hasReference).each([
  ['insteval_service_s_d_ML', ['s', 'd'], ['service'], 'ML'],
  ['insteval_s_d_deptservice_ML', ['s', 'd', 'dept:service'], [], 'ML'],
] as const)('%s agrees with lme4', (key, groups, fixed, method) => {
  const references = readReferenceJson('reference-fits.json') as Record<string, Reference>
  const reference = references[key]
  if (!reference) throw new Error(`no reference fit ${key}`)
  const { design, labels } = load(groups, fixed)
  const order = Object.keys(reference.theta).map((name) => name.replace('.(Intercept)', ''))
  for (const { theta, value } of reference.devfun_at) {
    const ours = groups.map((group) => theta[order.indexOf(group)] ?? Number.NaN)
    expect(Math.abs(devianceAt(design, ours, method) / value - 1)).toBeLessThan(1e-10)
  }
  const fit = fitMixedModel(design, { method })
  expect(Math.abs(fit.criterion / reference.criterion - 1)).toBeLessThan(1e-8)
  expect(fit.criterion - reference.criterion).toBeLessThan(1e-6)
  for (const { grp, vcov } of reference.varcomp) {
    const found =
      grp === 'Residual' ? fit.residualVariance : fit.random[groups.findIndex((group) => group === grp)]?.variance
    expect(Math.abs((found ?? 0) / vcov - 1)).toBeLessThan(1e-4)
  }
  reference.fixef.forEach(({ est, se }, index) => {
    expect(Math.abs((fit.fixed[index]?.estimate ?? 0) / est - 1)).toBeLessThan(1e-6)
    expect(Math.abs((fit.fixed[index]?.se ?? 0) / se - 1)).toBeLessThan(1e-5)
  })
  for (const { group, first } of reference.blups) {
    const index = groups.findIndex((name) => name === group)
    for (const { level, mode, condSD } of first) {
      const code = labels[index]?.indexOf(level) ?? -1
      expect(Math.abs((fit.random[index]?.modes[code] ?? 9) - mode)).toBeLessThan(1e-5)
      expect(Math.abs((fit.random[index]?.conditionalSd[code] ?? 9) - condSD)).toBeLessThan(1e-5)
    }
  }
})

/** Criterion at the optimum and at θ = 1, by lme4 1.1-31. */
test.skipIf(!hasReference).each([
  [['s', 'd'], ['service'], 237743.583116106, 242038.529230819],
  [['s', 'd', 'dept:service'], [], 237658.578333632, 242060.457501248],
] as const)('REML of %j with %j agrees with lme4', (groups, fixed, optimum, atOne) => {
  const { design } = load(groups, fixed)
  expect(
    Math.abs(
      devianceAt(
        design,
        groups.map(() => 1),
      ) /
        atOne -
        1,
    ),
  ).toBeLessThan(1e-10)
  const { criterion } = fitMixedModel(design)
  expect(Math.abs(criterion / optimum - 1)).toBeLessThan(1e-8)
  expect(criterion - optimum).toBeLessThan(1e-6)
})

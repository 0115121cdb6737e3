/** What help says of each page: its key terms, the jobs done there, and where one goes from it. */
import type { ExplanationId } from '#domain/lexicon/explanations.ts'
import { type HelpPage, helpPageWords } from '../language/words/help-pages.ts'
import type { HelpTask } from '../language/words/help-tasks.ts'

/** A page that is there without a choice of a person or a seat. */
type PlainPage = Exclude<HelpPage, `${string}$${string}`>

interface PageHelp {
  readonly terms: readonly ExplanationId[]
  readonly tasks: readonly HelpTask[]
  readonly next: readonly PlainPage[]
}

const page = (
  terms: readonly ExplanationId[],
  tasks: readonly HelpTask[] = [],
  next: readonly PlainPage[] = [],
): PageHelp => ({ terms, tasks, next })

export const pageHelp: Readonly<Record<HelpPage, PageHelp>> = {
  '/': page(
    ['facts-as-of', 'known-as-of', 'analysis', 'due', 'rotation-wave', 'tally-gaps'],
    ['analyse', 'find-people'],
    ['/todos', '/vacancies', '/rotation'],
  ),
  '/cadres': page(
    ['serving-count', 'interval', 'unknown', 'confirmed-none', 'rating'],
    ['find-people', 'find-one', 'compare', 'export'],
    ['/comparison', '/forms', '/vacancies'],
  ),
  '/cadres/$cadreId': page(
    ['facts-as-of', 'estimate', 'finding', 'claim', 'judgement-sheet', 'experience-route'],
    ['judgement', 'correct-fact', 'print-form', 'plan'],
    ['/comparison', '/vacancies'],
  ),
  '/units': page(['vacancy', 'team-structure', 'serving-count'], ['simulate-team'], ['/teams', '/vacancies']),
  '/imports': page(['package', 'provenance', 'analysis'], ['import-package', 'analyse'], ['/conflicts', '/cadres']),
  '/deliveries': page(['package', 'provenance'], ['import-package'], ['/imports']),
  '/papers': page(['approval-form', 'audit'], ['print-form', 'export'], ['/forms', '/exports']),
  '/papers/designs': page(['audit'], ['export'], ['/cadres', '/exports']),
  '/forms': page(['approval-form', 'provenance'], ['print-form'], ['/papers', '/exports']),
  '/exports': page(['audit'], ['export'], ['/papers']),
  '/conflicts': page(
    ['claim', 'held', 'reliability', 'record-check', 'little-known', 'duplicate'],
    ['conflicts', 'correct-fact'],
    ['/imports', '/cadres'],
  ),
  '/comparison': page(
    ['interval', 'separable', 'leaning', 'inseparable', 'tier', 'group'],
    ['compare'],
    ['/cadres', '/vacancies'],
  ),
  '/surveys': page(
    ['rating', 'severity', 'generalisability', 'linking-share', 'too-few', 'group'],
    [],
    ['/comparison', '/cadres'],
  ),
  '/teams': page(['condition', 'team-part', 'interval'], ['simulate-team'], ['/units', '/timing']),
  '/teams/$unitId': page(
    ['condition', 'team-part', 'team-structure', 'environment'],
    ['simulate-team'],
    ['/teams', '/vacancies'],
  ),
  '/teams/$unitId/simulation': page(
    ['simulation', 'team-structure', 'fit', 'finding'],
    ['simulate-team'],
    ['/slates/new', '/teams'],
  ),
  '/signs': page(['early-sign', 'sign-chance', 'care'], ['sign'], ['/matters', '/todos']),
  '/development': page(
    ['development-need', 'need-grassroots', 'need-hardship', 'need-narrow', 'need-principal-seat', 'unknown'],
    ['plan'],
    ['/development/postings', '/plans', '/training'],
  ),
  '/development/tracks': page(['track', 'experience-route'], ['plan'], ['/development', '/plans']),
  '/development/postings': page(['posting', 'development-need'], ['plan'], ['/development/placement', '/vacancies']),
  '/development/paths': page(['path', 'readiness'], ['plan'], ['/plans', '/timing']),
  '/development/placement': page(['placement', 'bound', 'reserve'], ['plan'], ['/development/postings', '/slates']),
  '/plans': page(['development-plan', 'development-need', 'track'], ['plan'], ['/development', '/reserve']),
  '/training': page(['training-hours', 'training-topic', 'unknown'], ['training'], ['/training/plan']),
  '/training/plan': page(['training-plan', 'bound', 'training-hours'], ['training'], ['/training']),
  '/principals': page(
    ['principal', 'joint-audit', 'rectification', 'meeting-rule'],
    ['minutes'],
    ['/principals/meetings', '/todos'],
  ),
  '/principals/meetings': page(['meeting-rule', 'recusal'], ['minutes'], ['/principals']),
  '/principals/audits': page(['joint-audit', 'principal'], [], ['/matters', '/principals']),
  '/principals/rectifications': page(['rectification', 'matter'], [], ['/matters', '/principals']),
  '/principals/evaluations': page(['evaluation', 'principal'], [], ['/principals', '/fitness']),
  '/rotation': page(
    ['rotation-duty', 'rotation-wave', 'key-seat'],
    ['rotation'],
    ['/rotation/forecast', '/rotation/plan', '/slates'],
  ),
  '/rotation/forecast': page(['leaving-forecast', 'retirement-month'], ['rotation'], ['/rotation/plan', '/timing']),
  '/rotation/plan': page(['exchange-plan', 'rotation-duty'], ['rotation'], ['/rotation/exchange', '/slates']),
  '/rotation/exchange': page(['slate', 'lock', 'rotation-duty'], ['rotation', 'slate'], ['/rotation/plan', '/slates']),
  '/key-seats': page(['key-seat', 'rotation-duty'], ['rotation'], ['/rotation', '/todos']),
  '/reserve': page(['reserve', 'shortfall'], ['plan'], ['/plans', '/matters']),
  '/fitness': page(['fitness', 'matter', 'effect-period'], [], ['/matters', '/tolerance']),
  '/grades': page(['grade-queue', 'effect-period'], [], ['/rewards']),
  '/tolerance': page(['tolerance', 'matter'], [], ['/matters', '/clearing']),
  '/rewards': page(['reward', 'evaluation'], [], ['/grades']),
  '/clearing': page(['clearing', 'matter'], [], ['/matters']),
  '/todos': page(['due', 'rotation-duty', 'effect-period', 'working-day'], [], ['/matters', '/cases']),
  '/matters': page(['matter', 'care', 'rectification', 'tolerance'], ['sign', 'correct-fact'], ['/todos']),
  '/vacancies': page(['vacancy', 'compared', 'listed', 'theme'], ['fill-vacancy', 'slate'], ['/slates', '/cases/new']),
  '/vacancies/$positionId': page(
    ['tier', 'fit', 'finding', 'pending', 'interval', 'inseparable'],
    ['fill-vacancy', 'simulate-team', 'meeting'],
    ['/cases/new', '/slates/new'],
  ),
  '/vacancies/$positionId/rules': page(
    ['eligibility', 'met', 'unmet', 'unknown', 'discretion', 'awaiting'],
    ['fill-vacancy'],
    ['/rules'],
  ),
  '/vacancies/$positionId/requirements': page(['requirement', 'likeness', 'fit'], ['fill-vacancy'], ['/vacancies']),
  '/vacancies/$positionId/considerations': page(
    ['considerations', 'theme', 'strengths', 'readiness'],
    ['fill-vacancy'],
    ['/vacancies'],
  ),
  '/vacancies/$positionId/cadres/$cadreId/fit': page(
    ['fit', 'requirement', 'likeness', 'evidence'],
    ['fill-vacancy'],
    ['/vacancies'],
  ),
  '/timing': page(
    ['prime', 'readiness', 'retirement-month', 'rotation-duty'],
    ['rotation'],
    ['/vacancies', '/development/paths'],
  ),
  '/slates': page(['slate', 'bound', 'chain'], ['slate', 'meeting'], ['/slates/new', '/cases']),
  '/slates/new': page(['slate', 'lock', 'chain', 'team-structure'], ['slate'], ['/slates']),
  '/slates/$slateId': page(
    ['chain', 'bound', 'lock', 'interval', 'fit'],
    ['slate', 'meeting'],
    ['/slates', '/cases/new'],
  ),
  '/ballots': page(['ballot', 'too-few'], ['ballot'], ['/ballots/new', '/cases']),
  '/ballots/new': page(['ballot', 'too-few'], ['ballot'], ['/ballots']),
  '/cases': page(['case-gate', 'working-day', 'finding'], ['case'], ['/cases/new', '/todos']),
  '/cases/new': page(['case-gate'], ['case'], ['/cases', '/vacancies']),
  '/cases/$caseId': page(
    ['case-gate', 'working-day', 'awaiting', 'recusal'],
    ['case', 'ballot'],
    ['/ballots', '/todos'],
  ),
  '/rules': page(
    ['rule', 'verified', 'parameter', 'awaiting', 'rule-impact'],
    ['set-rule'],
    ['/rules/what-if', '/rules/confirmations'],
  ),
  '/rules/what-if': page(['what-if', 'parameter', 'rule-impact'], ['set-rule'], ['/rules']),
  '/rules/confirmations': page(['awaiting', 'verified'], ['set-rule'], ['/rules']),
  '/workdays': page(['working-day'], [], ['/cases']),
  '/officers': page(['recusal', 'audit'], [], ['/']),
  '/register': page(['audit', 'awaiting'], [], ['/retention', '/rules']),
  '/retention': page(['audit', 'awaiting'], [], ['/register', '/rules']),
  '/style': page(['interval', 'finding', 'unknown'], [], ['/help']),
  '/help': page(['estimate', 'interval', 'finding', 'facts-as-of'], ['find-people', 'fill-vacancy'], ['/rules']),
}

const known = Object.keys(helpPageWords) as readonly HelpPage[]

const parts = (path: string): readonly string[] => path.split('/').filter((part) => part !== '')

/** The page whose help is shown at an address: the nearest one above it that help speaks of. */
export function helpPageAt(address: string): HelpPage {
  const steps = parts(address)
  const fits = (candidate: string): boolean =>
    parts(candidate).length <= steps.length &&
    parts(candidate).every((part, place) => part.startsWith('$') || part === steps[place])
  const exactness = (candidate: string): number =>
    parts(candidate).reduce((sum, part) => sum + (part.startsWith('$') ? 2 : 3), 0)
  return known
    .filter(fits)
    .reduce((best, candidate) => (exactness(candidate) > exactness(best) ? candidate : best), '/')
}

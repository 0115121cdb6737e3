import { dateCode, formatDate, yearOf } from '#domain/calendar.ts'
import { Links, partsByBallots } from '../components.ts'
import { aspectNames, figure, lazily, type TruthTable } from '../truth.ts'
import type { NeedTruth } from './needs/truth.ts'
import type { RecordTruth } from './record/entries.ts'
import { firstResultYear, sectorYear } from './results/achievement.ts'
import { rotationTruth } from './rotation.ts'
import { officeBallots } from './surveys/ballots.ts'
import { expectedShare } from './surveys/forms.ts'
import { burstsOf, expectedRecognition } from './surveys/publics.ts'
import { ringsOf } from './surveys/rings.ts'
import { statementsOf } from './texts/rows.ts'
import { signalsOf } from './watch/rows.ts'
import type { TrialWorld } from './world.ts'

/** Truth of the trial city, in the tables of the ordinary one and some more. */
export function trialTruth(
  world: TrialWorld,
  records: readonly RecordTruth[],
  needs: readonly NeedTruth[],
): readonly TruthTable[] {
  const table = (name: string, fields: readonly string[], make: () => Iterator<readonly string[]>): TruthTable => ({
    name: `truth-${name}`,
    fields,
    rows: lazily(make),
  })
  return [
    table(
      'cadre',
      [
        'cadre_id',
        'ability',
        ...aspectNames.map((name) => `ability_${name}`),
        'true_rating',
        ...aspectNames.map((name) => `true_rating_${name}`),
        'contribution_visible',
        'contribution_latent',
        'recognition',
        'component',
        'component_results',
      ],
      () => cadreTruth(world),
    ),
    table('unit', ['unit_id', 'environment', 'culture', 'closed', 'condition'], () => unitTruth(world)),
    table('sector-year', ['sector', 'year', 'shock'], () => sectorTruth(world)),
    table('conflict', ['statement_id', 'cadre_id', 'field', 'false_value', 'true_value', 'decidable'], () =>
      conflictTruth(world),
    ),
    table('sameness', ['statement_id', 'other_id', 'kind', 'declared', 'manner', 'look_alike'], () =>
      samenessTruth(world),
    ),
    table('record', ['cadre_id', 'field', 'kind', 'value', 'look_alike'], () => recordTruth(records)),
    table('signal', ['cadre_id', 'unit_id', 'kind', 'raised_on', 'severity', 'look_alike'], () => signalTruth(world)),
    table('need', ['cadre_id', 'need', 'manner', 'look_alike'], () => needRows(needs)),
    table('rotation', ['cadre_id', 'position_id', 'rule', 'due_on'], () => rotationRows(world)),
    table('ring', ['ring_id', 'kind', 'survey_id', 'unit_id', 'rater_id', 'lifted_id', 'pressed_id'], () =>
      ringTruth(world),
    ),
  ]
}

/** Of people who fell in the survey years there is no one true rating. */
function* cadreTruth(world: TrialWorld): Iterator<readonly string[]> {
  const ids = world.cadres.map(({ id }) => id)
  const byBallots = partsByBallots(officeBallots(world), ids)
  const byPosts = partsByPosts(world, ids)
  for (const cadre of world.cadres) {
    const { overall, aspects, visible, latent, recognition } = world.traits(cadre.person)
    const ratings = [overall, ...aspects].map((ability) =>
      world.falls.has(cadre) ? '' : figure(expectedShare(ability)),
    )
    const contributions = [visible, latent, expectedRecognition(recognition)].map(figure)
    const parts = [byBallots.get(cadre.id) ?? '', byPosts.get(cadre.id) ?? '']
    yield [cadre.id, ...[overall, ...aspects].map(figure), ...ratings, ...contributions, ...parts]
  }
}

/** By posts in the years that results look back on: two units are linked by somebody who served in both. */
function partsByPosts(world: TrialWorld, ids: readonly string[]): Map<string, string> {
  const links = new Links()
  const since = dateCode(firstResultYear(world) - 3, 1, 1)
  for (const [unit, posts] of world.posts) {
    for (const { person, stint } of posts) {
      const cadre = world.cadreOf.get(person)
      if (cadre && (stint.to === 0 || stint.to > since)) links.join(cadre.id, `unit ${unit.id}`)
    }
  }
  return links.names(ids)
}

function* unitTruth(world: TrialWorld): Iterator<readonly string[]> {
  for (const unit of world.structure.units) {
    if (!unit.team) continue
    const { environment, culture, condition } = world.units(unit)
    yield [unit.id, figure(environment), figure(culture), String(unit.closed), figure(condition)]
  }
}

function* sectorTruth(world: TrialWorld): Iterator<readonly string[]> {
  for (const sector of [...new Set(world.structure.units.map((unit) => unit.sector))].sort()) {
    for (let year = firstResultYear(world); year < yearOf(world.asOf); year += 1) {
      yield [sector, String(year), figure(sectorYear(world, sector, year))]
    }
  }
}

function* conflictTruth(world: TrialWorld): Iterator<readonly string[]> {
  for (const { id, cadre, field = '', value = '', truth, decidable, register } of statementsOf(world)) {
    if (register) yield ['', cadre.id, field, register, value, 'true']
    if (truth === undefined) continue
    yield [id, cadre.id, field, value, truth, String(decidable ?? true)]
  }
}

function* samenessTruth(world: TrialWorld): Iterator<readonly string[]> {
  for (const { id, copies, sameness } of statementsOf(world)) {
    if (!sameness) continue
    const { kind, other = '', manner } = sameness
    const isHonest = manner === 'same-event' || manner === 'same-style'
    yield [id, other, kind, String(copies !== undefined), manner, String(isHonest)]
  }
}

function* recordTruth(records: readonly RecordTruth[]): Iterator<readonly string[]> {
  for (const { cadre, field, kind, value, lookAlike } of records) {
    yield [cadre.id, field, kind, value, String(lookAlike)]
  }
}

function* signalTruth(world: TrialWorld): Iterator<readonly string[]> {
  for (const { cadre, unit, kind, raisedOn, severity, lookAlike } of signalsOf(world)) {
    yield [
      cadre?.id ?? '',
      unit?.id ?? '',
      kind,
      formatDate(raisedOn),
      severity,
      lookAlike === undefined ? '' : String(lookAlike),
    ]
  }
}

function* needRows(needs: readonly NeedTruth[]): Iterator<readonly string[]> {
  for (const { cadre, need, manner, lookAlike } of needs)
    yield [cadre.id, need, manner, lookAlike === undefined ? '' : String(lookAlike)]
}

function* rotationRows(world: TrialWorld): Iterator<readonly string[]> {
  for (const { cadre, position, dueOn } of rotationTruth(world))
    yield [cadre.id, position, 'LOCAL-KEY-SEAT', formatDate(dueOn)]
}

/** Rings of raters, and crowds of the public that are none. */
function* ringTruth(world: TrialWorld): Iterator<readonly string[]> {
  for (const { id, unit, year, raters, lifted, pressed } of ringsOf(world).values()) {
    for (const rater of raters) yield [id, 'ring', `N${year}-${unit.id}`, unit.id, rater, lifted.id, pressed.id]
  }
  for (const [place, { survey, cadre, unit, raters, lifts }] of burstsOf(world).entries()) {
    const [lifted, pressed] = lifts ? [cadre.id, ''] : ['', cadre.id]
    for (const rater of raters) yield [`B${place + 1}`, 'burst', survey, unit.id, rater, lifted, pressed]
  }
}

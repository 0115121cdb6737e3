/** The tabs of a dossier and the views in each. A view has an address of its own; a tab opens its first. */
import type { FunctionComponent } from 'react'
import type { Text } from '#domain/text.ts'
import type { Dossier } from '#server/contract/index.ts'
import { dossierTabWords as words } from '../../../language/words/dossier-parts.ts'
import { DevelopmentPart } from '../../develop/cadre/development-part.tsx'
import { AchievementPart } from '../../identify/achievement/achievement-part.tsx'
import { CharacterPart } from '../../identify/character/character-part.tsx'
import { EvidencePart } from '../../identify/evidence/evidence-part.tsx'
import { RecognitionPart } from '../../identify/recognition/recognition-part.tsx'
import { SheetPart } from '../../identify/sheet/sheet-part.tsx'
import { CoursePart } from '../../manage/reserve/course-part.tsx'
import { ApprovalForm } from './approval-form.tsx'
import { ChecksPart } from './checks-part.tsx'
import { HistoryPart } from './history-part.tsx'
import { KinPart } from './kin-part.tsx'
import { Overview } from './overview.tsx'
import { SeatsPart } from './seats-part.tsx'
import { SupervisionPart } from './supervision-part.tsx'
import { TeamRolesPart } from './team-roles-part.tsx'
import { WorkLists } from './work-lists.tsx'

export interface View {
  /** The value of `part` in the address. */
  readonly id: string
  readonly label: Text
  readonly Part: FunctionComponent<{ readonly dossier: Dossier }>
  /** It shows what the clocks say; the others show today. */
  readonly followsClocks?: boolean
}

export interface Tab {
  readonly label: Text
  readonly views: readonly [View, ...View[]]
}

const tab = (view: View, ...others: readonly View[]): Tab => ({ label: view.label, views: [view, ...others] })

/** What is open at once. */
export const mainTabs: readonly Tab[] = [
  tab({ id: 'form', label: words.form, Part: ApprovalForm, followsClocks: true }),
  tab(
    { id: 'overview', label: words.overview, Part: Overview, followsClocks: true },
    { id: 'sheet', label: words.sheet, Part: SheetPart },
  ),
  tab({ id: 'achievement', label: words.achievement, Part: AchievementPart }),
  tab({ id: 'recognition', label: words.recognition, Part: RecognitionPart }),
  {
    label: words.evidence,
    views: [
      { id: 'evidence', label: words.sources, Part: EvidencePart },
      { id: 'character', label: words.character, Part: CharacterPart },
    ],
  },
  tab({ id: 'fit', label: words.fit, Part: SeatsPart }),
  {
    label: words.development,
    views: [
      { id: 'development', label: words.experience, Part: DevelopmentPart },
      { id: 'work', label: words.work, Part: WorkLists },
      { id: 'over-time', label: words.overTime, Part: CoursePart },
    ],
  },
  tab({ id: 'history', label: words.history, Part: HistoryPart }),
]

/** What stands under 更多. */
export const furtherTabs: readonly Tab[] = [
  tab({ id: 'roles', label: words.roles, Part: TeamRolesPart, followsClocks: true }),
  tab({ id: 'matters', label: words.supervision, Part: SupervisionPart }),
  tab({ id: 'checks', label: words.checks, Part: ChecksPart }),
  tab({ id: 'kin', label: words.kin, Part: KinPart }),
]

const allTabs = [...mainTabs, ...furtherTabs]
const [first] = mainTabs as [Tab]

/** The view of an address and the tab that holds it; the form where the address names none. */
export function viewOf(part: string | undefined): { readonly tab: Tab; readonly view: View } {
  const named = part === 'supervision' ? 'matters' : part
  const found = allTabs.find(({ views }) => views.some(({ id }) => id === named)) ?? first
  return { tab: found, view: found.views.find(({ id }) => id === named) ?? found.views[0] }
}

import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { Dossier } from '#server/contract/index.ts'
import { dossierQuery } from '../../../client/queries.ts'
import { valueOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { achievementWords } from '../../../language/words/achievement.ts'
import { characterWords } from '../../../language/words/character.ts'
import { developmentWords } from '../../../language/words/development.ts'
import { dossierWords } from '../../../language/words/dossier.ts'
import { evidenceWords } from '../../../language/words/evidence.ts'
import { matterListWords } from '../../../language/words/matters.ts'
import { recognitionWords } from '../../../language/words/recognition.ts'
import { reserveWords } from '../../../language/words/reserve.ts'
import { sheetWords } from '../../../language/words/sheet.ts'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import '../../../parts/tabs.css'
import { DevelopmentPart } from '../../develop/cadre/development-part.tsx'
import { AchievementPart } from '../../identify/achievement/achievement-part.tsx'
import { CharacterPart } from '../../identify/character/character-part.tsx'
import { EvidencePart } from '../../identify/evidence/evidence-part.tsx'
import { RecognitionPart } from '../../identify/recognition/recognition-part.tsx'
import { SheetPart } from '../../identify/sheet/sheet-part.tsx'
import { CoursePart } from '../../manage/reserve/course-part.tsx'
import { ApprovalForm } from './approval-form.tsx'
import { DossierHeader } from './dossier-header.tsx'
import { MattersPart } from './matters-part.tsx'
import { Overview } from './overview.tsx'
import { WorkLists } from './work-lists.tsx'
import './dossier.css'

const tabs = [
  { id: 'overview', label: dossierWords.tabOverview, Part: Overview },
  { id: 'sheet', label: sheetWords.tab, Part: SheetPart },
  { id: 'form', label: dossierWords.tabForm, Part: ApprovalForm },
  { id: 'evidence', label: evidenceWords.tab, Part: EvidencePart },
  { id: 'character', label: characterWords.tab, Part: CharacterPart },
  { id: 'achievement', label: achievementWords.tab, Part: AchievementPart },
  { id: 'recognition', label: recognitionWords.tab, Part: RecognitionPart },
  { id: 'development', label: developmentWords.tab, Part: DevelopmentPart },
  { id: 'work', label: dossierWords.tabWork, Part: WorkLists },
  { id: 'over-time', label: reserveWords.tab, Part: CoursePart },
  { id: 'matters', label: matterListWords.tab, Part: MattersPart },
] as const

/** One person, one page: the header stays, the parts change; which part is shown is in the address. */
export function DossierPage() {
  const { cadreId } = useParams({ from: '/office/cadres/$cadreId' })
  const shown = valueOf(useSearch({ from: '/office/cadres/$cadreId' }), 'part') ?? 'overview'
  const dossier = useQuery(dossierQuery(cadreId))
  if (dossier.isError) return <ErrorPanel error={dossier.error} onRetry={() => void dossier.refetch()} />
  if (!dossier.data) return <SkeletonRows rows={12} height={56} />
  const Part = tabs.find((tab) => tab.id === shown)?.Part ?? Overview
  return (
    <>
      <DossierHeader dossier={dossier.data} />
      <Tabs dossier={dossier.data} />
      <Part dossier={dossier.data} />
    </>
  )
}

function Tabs({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  return (
    <nav className="tabs" aria-label={say(dossierWords.tabs)}>
      {tabs.map((tab) => (
        <Link
          key={tab.id}
          to="/cadres/$cadreId"
          params={{ cadreId: dossier.cadreId }}
          search={tab.id === 'overview' ? {} : { part: tab.id }}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {say(tab.label)}
        </Link>
      ))}
    </nav>
  )
}

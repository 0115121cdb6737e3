import type { ComponentType } from 'react'
import type { MatterDetail } from '#server/contract/index.ts'
import { PlanPart } from '../../develop/plans/plan-part.tsx'

type Part = ComponentType<{ readonly matter: MatterDetail }>

const parts: Partial<Record<MatterDetail['kind'], Part>> = { 'development-plan': PlanPart }

/** What a kind of matters shows beside its course; nothing for most. */
export function KindPart({ matter }: { readonly matter: MatterDetail }) {
  const Shown = parts[matter.kind]
  return Shown ? <Shown matter={matter} /> : null
}

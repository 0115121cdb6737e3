import type { ReactNode } from 'react'
import { explanationOfMeasure } from '#domain/lexicon/measures.ts'
import { Explained } from './explained.tsx'

/** The name of a measure, which explains itself where the glossary knows it. */
export function ExplainedMeasure({ measure, children }: { measure: string; children: ReactNode }) {
  const id = explanationOfMeasure(measure)
  return id ? <Explained id={id}>{children}</Explained> : children
}

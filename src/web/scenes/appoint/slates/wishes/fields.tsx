import { InputNumber } from 'antd'
import type { ReactNode } from 'react'
import type { Text } from '#domain/text.ts'
import type { SlateRequestShape } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'

/** What every part of the form is given. */
export interface PartProps {
  readonly request: SlateRequestShape
  /** What is wrong with this part, and how to mend it. */
  readonly problem?: Text | undefined
  onChange(request: SlateRequestShape): void
}

/** What is wrong, beside the field it is wrong with. */
export function Problem({ problem }: { problem: Text | undefined }) {
  const { say } = useSpeech()
  if (!problem) return null
  return (
    <p className="wish-problem" role="alert">
      {say(problem)}
    </p>
  )
}

interface NumberFieldProps {
  readonly label: string
  readonly value: number | undefined
  readonly from: number
  readonly to: number
  readonly step?: number
  /** Empty is an answer too. */
  readonly optional?: boolean
  onChange(value: number | undefined): void
}

/** A number inside its bounds; whole unless the step is not. */
export function NumberField({ label, value, from, to, step = 1, optional = false, onChange }: NumberFieldProps) {
  return (
    <InputNumber<number>
      className="wish-number"
      aria-label={label}
      min={from}
      max={to}
      step={step}
      {...(Number.isInteger(step) && { precision: 0 })}
      value={value ?? null}
      onChange={(next) => {
        if (next !== null) onChange(next)
        else if (optional) onChange(undefined)
      }}
    />
  )
}

/** A sentence whose controls are its words. */
export const Sentence = ({ children }: { children: ReactNode }) => <div className="wish-sentence">{children}</div>

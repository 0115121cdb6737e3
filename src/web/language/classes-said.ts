import { type FieldClass, fieldClassLabels } from '#domain/lexicon/field-classes.ts'
import { useSpeech } from './language.tsx'

/** @example classesSaid(['personnel', 'sensitive']) // '人事、敏感' */
export function useClassesSaid(): (classes: readonly FieldClass[]) => string {
  const { say, language } = useSpeech()
  return (classes) => classes.map((held) => say(fieldClassLabels[held])).join(language === 'zh' ? '、' : ', ')
}

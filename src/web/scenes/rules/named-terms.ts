import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Text } from '#domain/text.ts'
import type { ParameterShape, RuleParameter } from '#server/contract/index.ts'
import { rulesQuery } from '../../client/queries.ts'
import { articleHead, citationText, instrumentName } from '../../language/citation.ts'
import { type Named, valueText } from './parameter-value.ts'

const none: readonly RuleParameter[] = []

/** Values in words, with the names that the rule book gives: to what it cites, and where `own` has any, to the rule's terms. */
export function useValueText(own = none): (value: ParameterShape) => Text {
  const book = useQuery(rulesQuery(undefined)).data
  return useMemo(() => {
    const terms = ownTerms(own)
    const cited = book && citedIn(book)
    const named: Named = (term) => terms.get(term) ?? cited?.(term)
    return (value) => valueText(value, named)
  }, [book, own])
}

/** A rule whose steps are its own names them in `names` and `names_en`. */
function ownTerms(own: readonly RuleParameter[]): ReadonlyMap<string, Text> {
  const said = (name: string) => Object.entries(own.find((one) => one.name === name)?.value ?? {})
  const english = new Map(said('names_en'))
  return new Map(said('names').map(([term, zh]) => [term, { zh: String(zh), en: String(english.get(term) ?? zh) }]))
}

interface CitedBook {
  readonly instruments: readonly {
    readonly id: string
    readonly name: Text
    readonly articles: readonly {
      readonly rules: readonly { readonly id: string; readonly basis: { readonly title: Text } }[]
    }[]
  }[]
}

/** Rules by their titles, `appointment-2019 41` as the article that it is. */
export function citedIn({ instruments }: CitedBook): Named {
  const names = new Map(instruments.map(({ id, name }) => [id, name]))
  const rules = instruments.flatMap(({ articles }) => articles.flatMap((one) => one.rules))
  const titles = new Map(rules.map(({ id, basis }) => [id, basis.title]))
  return (term) => {
    const [id = '', article] = term.split(' ', 2)
    const name = names.get(id)
    if (!name || article === undefined) return titles.get(term)
    return {
      zh: citationText({ instrument: name.zh, article }, 'zh'),
      en: `${instrumentName(name, 'en')} ${articleHead(article, 'en')}`,
    }
  }
}

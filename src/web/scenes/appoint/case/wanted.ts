/** A fact that something on the page asks for, each time it is asked. */
export interface Wanted {
  readonly name: string
  readonly cadreId: string | undefined
}

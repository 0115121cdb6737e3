/** Gives what was made for a key, making it once; of more than `most` the one asked for longest ago goes. */
export type Keep<V> = (key: string, make: () => Promise<V>) => Promise<V>

export function createKeep<V>(most: number): Keep<V> {
  const kept = new Map<string, Promise<V>>()
  return (key, make) => {
    const value = kept.get(key) ?? make()
    kept.delete(key)
    kept.set(key, value)
    value.catch(() => kept.delete(key))
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return value
  }
}

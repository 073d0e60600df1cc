/** Works something out once for each object and word it is asked of, and forgets it with the object. */
export function once<K extends object, V>(make: (of: K, word: string) => V): (of: K, word?: string) => V {
  const known = new WeakMap<K, Map<string, { readonly value: V }>>()
  return (of, word = '') => {
    const words = known.get(of) ?? new Map<string, { readonly value: V }>()
    known.set(of, words)
    const there = words.get(word) ?? { value: make(of, word) }
    words.set(word, there)
    return there.value
  }
}

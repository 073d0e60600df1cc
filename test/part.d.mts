/** The Kth of N parts of a list, `part`: 'K/N'. Throws where it is not 1/N to N/N. */
export function partOf<Item>(items: readonly Item[], part: string): Item[]

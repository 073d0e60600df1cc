const rules = new Intl.PluralRules('en')

/** `1 visit`, `3 visits`. English only; Chinese has no plural. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${rules.select(count) === 'one' ? one : many}`
}

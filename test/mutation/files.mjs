import { readdirSync } from 'node:fs'

/** Whether a path is meant by a pattern: `*` stands for part of a name, `**` for folders, `{a,b}` for one of several. */
export function isMeant(path, pattern) {
  const source = pattern
    .replaceAll(/[.+^$()|[\]\\]/g, '\\$&')
    .replaceAll('**/', '\0')
    .replaceAll('*', '[^/]*')
    .replaceAll('\0', '(?:.*/)?')
    .replaceAll(/\{([^}]*)\}/g, (_, names) => `(?:${names.replaceAll(',', '|')})`)
  return new RegExp(`^${source}$`).test(path)
}

/** All source files that one of the patterns means and none that begins with `!` takes out, in one order on every machine. */
export function sourcesOf(patterns, root = '.') {
  const all = readdirSync(`${root}/src`, { recursive: true }).map(
    (name) => `src/${name.replaceAll('\\', '/')}`,
  )
  const out = patterns.filter((one) => one.startsWith('!')).map((one) => one.slice(1))
  const meant = patterns.filter((one) => !one.startsWith('!'))
  const any = (path, of) => of.some((pattern) => isMeant(path, pattern))
  return all.filter((path) => /(?<!\.d)\.ts$/.test(path) && any(path, meant) && !any(path, out)).sort()
}

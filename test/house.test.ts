import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The law of the house: a folder may import from itself and from these. `sync` lends `ui` two files only. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  wire: ['domain'],
  device: ['domain'],
  store: ['domain'],
  commands: ['domain', 'device', 'store'],
  queries: ['domain', 'store'],
  sync: ['domain', 'wire', 'device', 'store'],
  sheets: ['domain'],
  ui: ['domain', 'device', 'commands', 'queries', 'sync/status', 'sync/nudge', 'sheets'],
  server: ['domain', 'wire', 'sheets'],
  boot: ['domain', 'wire', 'device', 'store', 'commands', 'queries', 'sync', 'ui'],
  'main.tsx': ['boot'],
  'sw.ts': ['device', 'store', 'boot'],
}

const root = join(import.meta.dirname, '..')
const src = join(root, 'src')

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
}

const sources = filesBelow(src).filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
const nameOf = (path: string) => relative(src, path)
const roomOf = (path: string) => nameOf(path).split('/')[0] ?? ''

interface Arrow {
  readonly from: string
  readonly text: string
  /** Inside the house: path below src. */
  readonly to?: string
}

const arrows: Arrow[] = sources.flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, text = '']) => {
    const from = nameOf(path)
    if (text.startsWith('#')) return { from, text, to: text.slice(1).split('?')[0] ?? '' }
    if (text.startsWith('.'))
      return { from, text, to: normalize(join(dirname(from), text)).split('?')[0] ?? '' }
    return { from, text }
  }),
)

describe('the house', () => {
  it('has rooms with something in them', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(arrows.filter((arrow) => arrow.to).length).toBeGreaterThan(100)
  })

  it('lets arrows run down only', () => {
    const wrong = arrows.filter(({ from, to }) => {
      if (to === undefined) return false
      const room = roomOf(join(src, from))
      const may = MAY[room] ?? []
      const inside = to.split('/')[0] === room
      return (
        !inside &&
        !may.some((allowed) => to === `${allowed}.ts` || to === allowed || to.startsWith(`${allowed}/`))
      )
    })
    expect(wrong.map(({ from, text }) => `${from} → ${text}`)).toEqual([])
  })

  it('writes other rooms as #room and its own as ./', () => {
    expect(
      arrows.filter(({ text }) => text.startsWith('../')).map(({ from, text }) => `${from} → ${text}`),
    ).toEqual([])
  })

  it('has no circles', () => {
    const next = new Map<string, string[]>()
    for (const { from, to } of arrows) if (to) next.set(from, [...(next.get(from) ?? []), to])
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (at: string, path: readonly string[]) => {
      if (path.includes(at)) return void circles.push([...path.slice(path.indexOf(at)), at].join(' → '))
      if (done.has(at)) return
      for (const to of next.get(at) ?? []) walk(to, [...path, at])
      done.add(at)
    }
    for (const path of sources) walk(nameOf(path), [])
    expect(circles).toEqual([])
  })

  it('starts without what may happen to records: the first screen shows them, their verbs come behind it', () => {
    const reached = new Set<string>()
    const walk = (at: string) => {
      if (reached.has(at)) return
      reached.add(at)
      const text = readFileSync(join(src, at), 'utf8')
      for (const [, to = ''] of text.matchAll(
        /^(?:import|export) (?!type )(?:[^'();]*? from )?'([^']+)'/gm,
      )) {
        const inside = to.startsWith('#') ? to.slice(1) : normalize(join(dirname(at), to))
        if (to.startsWith('#') || to.startsWith('./')) if (/\.tsx?$/.test(inside)) walk(inside)
      }
    }
    walk('main.tsx')
    expect(reached).toContain('domain/outlines.ts')
    expect(reached).toContain('queries/today.ts')
    const making = [...reached].filter((at) =>
      /^import \{[^}]*\b(?:creation|verb)\b[^}]*\} from '[^']*record\.ts'/m.test(
        readFileSync(join(src, at), 'utf8'),
      ),
    )
    expect(making).toEqual([])
  })

  it('has no barrels and no rooms without a subject', () => {
    const names = sources.map(nameOf)
    expect(
      names
        .filter((name) => /(^|\/)(index\.tsx?|utils?|helpers?|misc|common)(\/|\.ts|$)/.test(name))
        .filter((name) => !name.startsWith('ui/words/')),
    ).toEqual([])
    expect(sources.filter((path) => /^export \* /m.test(readFileSync(path, 'utf8'))).map(nameOf)).toEqual([])
  })

  it('keeps parts of the screen free of the domain', () => {
    const parts = arrows.filter(
      ({ from, to }) => from.startsWith('ui/parts/') && to !== undefined && !to.startsWith('ui/'),
    )
    expect(parts.map(({ from, text }) => `${from} → ${text}`)).toEqual([])
  })

  it('gives the name of a class to one folder of the screen, since all styles end up in one page', () => {
    const folders = new Map<string, Set<string>>()
    for (const path of filesBelow(join(src, 'ui')).filter((name) => name.endsWith('.css'))) {
      const rules = readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\//g, '')
      for (const [, selectors = ''] of rules.matchAll(/([^{}]+)\{/g))
        for (const selector of selectors.split(',')) {
          // A class by itself is where it is said what it looks like; beside others it is only made to fit.
          const [, name] = /^\s*\.([\w-]+)\s*$/.exec(selector) ?? []
          if (name) folders.set(name, (folders.get(name) ?? new Set()).add(dirname(nameOf(path))))
        }
    }
    expect(folders.size).toBeGreaterThan(100)
    expect([...folders].filter(([, where]) => where.size > 1).map(([name]) => name)).toEqual([])
  })

  it('has no screen that nothing leads to', () => {
    const paths = [...readFileSync(join(src, 'ui', 'routes.ts'), 'utf8').matchAll(/path: '(\/[^']+)'/g)]
    const said = sources
      .filter((path) => nameOf(path) !== 'ui/routes.ts')
      .map((path) => readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\/|\/\/ .*$/gm, ''))
      .join('\n')
    const anything = '\\$\\{[^}]+\\}'
    // The last word below one record may come from a list: `/bins/${shift}/${tool}`.
    const asWritten = (path: string) =>
      path.replace(/(?<=:\w+\/)(\w+)$/, `($1|${anything})`).replaceAll(/:\w+/g, anything)
    const ledTo = (path: string) => new RegExp(`['"\`}]${asWritten(path)}['"\`?$]`).test(said)
    const islands = paths.map(([, path = '']) => path).filter((path) => !ledTo(path))
    expect(islands).toEqual([])
  })

  it('keeps files small: none above 400 lines, and a reason at the top of every one above 300', () => {
    const lines = sources.map((path) => ({ name: nameOf(path), text: readFileSync(path, 'utf8') }))
    const length = (text: string) => text.split('\n').length - 1
    expect(lines.filter(({ text }) => length(text) > 400).map(({ name }) => name)).toEqual([])
    expect(
      lines
        .filter(({ text }) => length(text) > 300 && !/^\/\*\*[^]*?(long|length)/i.test(text))
        .map(({ name }) => name),
    ).toEqual([])
    const sorted = lines.map(({ text }) => length(text)).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(90)
  })

  it('lets clock, chance and network in through their doors only', () => {
    const pure = sources.filter((path) =>
      ['domain', 'wire', 'commands', 'queries', 'sync'].includes(roomOf(path)),
    )
    const door = /\b(Date\.now|new Date\(\)|Math\.random|setTimeout|setInterval|fetch\(|crypto\.)/
    expect(pure.filter((path) => door.test(readFileSync(path, 'utf8'))).map(nameOf)).toEqual([])
  })

  it('serves the volunteer: nothing for points, rank, location or time online', () => {
    const never =
      /\b(points?Earned|pointsEntry|积分|rank(ing)?|leaderboard|排名|geolocation|latitude|longitude|onlineTime|timeOnline|lateness)\b/i
    const found = sources.filter((path) =>
      never.test(readFileSync(path, 'utf8').replace(/geolocation=\(\)/g, '')),
    )
    expect(found.map(nameOf)).toEqual([])
  })

  it('names every rule of the wire in the title of a test', () => {
    const spec = readFileSync(join(src, 'wire/SPEC.md'), 'utf8')
    const rules = [...spec.matchAll(/^- \*\*(W\d+) /gm)].map(([, rule]) => rule)
    const tests = filesBelow(join(root, 'test')).filter((path) =>
      /\.(test|spec)\.tsx?$|contracts\//.test(path),
    )
    const titles = tests.map((path) => readFileSync(path, 'utf8')).join('\n')
    expect(rules).toHaveLength(17)
    expect(rules.filter((rule) => !new RegExp(`['"\`]${rule} `).test(titles))).toEqual([])
  })

  it('has no test that is passed over', () => {
    const passedOver =
      /\b(it|test|describe)(\.\w+)*\.(skip|skipIf|runIf|todo|only|fails|fixme)\b|\bx(it|describe)\(/
    const found = filesBelow(join(root, 'test')).filter(
      (path) => /\.tsx?$/.test(path) && passedOver.test(readFileSync(path, 'utf8')),
    )
    expect(found.map((path) => relative(root, path))).toEqual([])
  })

  it('speaks of itself alone', () => {
    const foreign = /\/work\/|\.\.\/shared|registry\.npmjs|deb\.debian/
    const files = [...sources, ...filesBelow(join(root, 'test')), join(root, 'package.json')]
    const own = join(root, 'test/house.test.ts')
    expect(
      files
        .filter((path) => path !== own && foreign.test(readFileSync(path, 'utf8')))
        .map((path) => relative(root, path)),
    ).toEqual([])
  })
})

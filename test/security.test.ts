import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const text = readFileSync('SECURITY.md', 'utf8')
const rows = [...text.matchAll(/^\| (SEC-\d+) +\|([^|]+)\|([^|]*)\|$/gm)].map(
  ([, no = '', says = '', where = '']) => ({ no, says: says.trim(), where: where.trim() }),
)
const named = (of: string) => [...of.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path)

describe('what SECURITY.md says', () => {
  test('every place that it names is there', () => {
    expect(named(text).filter((path) => !existsSync(path))).toEqual([])
  })

  test('a requirement says where it is held, or that it is not', () => {
    expect(rows.length).toBeGreaterThan(40)
    expect(rows.filter(({ says, where }) => where === '' && !says.endsWith(': no'))).toEqual([])
  })

  test('a number stands there once, and every number of a test has its row', () => {
    const numbers = rows.map(({ no }) => no)
    expect(numbers.filter((no, at) => numbers.indexOf(no) !== at)).toEqual([])
    const tested = readdirSync('test', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => readFileSync(`test/${file}`, 'utf8').match(/\bSEC-\d+/g) ?? [])
    expect([...new Set(tested)].filter((no) => !numbers.includes(no))).toEqual([])
  })
})

test('SEC-80 few packages are needed, each in one version, and none runs a script when it is installed', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>
  }
  expect(Object.keys(dependencies).length).toBeLessThanOrEqual(40)
  expect(Object.entries(dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m)
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { INCIDENT_ACTIONS, INCIDENTS } from '#domain/bins/incident.ts'
import { en } from '#ui/words/en/all.ts'
import { zh } from '#ui/words/zh/all.ts'

const folder = join(import.meta.dirname, '../../../src/ui')

function sources(at: string): string[] {
  return readdirSync(at, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? sources(join(at, one.name)) : [join(at, one.name)],
  )
}

describe('nobody at the bins may fine anybody', () => {
  test('so no word of it stands in any catalogue, and in no text of a screen', () => {
    const fine = /罚款|罚钱|处罚|罚单|扣分|\bfin(?:e[ds]?|ing)\b(?! print)|\bpenalt/i
    const said = sources(folder)
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) =>
        readFileSync(path, 'utf8')
          .split('\n')
          // What stands in the comments is for who builds it.
          .filter((line) => !/^\s*(\/\*\*|\*|\/\/)/.test(line) && fine.test(line))
          .map((line) => `${path}: ${line.trim()}`),
      )
    expect(said).toEqual([])
  })

  test('the ladder has four steps in both languages and ends with reporting to city management', () => {
    for (const { incident } of [zh, en]) expect(incident.ladder.steps).toHaveLength(4)
    expect(zh.incident.ladder.steps.map((step) => step.slice(0, step.indexOf('：')))).toEqual([
      '劝',
      '记',
      '报物业',
      '报城管',
    ])
    expect(zh.incident.ladder.paraphrase).toContain('原文为准')
  })

  test('every kind and every action has its own word, short enough for a key', () => {
    for (const { incident } of [zh, en]) {
      const words = INCIDENTS.map((type) => incident.type[type])
      expect(new Set(words).size).toBe(INCIDENTS.length)
      expect(new Set(INCIDENT_ACTIONS.map((one) => incident.done[one])).size).toBe(INCIDENT_ACTIONS.length)
    }
    for (const type of INCIDENTS) expect(zh.incident.type[type].length, type).toBeLessThanOrEqual(8)
  })

  test('what the office reads of somebody who needs a hand names nobody', () => {
    expect(zh.incident.help.request).not.toMatch(/\d|栋|单元/)
  })
})

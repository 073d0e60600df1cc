import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { keepRecent, recentHomes } from '#ui/screens/doors/recentHomes.ts'

const ZHOU = 'zhou' as PersonId
const REN = 'ren' as PersonId
const home = (nth: number) => `home-${nth}` as RecordId
let disk: Map<string, string>

beforeEach(() => {
  disk = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => disk.get(name) ?? null,
    setItem: (name: string, value: string) => disk.set(name, value),
  })
})

describe('the homes seen lately', () => {
  it('are the last five, each once, newest first', () => {
    for (const nth of [1, 2, 3, 4, 5, 6, 3]) keepRecent(ZHOU, home(nth))
    expect(recentHomes(ZHOU)).toEqual([3, 6, 5, 4, 2].map(home))
  })

  it('are forgotten when another person looks', () => {
    keepRecent(ZHOU, home(1))
    expect(recentHomes(REN)).toEqual([])
    expect([...disk.values()].join()).not.toContain('home-1')
    expect(recentHomes(ZHOU)).toEqual([])
  })

  it('are none where something else is written in their place', () => {
    for (const text of ['', '{', 'null', '[]', '{"person":1,"homes":[]}', '{"person":"zhou","homes":{}}']) {
      disk.set('linbian.recent-homes', text)
      expect([text, recentHomes(ZHOU)]).toEqual([text, []])
    }
    disk.set('linbian.recent-homes', '{"person":"zhou","homes":[1,"home-2"]}')
    expect(recentHomes(ZHOU)).toEqual([home(2)])
  })
})

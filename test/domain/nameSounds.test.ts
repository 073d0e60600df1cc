import { describe, expect, it } from 'vitest'
import { readingsOf } from '#domain/nameSounds.ts'

const sounds = (name: string) => readingsOf(name).map((one) => one.join(' '))

describe('how a name sounds', () => {
  it('says a family name as a family name first, and the other sound after it', () => {
    const families: Readonly<Record<string, readonly [family: string, other?: string]>> = {
      单: ['shan', 'dan'],
      仇: ['qiu', 'chou'],
      曾: ['zeng', 'ceng'],
      解: ['xie', 'jie'],
      查: ['zha', 'cha'],
      区: ['ou', 'qu'],
      任: ['ren'],
      华: ['hua'],
      盖: ['ge', 'gai'],
      纪: ['ji'],
      朴: ['piao', 'pu'],
      翟: ['zhai', 'di'],
      缪: ['miao', 'mu'],
      覃: ['qin', 'tan'],
      乐: ['yue', 'le'],
      种: ['zhong', 'chong'],
      吕: ['lv'],
    }
    for (const [family, [first, other]] of Object.entries(families)) {
      const [likeliest, ...others] = sounds(`${family}芳`)
      expect([family, likeliest]).toEqual([family, `${first} fang`])
      if (other) expect([family, others]).toEqual([family, expect.arrayContaining([`${other} fang`])])
    }
  })

  it('knows family names of two characters, and still finds them by the usual sounds', () => {
    const families = [
      ['尉迟恭', 'yu chi gong', 'wei chi gong'],
      ['万俟明', 'mo qi ming', 'wan si ming'],
      ['长孙明', 'zhang sun ming', 'chang sun ming'],
      ['欧阳娜', 'ou yang na', 'ou yang nuo'],
      ['澹台明', 'tan tai ming', 'dan tai ming'],
    ] as const
    for (const [name, first, other] of families) {
      expect(sounds(name)[0]).toBe(first)
      expect(sounds(name)).toContain(other)
    }
  })

  it('gives each character a syllable; what has no sound stands for itself', () => {
    for (const name of ['𠮷田', 'anna李', '阿依古丽买买提', '王3', '乐乐乐乐乐乐乐乐']) {
      for (const reading of readingsOf(name)) expect(reading).toHaveLength(Array.from(name).length)
    }
    expect(sounds('𠮷田')).toEqual(['𠮷 tian'])
    expect(readingsOf('乐乐乐乐乐乐乐乐').length).toBeLessThanOrEqual(12)
    expect(readingsOf('')).toEqual([[]])
  })
})

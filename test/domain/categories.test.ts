import { describe, expect, it } from 'vitest'
import { CATEGORIES, KIND_KEYS } from '#domain/categories.ts'
import { propose } from '#domain/categoryWords.ts'
import { SENTENCES, UNSEEN } from './sentences.ts'

describe('what a remark is about is proposed from its words, offline', () => {
  const wrong = SENTENCES.filter(([words, category]) => propose(words).category !== category)
  const unseen = UNSEEN.filter(([words, category]) => propose(words).category !== category)

  it('names the kind of 40 of the 40 sentences the table of words was made with', () => {
    expect(wrong).toEqual([])
  })

  it('names the kind of 23 of 24 sentences written by the same hand after the table was finished', () => {
    expect(UNSEEN.length - unseen.length).toBe(23)
  })

  it('names the urgency of 40 of 40, and the track of 29 of 37: the rest is for the person to choose', () => {
    const tracked = SENTENCES.filter(([, , , track]) => track !== 'answered' && track !== 'praise')
    expect(SENTENCES.filter(([words, , urgency]) => propose(words).urgency === urgency)).toHaveLength(40)
    expect(tracked).toHaveLength(37)
    expect(tracked.filter(([words, , , track]) => propose(words).track === track)).toHaveLength(29)
  })

  it('stays within what the pressed key stands for', () => {
    expect(propose('遛狗不牵绳', 'noise').category).toBe('neighbour')
    expect(propose('乱停车，车位占完了', 'noise').category).toBe('order_parking')
    expect(propose('灯不亮', 'elevator').category).toBe('elevator')
    expect(propose('', 'dirt').category).toBe('cleaning')
  })

  it('proposes no kind where nothing was said, and where 别的 says nothing either', () => {
    expect(propose('').category).toBeUndefined()
    expect(propose('嗯', 'other').category).toBeUndefined()
  })

  it('has a key for every kind', () => {
    expect(new Set(Object.values(KIND_KEYS).flat())).toEqual(new Set(CATEGORIES))
  })
})

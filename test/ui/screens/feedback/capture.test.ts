import { describe, expect, it } from 'vitest'
import type { RecordId } from '#domain/ids.ts'
import { asFeedback, type Capture, isEmpty, meaningOf } from '#ui/screens/feedback/capture.ts'

const blank: Capture = { text: '', photos: [], answer: '', name: '', phone: '', agreed: false, called: false }
const form = (part: Partial<Capture>): Capture => ({ ...blank, place: 'floor-9' as RecordId, ...part })
const meant = (part: Partial<Capture>, mayOrder = true) => {
  const filled = form(part)
  return asFeedback(filled, meaningOf(filled), mayOrder, 'face')
}

describe('what the capture screen makes of three taps', () => {
  it('a place and a kind are enough; without one of them there is nothing to save', () => {
    expect(meant({ key: 'lighting' })).toMatchObject({
      category: 'lighting',
      ending: { is: 'order', track: 'fix_now' },
    })
    expect(meant({})).toBeUndefined()
    const nowhere = { ...blank, key: 'lighting' as const }
    expect(asFeedback(nowhere, meaningOf(nowhere), true, 'face')).toBeUndefined()
  })

  it('words alone give kind and track too, and the person’s choice beats the proposal', () => {
    expect(meant({ text: '楼道灯不亮' })).toMatchObject({
      category: 'lighting',
      ending: { track: 'fix_now' },
    })
    expect(meant({ text: '楼道灯不亮', end: 'visible_plan' })?.ending).toEqual({
      is: 'order',
      track: 'visible_plan',
    })
    expect(meant({ text: '楼道灯不亮', key: 'elevator' })?.category).toBe('elevator')
  })

  it('fixed or answered on the spot, and praise, wait for nobody', () => {
    expect(meant({ key: 'dirt', end: 'fixed' })?.ending).toEqual({ is: 'fixed', text: '', photos: [] })
    expect(meant({ key: 'dirt', end: 'answered', answer: '讲过了' })?.ending).toEqual({
      is: 'answered',
      text: '讲过了',
    })
    expect(meant({ text: '谢谢微管家' })?.ending).toEqual({ is: 'praise' })
  })

  it('who may open no order leaves it to the office', () => {
    expect(meant({ key: 'lighting' }, false)?.ending).toEqual({ is: 'undecided' })
  })

  it('a pressed danger is an emergency without a word, and names itself', () => {
    const pressed = { key: 'other', category: 'power_gas', danger: 'gas' } as const
    expect(meaningOf(form(pressed))).toMatchObject({ urgency: 'u1', track: 'fix_now', dangers: ['gas'] })
    expect(meant(pressed)).toMatchObject({ danger: 'gas', called: false })
  })

  it('the name is kept from the property unless somebody chose otherwise', () => {
    expect(meant({ key: 'lighting', name: '何叔叔' })?.reporter).toEqual({
      displayName: '何叔叔',
      agreed: false,
    })
    expect(meant({ key: 'lighting' })?.reporter).toBeUndefined()
  })

  it('a form with nothing in it is no draft', () => {
    expect(isEmpty(form({}))).toBe(true)
    expect(isEmpty(form({ text: '灯' }))).toBe(false)
  })
})

import { expect, test } from 'vitest'
import {
  areWrong,
  asForm,
  blank,
  type Filled,
  missing,
  toggled,
  withQuestion,
} from '#ui/screens/rounds/filled.ts'

const filled = (part: Partial<Filled>): Filled => ({ ...blank('2024-03-10', '2024-03-17'), ...part })

test('a round needs a name and days in their order, and says which is missing', () => {
  expect(missing(filled({}))).toBe('noName')
  expect(missing(filled({ title: '防火敲门' }))).toBeUndefined()
  expect(missing(filled({ title: '防火敲门', until: '2024-03-09' }))).toBe('wrongDays')
  expect(missing(filled({ title: '防火敲门', from: '' }))).toBe('wrongDays')
  expect(missing(filled({ title: '防火敲门', questions: withQuestion([], 'q1') }))).toBe('noQuestion')
  const one = { id: 'q1', text: '装了吗', choices: '装了' }
  expect(missing(filled({ title: '防火敲门', questions: [one] }))).toBe('wrongChoices')
})

test('the answers of a question stand in one line, with commas of either kind, each once', () => {
  const questions = [{ id: 'q1', text: ' 装了吗 ', choices: '装了、没装，不知道, 装了' }]
  expect(asForm(filled({ title: ' 防火敲门 ', questions }))).toMatchObject({
    title: '防火敲门',
    questions: [{ id: 'q1', text: '装了吗', choices: ['装了', '没装', '不知道'] }],
  })
  expect(areWrong('')).toBe(false)
  expect(areWrong('一、二、三、四、五、六、七')).toBe(true)
  expect(areWrong(`好、${'长'.repeat(21)}`)).toBe(true)
})

test('a question that is added comes last, empty, under its own id', () => {
  const two = withQuestion(withQuestion([], '3f2a9c01-aaaa'), '7b10')
  expect(two).toEqual([
    { id: '3f2a9c01', text: '', choices: '' },
    { id: '7b10', text: '', choices: '' },
  ])
})

test('a place is in the list after one press and out of it after two', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})

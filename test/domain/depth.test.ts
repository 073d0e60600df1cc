import { expect, test } from 'vitest'
import { isDeeper } from '#domain/depth.ts'

test('depth counts the values that hold others, and no brackets in somebody’s words', () => {
  expect(isDeeper('{"a":{"b":1}}', 2)).toBe(false)
  expect(isDeeper('{"a":{"b":[]}}', 2)).toBe(true)
  expect(isDeeper('[[],[],[]]', 2)).toBe(false)
  expect(isDeeper('{"[[[[":"[[[\\"[[[","b":"\\\\"}', 1)).toBe(false)
})

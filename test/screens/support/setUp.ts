import './clock.ts'
import './life.ts'
import './page.ts'
import '#domain/catalogue.ts'
import { afterEach, expect } from 'vitest'
import { commands } from 'vitest/browser'
import { emptied } from './bare.ts'
import { letTimersGo } from './timers.ts'

afterEach(async () => {
  letTimersGo()
  await emptied()
  expect(await commands.serverFailures(), 'what failed in the server').toEqual([])
})
